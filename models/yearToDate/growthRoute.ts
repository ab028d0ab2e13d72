import { checkTotals, type Rounded, type RunningTotals, spanAt } from "./runningTotals.ts";

export interface MonthGrowth {
  /** Percent on a year earlier, comparable basis; the range over every way the sources may have been rounded. */
  growth: Rounded;
  /** X, what the month added this year, and b, what it added a year earlier on the comparable basis. */
  level: number;
  base: number;
  months: number;
}

/**
 * Growth route: the month's growth from running totals and their growth, free of a silently restated base.
 *   B(m) = C(m) / (1 + G(m)/100),  b(m) = B(m) − B(m−1),  g(m) = 100 (X(m)/b(m) − 1),  X(m) = C(m) − C(m−1)
 * The range takes the extremes over C ± ε and G ± δ at both ends of the month. It widens through the year, as the month
 * becomes small against the total. null where a total or a growth is missing at either end, or where the base of the
 * month is not surely positive.
 */
export function monthGrowth(totals: RunningTotals): (MonthGrowth | null)[] {
  checkTotals(totals);
  const { total, growth, totalHalf, growthHalf } = totals;
  return Array.from(total, (c, i) => {
    const span = spanAt(total, i);
    if (!span || Number.isNaN(growth[i]!)) return null;
    const { before, months } = span;
    const c0 = before === null ? 0 : total[before]!;
    const g0 = before === null ? 0 : growth[before]!;
    if (Number.isNaN(g0)) return null;
    const first = before === null ? 0 : 1;
    const level = c - c0;
    const base = c / (1 + growth[i]! / 100) - c0 / (1 + g0 / 100);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let corner = 0; corner < 16; corner++) {
      const side = (bit: number) => (corner & bit ? 1 : -1);
      const c1 = c + side(1) * totalHalf;
      const before1 = c0 + first * side(2) * totalHalf;
      const b =
        c1 / (1 + (growth[i]! + side(4) * growthHalf) / 100) -
        before1 / (1 + (g0 + first * side(8) * growthHalf) / 100);
      if (!(b > 0)) return null;
      const g = 100 * ((c1 - before1) / b - 1);
      low = Math.min(low, g);
      high = Math.max(high, g);
    }
    return { growth: { value: 100 * (level / base - 1), low, high }, level, base, months };
  });
}
