import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import { deterministicTerms } from "./deterministicTerms.ts";
import type { VarFit } from "./fitVar.ts";
import { movingAverage } from "./impulseResponse.ts";

export interface PathForecast {
  /** One row a step ahead. */
  mean: Matrix;
  /** Covariance of the forecast error at each step. */
  mse: readonly Matrix[];
}

/**
 * Forecasts of a vector autoregression, the parameters taken as known:
 *   ŷ(T+h) = Σ_l A_l ŷ(T+h−l) + C d(T+h) + D x(T+h),   MSE(h) = Σ_{i<h} Φ_i Σ̂ Φ_i′
 * `exogenous`: the regressors of the steps ahead, where the model has any. Lütkepohl (2005), §2.2.2 and §3.5.
 */
export function forecastVar(fit: VarFit, horizon: number, exogenous: Matrix | null = null): PathForecast {
  const n = fit.y.cols;
  const phi = movingAverage(fit.lagMatrices, n, Math.max(0, horizon - 1));
  const drift = deterministicPath(fit, horizon, exogenous);
  const { y, lags } = fit;
  const known = matrix(lags, n, y.data.slice((y.rows - lags) * n));
  return { mean: recursion(fit.lagMatrices, known, drift), mse: forecastMse(phi, fit.sigma) };
}

/** C d(t) + D x(t) for the steps after the data. */
function deterministicPath(fit: VarFit, horizon: number, exogenous: Matrix | null): Matrix {
  const { y, lags, deterministic, season, coefficients } = fit;
  const n = y.cols;
  const m = fit.exogenous?.cols ?? 0;
  if (m > 0 && (!exogenous || exogenous.rows < horizon || exogenous.cols !== m))
    throw new AppError(
      "invalid-input",
      `a forecast of ${horizon} steps needs ${horizon} rows of the ${m} exogenous regressors; found ${exogenous?.rows ?? 0} of ${exogenous?.cols ?? 0}`,
    );
  const terms = deterministicTerms({ kind: deterministic, season }, y.rows + 1, horizon);
  const out = matrix(horizon, n);
  for (let h = 0; h < horizon; h++)
    for (let i = 0; i < n; i++) {
      let s = 0;
      let at = n * lags;
      for (let j = 0; j < terms.cols; j++, at++)
        s += terms.data[h * terms.cols + j]! * coefficients.data[at * n + i]!;
      for (let j = 0; j < m; j++, at++) s += exogenous!.data[h * m + j]! * coefficients.data[at * n + i]!;
      out.data[h * n + i] = s;
    }
  return out;
}

/** Runs y(t) = Σ_l A_l y(t−l) + drift(t) on from the last p known rows. */
export function recursion(lagMatrices: readonly Matrix[], known: Matrix, drift: Matrix): Matrix {
  const n = drift.cols;
  const p = lagMatrices.length;
  const path = matrix(p + drift.rows, n);
  path.data.set(known.data.subarray((known.rows - p) * n));
  for (let h = 0; h < drift.rows; h++)
    for (let i = 0; i < n; i++) {
      let s = drift.data[h * n + i]!;
      for (let l = 1; l <= p; l++) {
        const a = lagMatrices[l - 1]!.data;
        const from = (p + h - l) * n;
        for (let j = 0; j < n; j++) s += a[i * n + j]! * path.data[from + j]!;
      }
      path.data[(p + h) * n + i] = s;
    }
  return matrix(drift.rows, n, path.data.slice(p * n));
}

/** MSE(1) … MSE(H) from Φ_0 … Φ_{H−1}. */
export function forecastMse(phi: readonly Matrix[], sigma: Matrix): Matrix[] {
  const n = sigma.rows;
  const sum = new Float64Array(n * n);
  return phi.map((m) => {
    const left = multiply(m, sigma);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let k = 0; k < n; k++) s += left.data[i * n + k]! * m.data[j * n + k]!;
        sum[i * n + j] = sum[i * n + j]! + s;
      }
    return matrix(n, n, sum.slice());
  });
}

/** Central normal intervals of a path at one level (percent). */
export function pathInterval({ mean, mse }: PathForecast, level: number): { lower: Matrix; upper: Matrix } {
  const z = normalQuantile(0.5 + level / 200);
  const n = mean.cols;
  const side = (sign: number) =>
    matrix(
      mean.rows,
      n,
      mean.data.map((m, at) => {
        const j = at % n;
        return m + sign * z * Math.sqrt(mse[(at - j) / n]!.data[j * n + j]!);
      }),
    );
  return { lower: side(-1), upper: side(1) };
}
