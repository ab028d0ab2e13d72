import { checkTotals, type Rounded, type RunningTotals, spanAt } from "./runningTotals.ts";

export interface ComparableMonth extends Rounded {
  months: number;
}

/**
 * The level of every month on the basis of the newest year, carried back by published growth.
 *   C̃(y, m) = C(y, m) in the newest year that has month m,  C̃(y−1, m) = C̃(y, m) / (1 + G(y, m)/100)
 *   x̃(m) = C̃(m) − C̃(m−1)
 * so that any two months compare although the base was restated in between. The range takes each total at the extremes of
 * C ± ε and all its growth rates at G ± δ; it grows with every year back. null where the chain is broken by a missing
 * growth rate or total.
 */
export function comparableMonths(totals: RunningTotals): (ComparableMonth | null)[] {
  checkTotals(totals);
  const [value, low, high] = ([0, -1, 1] as const).map((side) => comparableTotals(totals, side));
  return Array.from(value!, (c, i) => {
    const span = spanAt(value!, i);
    if (!span) return null;
    const { before, months } = span;
    if (before === null) return { value: c, low: low![i]!, high: high![i]!, months };
    return {
      value: c - value![before]!,
      low: low![i]! - high![before]!,
      high: high![i]! - low![before]!,
      months,
    };
  });
}

/** C̃ with every source at its middle (0), or at the end that makes the total small (−1) or large (+1). */
export function comparableTotals(totals: RunningTotals, side: -1 | 0 | 1 = 0): Float64Array {
  const { total, growth, totalHalf, growthHalf } = totals;
  const chained = new Float64Array(total.length).fill(Number.NaN);
  for (let i = total.length - 1; i >= 0; i--) {
    const later = chained[i + 12];
    if (i + 12 >= total.length || later === undefined || Number.isNaN(later)) {
      // The newest total of this month, or the end of a chain: nothing later to carry back from.
      const isNewest = !hasLaterTotal(total, i);
      chained[i] = isNewest ? total[i]! + side * totalHalf : Number.NaN;
      continue;
    }
    chained[i] = Number.isNaN(total[i]!)
      ? Number.NaN
      : later / (1 + (growth[i + 12]! - side * growthHalf) / 100);
  }
  return chained;
}

function hasLaterTotal(total: Float64Array, index: number): boolean {
  for (let i = index + 12; i < total.length; i += 12) if (!Number.isNaN(total[i]!)) return true;
  return false;
}
