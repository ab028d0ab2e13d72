import type { Indicator, Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Frequency } from "../../../models/series/frequency.ts";
import type { FanView } from "./forecast.ts";
import type { LightCell } from "./lights.ts";
import type { Figure, Headline, Passport } from "./passport.ts";
import type { ReleaseView } from "./sources.ts";

export type Transform = "none" | "yoy" | "mom" | "ma3" | "ma12" | "index" | "percentile" | "zscore" | "diff";

export interface SeriesView extends Passport {
  meta: IndicatorMeta;
  transform: Transform;
  /** Unit after the transform: year-on-year of a percent series is percentage points. */
  unit: string;
  decimals: number;
  title: Headline;
  periods: string[];
  values: (number | null)[];
  status: string[];
  reasons: (string | null)[];
  vintages: (IsoDate | null)[];
  /** Where the transform could not be computed and why, in words. */
  note: Words | null;
  lights: LightCell[] | null;
  bounds: [number, number, number, number] | null;
  latest: Figure & {
    previous: number | null;
    previousPeriod: string | null;
    yearBefore: number | null;
    percentile: number | null;
    percentileYears: number;
    nextRelease: ReleaseView | null;
  };
  forecast: FanView | null;
}

export interface IndicatorMeta {
  indicator: Indicator;
  agencyName: Words;
  region: string;
  regionName: Words;
  regions: { code: string; name: Words }[];
  start: string | null;
  end: string | null;
  observations: number;
  vintages: number;
  revisedPeriods: number;
  vintageBasis: Record<string, number>;
  related: { id: string; short: Words; latest: Figure | null; correlation: number | null; lag: number }[];
  usedIn: { kind: "preset" | "rule" | "model" | "cockpit"; id: string; title: Words }[];
}

/** Rows: reference periods; columns: publication days; a cell is what that day's figure was. */
export interface VintageTable extends Passport {
  indicator: string;
  region: string;
  unit: string;
  decimals: number;
  periods: string[];
  vintages: IsoDate[];
  /** [period][vintage]; null where not yet published. */
  cells: ({ value: number | null; basis: string; status: string } | null)[][];
  revision: (number | null)[];
  title: Headline;
}

export interface CompareView extends Passport {
  series: {
    indicator: string;
    region: string;
    name: Words;
    regionName: Words;
    unit: string;
    decimals: number;
    frequency: Frequency;
    periods: string[];
    values: (number | null)[];
    vintage: IsoDate | null;
    source: Words;
    simulated: boolean;
  }[];
  transform: Transform;
  /** Pairwise correlation on common periods (monthly slots); null under 12 of them. */
  correlation: (number | null)[][];
  note: Words | null;
}
