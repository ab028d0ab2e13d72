import { compact, type RawSearch, textOf } from "../../api/searchParams.ts";

export interface LoginSearch {
  /** Where to go after signing in: a path of this product, nothing else. */
  next?: string;
}

export function loginSearch(raw: RawSearch): LoginSearch {
  const next = textOf(raw.next);
  return compact({ next: next?.startsWith("/") && !next.startsWith("//") ? next : undefined });
}
