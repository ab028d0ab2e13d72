import type { RawSearch } from "../../api/searchParams.ts";

// biome-ignore lint/suspicious/noEmptyInterface: grows with the page
export interface ModelsSearch {}

export function modelsSearch(_raw: RawSearch): ModelsSearch {
  return {};
}
