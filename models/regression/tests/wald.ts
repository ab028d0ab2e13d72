import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { cholesky, solveLower } from "../../statistics/matrix/cholesky.ts";
import { type Matrix, matrix, transpose } from "../../statistics/matrix/matrix.ts";
import { multiply } from "../../statistics/matrix/multiply.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Wald test of q linear restrictions Rβ = r with any covariance of β̂, a robust one as well.
 *   W = (Rβ̂ − r)′ (R V R′)⁻¹ (Rβ̂ − r) ~ χ²(q),  R q × k, V k × k
 * Greene, Econometric Analysis, §5.4.
 */
export function wald(
  coefficients: ArrayLike<number>,
  covariance: Matrix,
  restrictions: Matrix,
  values: ArrayLike<number> = new Float64Array(restrictions.rows),
): TestResult {
  const { rows: q, cols: k } = restrictions;
  if (coefficients.length !== k || covariance.rows !== k)
    throw new AppError(
      "invalid-input",
      `restrictions on ${k} coefficients met ${coefficients.length} coefficients and a covariance of ${covariance.rows}`,
    );
  const gap = multiply(restrictions, matrix(k, 1, Float64Array.from(coefficients))).data.map(
    (v, i) => v - values[i]!,
  );
  const l = cholesky(multiply(multiply(restrictions, covariance), transpose(restrictions)));
  if (!l) throw new AppError("invalid-input", "the restrictions of a Wald test repeat each other");
  solveLower(l.data, q, gap);
  const statistic = gap.reduce((s, v) => s + v * v, 0);
  return { statistic, df: q, p: chiSquaredUpper(statistic, q) };
}
