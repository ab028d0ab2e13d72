import type { RawSearch } from "../../api/searchParams.ts";

// biome-ignore lint/suspicious/noEmptyInterface: grows with the page
export interface IndicatorSearch {}

export function indicatorSearch(_raw: RawSearch): IndicatorSearch {
  return {};
}
