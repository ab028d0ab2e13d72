import { lastDigits } from "./lastDigits.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

/** Growth is published to a tenth of a percent. */
const GROWTH_HALF = 0.05;

/**
 * What the running total of a month says of the base: λ = C(y, m) / (1 + G/100) / C(y−1, m), with all three anywhere within
 * their last digits. null where one of them is missing.
 */
export function basisInterval(
  now: YearOfFigures,
  before: YearOfFigures,
  growth: YearOfFigures,
  month: number,
): { low: number; high: number } | null {
  const c = now.values[month]!;
  const base = before.values[month]!;
  const rate = growth.values[month]!;
  if (!(c > 0) || !(base > 0) || Number.isNaN(rate)) return null;
  const own = lastDigits(now.values)[month]!;
  const former = lastDigits(before.values)[month]!;
  return {
    low: (c - own) / (1 + (rate + GROWTH_HALF) / 100) / (base + former),
    high: (c + own) / (1 + (rate - GROWTH_HALF) / 100) / (base - former),
  };
}
