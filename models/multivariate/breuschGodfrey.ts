import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { fisherFUpper } from "../statistics/distribution/fisherF.ts";
import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { householderLeastSquares } from "../statistics/matrix/householderLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import type { VarFit } from "./fitVar.ts";
import type { ResidualTest } from "./portmanteau.ts";

/**
 * Lagrange multiplier test of residual autocorrelation: residuals on the model's regressors and h of their own lags
 * (zero before the sample), Σ̃_R without and Σ̃_e with them:
 *   LM = T (n − tr(Σ̃_R⁻¹ Σ̃_e)) ~ χ²(h n²)
 *   LMF = [1 − (1−R²)^{1/r}] / (1−R²)^{1/r} · (N r − q)/(n m),   R² = 1 − |Σ̃_e|/|Σ̃_R|,   Edgerton & Shukur's small-sample form
 * Lütkepohl (2005), §4.4.4; Edgerton & Shukur (1999), Econometric Reviews 18.
 */
export function breuschGodfrey(
  fit: VarFit,
  lags: number,
): ResidualTest & { f: { statistic: number; df: readonly [number, number]; pValue: number } } {
  const { observations: T, regressors: k, residuals: u, design } = fit;
  const n = u.cols;
  const wide = k + n * lags;
  if (!Number.isInteger(lags) || lags < 1 || wide >= T)
    throw new AppError(
      "not-enough-data",
      `a Breusch–Godfrey test of ${lags} lags needs more than ${wide} observations; found ${T}`,
    );
  const x = matrix(T, wide);
  for (let t = 0; t < T; t++) {
    x.data.set(design.data.subarray(t * k, (t + 1) * k), t * wide);
    for (let l = 1; l <= Math.min(lags, t); l++)
      x.data.set(u.data.subarray((t - l) * n, (t - l + 1) * n), t * wide + k + (l - 1) * n);
  }
  const e = householderLeastSquares(x, u).residuals;
  const restricted = crossProduct(u, u);
  const free = crossProduct(e, e);
  const ratio = solvePositive(restricted, free)!;
  let trace = 0;
  for (let i = 0; i < n; i++) trace += ratio.data[i * n + i]!;
  const statistic = T * (n - trace);
  const m = n * lags;
  // Without residual variance beside the lags there is no determinant to compare.
  const unexplained = Math.exp(logDeterminantOf(cholesky(free)!) - logDeterminantOf(cholesky(restricted)!));
  const r = n * n + m * m === 5 ? 1 : Math.sqrt((n * n * m * m - 4) / (n * n + m * m - 5));
  const N = T - k - m - 0.5 * (n - m + 1);
  const q = 0.5 * n * m - 1;
  const share = unexplained ** (1 / r);
  const df = [n * m, Math.floor(N * r - q)] as const;
  const f = ((1 - share) / share) * ((N * r - q) / (n * m));
  return {
    statistic,
    df: n * m,
    pValue: chiSquaredUpper(statistic, n * m),
    f: { statistic: f, df, pValue: fisherFUpper(f, df[0], df[1]) },
  };
}
