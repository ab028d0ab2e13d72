/**
 * Where a year-to-date growth rate stands against the year's target, in percentage points, and what the rest
 * of the year must grow on average to reach it.
 *   gap    = G − T
 *   needed = ((1 + T/100) · B − C) / (B − b) − 1          in percent
 * C: total so far this year; b: the same months of last year, C / (1 + G/100); B: all of last year.
 * `needed` is null once the year is complete. Levels in one unit, rates in percent.
 */
export function distanceToTarget(input: {
  growth: number;
  target: number;
  totalSoFar: number;
  lastYear: number;
}): { gap: number; needed: number | null } {
  const { growth, target, totalSoFar, lastYear } = input;
  const sameMonths = totalSoFar / (1 + growth / 100);
  const rest = lastYear - sameMonths;
  const needed =
    rest > lastYear * 1e-9 ? 100 * (((1 + target / 100) * lastYear - totalSoFar) / rest - 1) : null;
  return { gap: growth - target, needed };
}
