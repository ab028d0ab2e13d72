import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import type { VarFit } from "./fitVar.ts";

export interface ResidualTest {
  statistic: number;
  df: number;
  pValue: number;
}

/**
 * Whether residuals are autocorrelated up to lag h > p:
 *   Q_h = T Σ_{i=1}^{h} tr(C_i′ C_0⁻¹ C_i C_0⁻¹) ~ χ²(n²(h − p)),   C_i = T⁻¹ Σ_t û(t) û(t−i)′
 * `adjusted`: T² Σ (T − i)⁻¹ tr(…), nearer to its distribution in short samples. `centred`: û less its mean, which only
 * matters to a model without a constant (statsmodels' convention). Lütkepohl (2005), §4.4.3.
 */
export function portmanteau(fit: VarFit, lags: number, adjusted = false, centred = false): ResidualTest {
  if (!Number.isInteger(lags) || lags <= fit.lags || lags >= fit.observations)
    throw new AppError(
      "invalid-input",
      `a portmanteau test needs lags between the model's ${fit.lags} and its ${fit.observations} observations; found ${lags}`,
    );
  const n = fit.y.cols;
  const T = fit.observations;
  const residuals = centred ? lessMean(fit.residuals) : fit.residuals;
  const c0 = autocovariance(residuals, 0);
  let sum = 0;
  for (let i = 1; i <= lags; i++) {
    const c = autocovariance(residuals, i);
    const left = solvePositive(c0, c)!;
    const right = solvePositive(c0, transpose(c))!;
    const product = multiply(right, left);
    let trace = 0;
    for (let j = 0; j < n; j++) trace += product.data[j * n + j]!;
    sum += adjusted ? (T * trace) / (T - i) : trace;
  }
  const df = n * n * (lags - fit.lags);
  return { statistic: T * sum, df, pValue: chiSquaredUpper(T * sum, df) };
}

function autocovariance(u: Matrix, lag: number): Matrix {
  const n = u.cols;
  const out = matrix(n, n);
  for (let t = lag; t < u.rows; t++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        out.data[i * n + j] = out.data[i * n + j]! + u.data[t * n + i]! * u.data[(t - lag) * n + j]!;
  for (let i = 0; i < out.data.length; i++) out.data[i] = out.data[i]! / u.rows;
  return out;
}

function lessMean(u: Matrix): Matrix {
  const mean = new Float64Array(u.cols);
  u.data.forEach((v, at) => {
    mean[at % u.cols] = mean[at % u.cols]! + v / u.rows;
  });
  return matrix(
    u.rows,
    u.cols,
    u.data.map((v, at) => v - mean[at % u.cols]!),
  );
}
