import { type Period, spanOf } from "../series/period.ts";
import type { Series } from "../series/series.ts";

export interface Run {
  /** Months, quarters or years without a break up to the newest number; a combined January–February counts both. */
  count: number;
  /** The first period of the run; null for a count of 0. */
  since: Period | null;
}

/**
 * How long a condition has held without a break up to cell `last`. A gap ends the run: what is not known did
 * not hold. January under a combined January–February is no gap: the longer period speaks for it.
 */
export function trailingRun(series: Series, last: number, holds: (value: number) => boolean): Run {
  let count = 0;
  let since: Period | null = null;
  for (let i = last; i >= 0; i--) {
    const value = series.values[i];
    if (value === null || value === undefined) {
      if (series.reasons[i] === "combined-with-next" && count > 0) continue;
      break;
    }
    if (!holds(value)) break;
    const period = series.periods[i]!;
    count += series.basis === "period" ? slotsCovered(period, series) : 1;
    since = period;
  }
  return { count, since };
}

function slotsCovered(period: Period, series: Series): number {
  const { months } = spanOf(period);
  return series.frequency === "M" && months !== null ? months : 1;
}
