import type { Measure } from "../indicators/indicator.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import type { Series } from "../series/series.ts";
import { lagChange } from "./lagChange.ts";

/** Slots in a year: 12 months, 4 quarters, 52 weeks; for days 364, the same day of the week. */
export function slotsPerYear(frequency: Series["frequency"]): number {
  return frequency === "D" ? 364 : PERIODS_PER_YEAR[frequency];
}

/** Change against the same period a year earlier: percent for levels, percentage points for rates (`lagChange`). */
export function yearOnYear(series: Series, measure?: Measure): Series {
  return lagChange(series, slotsPerYear(series.frequency), measure);
}
