import { AppError } from "../../errors.ts";
import { fisherFUpper } from "../../statistics/distribution/fisherF.ts";
import type { TestResult } from "./testResult.ts";

/**
 * F test of q restrictions from two sums of squared residuals.
 *   F = ((RSS₀ − RSS₁)/q) / (RSS₁/df) ~ F(q, df),  df = n − k of the wider model
 * Throws AppError: "not-enough-data" without degrees of freedom, "invalid-input" where the wider model leaves no
 * errors or squares overflow. Greene, Econometric Analysis, §5.3.
 */
export function nestedF(restricted: number, free: number, q: number, df: number): TestResult {
  if (q < 1 || df < 1)
    throw new AppError(
      "not-enough-data",
      `an F test needs at least 1 restriction and 1 degree of freedom; found ${q} and ${df}`,
    );
  if (!(free > 0 && Number.isFinite(restricted)))
    throw new AppError(
      "invalid-input",
      `an F test needs errors with finite squares; those of the wider model come to ${free}, of the narrower to ${restricted}`,
    );
  const statistic = (restricted - free) / q / (free / df);
  return { statistic, df: q, df2: df, p: fisherFUpper(Math.max(0, statistic), q, df) };
}
