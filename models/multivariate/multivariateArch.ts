import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { householderLeastSquares } from "../statistics/matrix/householderLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import type { VarFit } from "./fitVar.ts";
import type { ResidualTest } from "./portmanteau.ts";

/**
 * Whether the variance of the residuals follows its own past:
 *   vech(û û′)(t) = β₀ + B_1 vech(û û′)(t−1) + … + B_q vech(û û′)(t−q) + v(t)
 *   LM = ½ T n(n+1) − T tr(Ω̂ Ω̂₀⁻¹) ~ χ²(q n²(n+1)²/4),  Ω̂ with the lags and Ω̂₀ without, T after the q lags
 * Lütkepohl (2005), §16.5.1.
 */
export function multivariateArch(fit: VarFit, lags: number): ResidualTest {
  const u = fit.residuals;
  const n = u.cols;
  const m = (n * (n + 1)) / 2;
  const T = u.rows - lags;
  const k = 1 + m * lags;
  if (!Number.isInteger(lags) || lags < 1 || T <= k)
    throw new AppError(
      "not-enough-data",
      `a multivariate ARCH test of ${lags} lags needs more than ${k + lags} observations; found ${u.rows}`,
    );
  const products = matrix(u.rows, m);
  for (let t = 0; t < u.rows; t++) {
    let at = t * m;
    for (let j = 0; j < n; j++)
      for (let i = j; i < n; i++) products.data[at++] = u.data[t * n + i]! * u.data[t * n + j]!;
  }
  const x = matrix(T, k);
  const target = matrix(T, m, products.data.slice(lags * m));
  for (let t = 0; t < T; t++) {
    x.data[t * k] = 1;
    for (let l = 1; l <= lags; l++)
      x.data.set(products.data.subarray((lags + t - l) * m, (lags + t - l + 1) * m), t * k + 1 + (l - 1) * m);
  }
  const e = householderLeastSquares(x, target).residuals;
  const ones = matrix(T, 1, new Float64Array(T).fill(1));
  const around = householderLeastSquares(ones, target).residuals;
  const ratio = solvePositive(crossProduct(around, around), crossProduct(e, e))!;
  let trace = 0;
  for (let i = 0; i < m; i++) trace += ratio.data[i * m + i]!;
  const statistic = T * (m - trace);
  const df = lags * m * m;
  return { statistic, df, pValue: chiSquaredUpper(statistic, df) };
}
