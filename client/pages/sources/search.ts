import type { RawSearch } from "../../api/searchParams.ts";

// biome-ignore lint/suspicious/noEmptyInterface: grows with the page
export interface SourcesSearch {}

export function sourcesSearch(_raw: RawSearch): SourcesSearch {
  return {};
}
