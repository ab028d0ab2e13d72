import { AppError } from "../errors.ts";

export interface NeededGrowth {
  /** Percent on a year earlier that the remaining months must average. */
  growth: number;
  /** What the remaining months must bring, and what they brought a year earlier on the comparable basis. */
  level: number;
  base: number;
  monthsLeft: number;
}

/**
 * 剩余月份需增长: the growth the rest of the year must average to reach the year's target T.
 *   g = 100 ( [(1 + T/100) B₁₂ − C(m)] / (B₁₂ − B(m)) − 1 ),   B(m) = C(m) / (1 + G(m)/100)
 * `total` C(m) and `growth` G(m) as published for January to month m; `lastYear` B₁₂ the whole of last year on the same,
 * comparable, basis (C₁₂ of last year where its base was not restated).
 */
export function neededGrowth(
  target: number,
  month: number,
  total: number,
  growth: number,
  lastYear: number,
): NeededGrowth {
  if (!Number.isInteger(month) || month < 1 || month > 11)
    throw new AppError(
      "invalid-input",
      `month ${month}: the rest of the year begins after January to November`,
    );
  if (![target, total, growth, lastYear].every(Number.isFinite) || growth <= -100)
    throw new AppError(
      "invalid-input",
      "the target, the running total, its growth and last year's total must be known",
    );
  const base = lastYear - total / (1 + growth / 100);
  if (!(base > 0))
    throw new AppError(
      "invalid-input",
      `last year's remaining months come to ${base}: last year's total ${lastYear} is on another basis than January to month ${month}`,
    );
  const level = (1 + target / 100) * lastYear - total;
  return { growth: 100 * (level / base - 1), level, base, monthsLeft: 12 - month };
}
