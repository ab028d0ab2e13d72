import { checkTotals, type RunningTotals } from "./runningTotals.ts";

export interface BasisBreak {
  /** Position in the running totals. */
  index: number;
  /** Growth as the published totals have it, percent. */
  byLevels: number;
  /** Growth as published, percent. */
  published: number;
  /** What the published growth says that the total a year earlier now is. */
  impliedBase: number;
  /** The total a year earlier as it was published. */
  formerBase: number;
}

/** What may differ without anybody having touched the base, in percentage points. */
const TOLERANCE = 0.1;

/**
 * Where the base was restated without a word: levels and growth of the running total disagree by more than rounding.
 *   | 100 (C(y,m)/C(y−1,m) − 1) − G(y,m) |  >  0.1 + δ + 100 ε (1/C(y−1,m) + C(y,m)/C(y−1,m)²)
 */
export function basisBreaks(totals: RunningTotals): BasisBreak[] {
  checkTotals(totals);
  const { total, growth, totalHalf, growthHalf } = totals;
  const found: BasisBreak[] = [];
  for (let index = 12; index < total.length; index++) {
    const c = total[index]!;
    const formerBase = total[index - 12]!;
    const published = growth[index]!;
    if (Number.isNaN(c) || Number.isNaN(published) || !(formerBase > 0)) continue;
    const byLevels = 100 * (c / formerBase - 1);
    const rounding = growthHalf + 100 * totalHalf * (1 / formerBase + Math.abs(c) / formerBase ** 2);
    if (Math.abs(byLevels - published) <= TOLERANCE + rounding) continue;
    found.push({ index, byLevels, published, impliedBase: c / (1 + published / 100), formerBase });
  }
  return found;
}
