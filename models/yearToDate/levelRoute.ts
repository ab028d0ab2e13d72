import { checkTotals, type Rounded, type RunningTotals, spanAt } from "./runningTotals.ts";

export interface MonthLevel extends Rounded {
  /** Months that the figure covers: 2 for January–February published together. */
  months: number;
}

/**
 * Level route: the month as the difference of running totals, with the range that rounding leaves.
 *   X(m) = C(m) − C(m−1),  X(1+2) = C(2),  half width ε in January (or January–February), else 2ε
 * Right only while the totals of a year are one body of reports: where a base was restated, the level of the total and
 * its growth disagree (`basisBreaks`), and the growth route is the one to take. null where no total stands.
 */
export function monthsFromLevels(totals: RunningTotals): (MonthLevel | null)[] {
  checkTotals(totals);
  const { total, totalHalf } = totals;
  return Array.from(total, (c, i) => {
    const span = spanAt(total, i);
    if (!span) return null;
    const value = span.before === null ? c : c - total[span.before]!;
    const half = span.before === null ? totalHalf : 2 * totalHalf;
    return { value, low: value - half, high: value + half, months: span.months };
  });
}
