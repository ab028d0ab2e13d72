import { indicatorById } from "./registry.ts";

/** An indicator as an English sentence names it: “CPI, y/y”; the id where the catalogue does not know it. */
export function quotedEnglish(id: string): string {
  return `“${indicatorById(id)?.short.en ?? id}”`;
}
