import type { SourceClass, Theme, Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Frequency } from "../../../models/series/frequency.ts";
import type { Light, Passport } from "./passport.ts";

export interface SearchFacets {
  themes: Theme[];
  frequencies: Frequency[];
  sourceClasses: SourceClass[];
  agencies: string[];
  measures: string[];
  adjustments: string[];
  /** "real" | "simulated" */
  origins: string[];
}

export interface SearchRow {
  indicator: string;
  region: string;
  name: Words;
  regionName: Words;
  frequency: Frequency;
  unit: string;
  decimals: number;
  agency: string;
  latest: { period: string; value: number | null; vintage: IsoDate } | null;
  change: number | null;
  light: Light | null;
  simulated: boolean;
  /** Character ranges of the match in the Chinese name, for highlighting. */
  score: number;
}

export interface SearchView extends Passport {
  rows: SearchRow[];
  total: number;
  catalogue: number;
  facets: Record<keyof SearchFacets, { value: string; count: number }[]>;
  nextCursor: number | null;
}
