import type { IsoDate } from "../../series/date.ts";
import type { Period } from "../../series/period.ts";
import { lastIndex, type Series } from "../../series/series.ts";

/** The newest period of a series that is known, and the day it came; nulls where nothing is known. */
export function lastKnown(series: Series): { last: Period | null; day: IsoDate | null } {
  const at = lastIndex(series);
  return at === null
    ? { last: null, day: null }
    : { last: series.periods[at]!, day: series.vintages[at] ?? null };
}
