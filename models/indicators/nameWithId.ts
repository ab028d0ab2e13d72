import { indicatorById } from "./registry.ts";

/** An indicator as a Chinese sentence names it: “CPI同比”（cpi.yoy）; the id alone where the catalogue does not know it. */
export function nameWithId(id: string): string {
  const known = indicatorById(id);
  return known ? `“${known.short.zh}”（${id}）` : id;
}
