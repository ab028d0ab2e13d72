import type { Basis } from "../../models/series/period.ts";

/** One series over time, as a chart is handed it. */
export interface LineData {
  name: string;
  unit: string;
  decimals: number;
  basis?: Basis;
  periods: readonly string[];
  values: readonly (number | null)[];
  reasons?: readonly (string | null)[];
  /** The last figure before the first period shown, which may still stand. */
  before?: number | null;
  status?: readonly string[];
  /** Bounds of the five zones; the normal band (second to third) is shaded. */
  bounds?: readonly [number, number, number, number] | null;
  /** Breaks in the series, marked where they begin. */
  events?: readonly { period: string; text: string }[];
}
