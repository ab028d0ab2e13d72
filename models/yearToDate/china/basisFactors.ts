import { basisInterval } from "./basisInterval.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

/** By how much a year restated the base it compares with: the year before times `factor` is what published growth is on. */
export interface BasisFactor {
  year: number;
  factor: number;
  /** The least and the greatest that a month of the year tells. */
  low: number;
  high: number;
}

/** What a total and its growth may differ by without anybody having touched the base: a tenth of a percent. */
const TOLERANCE = 0.001;

/**
 * Years whose growth is told on another base than the year before was published on. Each month's running total tells a factor
 *   λ(y, m) = C(y, m) / (1 + G(y, m)/100) / C(y−1, m)
 * A year counts as restated where more than half of its months told so far leave 1 by over 0.1 % beyond their last digits, all
 * to one side, the newest among them; its factor is their median, so a coverage that changed in December alone is none (that is
 * `restatedWithin`). Years run on from one another.
 */
export function basisFactors(
  total: readonly YearOfFigures[],
  growth: readonly YearOfFigures[],
): BasisFactor[] {
  return total.flatMap((now, i) => {
    const before = total[i - 1];
    const rate = growth[i];
    if (!before || !rate) return [];
    const told = Array.from(now.values, (_, m) => basisInterval(now, before, rate, m)).filter(
      (v) => v !== null,
    );
    const off = told.filter((v) => v.low > 1 + TOLERANCE || v.high < 1 - TOLERANCE);
    const newest = told.at(-1);
    if (!newest || !off.includes(newest) || 2 * off.length <= told.length) return [];
    const middles = off.map((v) => (v.low + v.high) / 2).sort((a, b) => a - b);
    const low = middles[0]!;
    const high = middles.at(-1)!;
    if (low < 1 && high > 1) return [];
    const half = middles.length >> 1;
    const factor = middles.length % 2 === 1 ? middles[half]! : (middles[half - 1]! + middles[half]!) / 2;
    return [{ year: now.year, factor, low, high }];
  });
}

/** What the months of a year are multiplied with to stand on the base of the newest: Π λ over all later years. */
export const factorOn = (factors: readonly BasisFactor[], year: number): number =>
  factors.reduce((product, f) => (f.year > year ? product * f.factor : product), 1);
