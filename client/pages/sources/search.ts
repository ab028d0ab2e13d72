import { compact, intOf, oneOf, type RawSearch } from "../../api/searchParams.ts";

export interface SourcesSearch {
  /** The load whose receipt is open. */
  load?: number;
  show?: "problems";
}

export function sourcesSearch(raw: RawSearch): SourcesSearch {
  const load = intOf(raw.load);
  return compact({
    load: load !== undefined && load > 0 ? load : undefined,
    show: oneOf(raw.show, ["problems"] as const),
  });
}
