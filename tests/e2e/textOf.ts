import type { Locator } from "playwright-core";

/** All text of a place on the page, also what only screen readers read; runs of white space are one space. */
export async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
}
