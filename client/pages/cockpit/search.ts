import { compact, oneOf, type RawSearch } from "../../api/searchParams.ts";

export interface CockpitSearch {
  preset?: "nbs-10" | "sic-10";
}

export function cockpitSearch(raw: RawSearch): CockpitSearch {
  return compact({ preset: oneOf(raw.preset, ["nbs-10", "sic-10"] as const) });
}
