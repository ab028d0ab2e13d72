import type { Period } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";

export interface RevisedMonth {
  period: Period;
  before: number;
  after: number;
}

/** Cells that two readings of a series hold with different numbers: |after − before| > 10⁻⁹ |before|, oldest first. */
export function revisedMonths(before: Series, after: Series): RevisedMonth[] {
  const shift = after.firstSlot - before.firstSlot;
  return after.values.flatMap((now, i) => {
    const was = before.values[i + shift] ?? null;
    if (now === null || was === null || Math.abs(now - was) <= 1e-9 * Math.abs(was)) return [];
    return [{ period: after.periods[i]!, before: was, after: now }];
  });
}
