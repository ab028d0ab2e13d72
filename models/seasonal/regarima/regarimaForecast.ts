import { armaPolynomials } from "../../arima/arimaOrder.ts";
import { innovations } from "../../arima/innovations.ts";
import { stateForecasts } from "../../arima/stateForecasts.ts";
import { AppError } from "../../errors.ts";
import type { RegarimaFit } from "./fitRegarima.ts";
import { inverseOf } from "./whitened.ts";

/** Means and standard errors on the transformed scale. */
export interface RegarimaForecast {
  mean: Float64Array;
  /** With the regression coefficients' uncertainty: σ̂√(Σψ² + d(XᵀV⁻¹X)⁻¹dᵀ). */
  se: Float64Array;
}

/**
 * Forecasts 1…H of the transformed series from a fit whose regressors reach H periods beyond the series.
 *   ŷ(n+h) = x(n+h)β̂ + the ARIMA forecast of y − Xβ̂
 *   var(h) = σ̂² (Σ_{i<h} ψᵢ² + d(h)ᵀ(XᵀV⁻¹X)⁻¹d(h)),   d(h) = x(n+h) − the ARIMA forecast of x
 * ARMA coefficients are taken as known. Bell (1984); X-13ARIMA-SEATS Reference Manual, §4.7.
 */
export function regarimaForecast(fit: RegarimaFit, horizon: number): RegarimaForecast {
  const { data } = fit;
  const { delta, gaps, order } = data;
  const n = data.levels.length;
  for (const column of data.columns)
    if (column.length < n + horizon)
      throw new AppError(
        "invalid-input",
        `a forecast of ${horizon} periods needs regressors of ${n + horizon} values; found ${column.length}`,
      );
  const arma = armaPolynomials(order, fit.arma);
  const run = innovations(arma, [data.w, ...data.differencedColumns], true)!;
  const ahead = run.states.map((state) => stateForecasts(arma.phi, state, horizon));
  const known = [data.levels, ...allColumns(fit)];
  const predicted = known.map((levels, i) => integrate(levels, n, delta, ahead[i]!));
  const constant = order.constant ? gaps.length : -1;
  const k = known.length - 1;
  const d = Array.from({ length: horizon }, (_, h) =>
    Float64Array.from({ length: k }, (_v, i) => {
      // A gap's column is 0 beyond the series; the constant's grows as differencing 1 has it.
      const own =
        i < gaps.length ? 0 : i === constant ? trendOfConstant(delta, n + h) : known[i + 1]![n + h]!;
      return own - predicted[i + 1]![h]!;
    }),
  );
  const inverse = inverseOf(fit.factor, k);
  const psi = psiWeights(arma.phi, arma.theta, delta, horizon);
  const mean = new Float64Array(horizon);
  const se = new Float64Array(horizon);
  let squares = 0;
  for (let h = 0; h < horizon; h++) {
    squares += psi[h]! ** 2;
    let m = predicted[0]![h]!;
    let spread = 0;
    for (let i = 0; i < k; i++) {
      m += fit.coefficients[i]! * d[h]![i]!;
      for (let j = 0; j < k; j++) spread += d[h]![i]! * inverse[i * k + j]! * d[h]![j]!;
    }
    mean[h] = m;
    se[h] = Math.sqrt(fit.sigma2 * (squares + spread));
  }
  return { mean, se };
}

/** The series with its gaps estimated from both sides. */
export function filledLevels(fit: RegarimaFit): Float64Array {
  const levels = fit.data.levels.slice();
  fit.data.gaps.forEach((at, i) => {
    levels[at] = levels[at]! - fit.coefficients[i]!;
  });
  return levels;
}

/** Levels of every column: gaps, the constant's growth, the regressors. */
function allColumns(fit: RegarimaFit): Float64Array[] {
  const { gaps, order, columns, delta, levels } = fit.data;
  const n = levels.length;
  const out = gaps.map((at) => {
    const column = new Float64Array(n);
    column[at] = 1;
    return column;
  });
  if (order.constant) out.push(Float64Array.from({ length: n }, (_, t) => trendOfConstant(delta, t)));
  return [...out, ...columns];
}

/**
 * A function of time c(t) with δ(B)c = 1: t^{d+D}/((d+D)! sᴰ) up to what differencing annuls; exactly, the polynomial of
 * degree d + D fitted to that condition at t = 0, 1, ….
 */
export function trendOfConstant(delta: Float64Array, t: number): number {
  const lags = delta.length - 1;
  let degree = 0;
  // δ(1) = 0 as often as there are unit roots at 1: the moments Σδⱼjᵏ vanish up to k = d + D − 1.
  const moment = (k: number): number => {
    let v = k === 0 ? 1 : 0;
    for (let j = 1; j <= lags; j++) v -= delta[j]! * (-j) ** k;
    return v;
  };
  while (degree < 6 && Math.abs(moment(degree)) < 0.5) degree++;
  return t ** degree / moment(degree);
}

function integrate(levels: Float64Array, n: number, delta: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(w.length);
  for (let h = 0; h < w.length; h++) {
    let v = w[h]!;
    for (let j = 1; j < delta.length; j++)
      if (delta[j] !== 0) v += delta[j]! * (h - j >= 0 ? out[h - j]! : levels[n + h - j]!);
    out[h] = v;
  }
  return out;
}

/** ψ weights of θ(B) / (φ(B)δ(B)). */
export function psiWeights(
  phi: Float64Array,
  theta: Float64Array,
  delta: Float64Array,
  count: number,
): Float64Array {
  const psi = new Float64Array(count);
  const arima = new Float64Array(phi.length + delta.length - 1);
  for (let i = 0; i < phi.length; i++)
    for (let j = 0; j < delta.length; j++)
      arima[i + j]! += (i === 0 ? 1 : -phi[i]!) * (j === 0 ? 1 : -delta[j]!);
  for (let h = 0; h < count; h++) {
    let v = h < theta.length ? theta[h]! : 0;
    for (let i = 1; i <= Math.min(h, arima.length - 1); i++) v -= arima[i]! * psi[h - i]!;
    psi[h] = v;
  }
  return psi;
}
