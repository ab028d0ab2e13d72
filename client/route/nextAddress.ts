import { GLOBAL_KEYS, parseSearch, stringifySearch } from "../api/searchParams.ts";
import { fillPath } from "./match.ts";

export type SearchChange = Readonly<Record<string, unknown>>;

export interface Destination {
  /** A pattern, or `.` for the page one is on. */
  to: string;
  params?: Readonly<Record<string, string>> | undefined;
  /** The new parameters, or how they come from the present ones. */
  search?: SearchChange | ((before: Record<string, string>) => SearchChange) | undefined;
  hash?: string | undefined;
}

/**
 * The address of a destination, seen from where one is. The day looked back to, and a language or theme the link
 * insists on, go along unless the destination says otherwise (also by `undefined`).
 */
export function nextAddress(here: { pathname: string; search: string }, destination: Destination): string {
  const before = parseSearch(here.search);
  const { search } = destination;
  const asked = typeof search === "function" ? search(before) : (search ?? {});
  const kept = Object.fromEntries(
    GLOBAL_KEYS.filter((k) => !(k in asked) && before[k] !== undefined).map((k) => [k, before[k]]),
  );
  const pathname = destination.to === "." ? here.pathname : fillPath(destination.to, destination.params);
  const hash = destination.hash === undefined || destination.hash === "" ? "" : `#${destination.hash}`;
  return pathname + stringifySearch({ ...asked, ...kept }) + hash;
}
