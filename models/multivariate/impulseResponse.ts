import { AppError } from "../errors.ts";
import { cholesky } from "../statistics/matrix/cholesky.ts";
import { combine, identity, type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { gemm, multiply } from "../statistics/matrix/multiply.ts";

/**
 * Responses to a unit forecast error, Φ_0 … Φ_H (row = responding series, column = series shocked):
 *   Φ_0 = I,   Φ_h = Σ_{l=1}^{min(h,p)} Φ_{h−l} A_l
 * Lütkepohl (2005), §2.1.2 and §2.3.2.
 */
export function movingAverage(lagMatrices: readonly Matrix[], n: number, horizon: number): Matrix[] {
  const out = [identity(n)];
  const part = new Float64Array(n * n);
  for (let h = 1; h <= horizon; h++) {
    const sum = new Float64Array(n * n);
    for (let l = 1; l <= Math.min(h, lagMatrices.length); l++) {
      gemm(out[h - l]!.data, lagMatrices[l - 1]!.data, part, n, n, n);
      for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + part[i]!;
    }
    out.push(matrix(n, n, sum));
  }
  return out;
}

/** P with Σ = P P′ and zeros above the diagonal: the first series moves all others within the period. */
export function recursiveImpact(sigma: Matrix): Matrix {
  const p = cholesky(sigma);
  if (!p)
    throw new AppError(
      "invalid-input",
      "the covariance of the shocks is not positive definite; some series is determined by the others",
    );
  return p;
}

/** Responses to shocks of one standard deviation, Θ_h = Φ_h P. Lütkepohl (2005), §2.3.2. */
export const orthogonalResponses = (phi: readonly Matrix[], impact: Matrix): Matrix[] =>
  phi.map((m) => multiply(m, impact));

/** Ψ_h = Θ_0 + … + Θ_h. */
export function cumulated(responses: readonly Matrix[]): Matrix[] {
  const out: Matrix[] = [];
  for (const r of responses) out.push(out.length === 0 ? r : combine(out.at(-1)!, r));
  return out;
}
