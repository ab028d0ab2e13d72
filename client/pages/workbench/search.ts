import type { RawSearch } from "../../api/searchParams.ts";

// biome-ignore lint/suspicious/noEmptyInterface: grows with the page
export interface WorkbenchSearch {}

export function workbenchSearch(_raw: RawSearch): WorkbenchSearch {
  return {};
}
