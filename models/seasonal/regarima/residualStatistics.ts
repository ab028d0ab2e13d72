import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import type { FittedModel } from "./model.ts";
import { sampleShocks } from "./sampleShocks.ts";

export interface ResidualStatistics {
  /** The residuals themselves. */
  shocks: Float64Array;
  skewness: number;
  kurtosis: number;
  /** Geary's a, mean absolute deviation over standard deviation: 0.7979 for a normal sample. */
  geary: number;
  durbinWatson: number;
  autocorrelations: Float64Array;
  /** Ljung–Box Q from the first lag with degrees of freedom on. */
  ljungBox: readonly { lag: number; q: number; df: number; p: number }[];
}

/**
 * Residual diagnostics of a regARIMA model on its shocks a(t):
 *   skewness m₃/m₂^{3/2},  kurtosis m₄/m₂²,  a = mean|a − ā|/√m₂,  DW = Σ(Δa)²/Σa²,
 *   Q(K) = n(n + 2) Σ_{k≤K} r(k)²/(n − k) ~ χ²(K − ARMA coefficients)
 * moments and autocorrelations around the mean. X-13ARIMA-SEATS Reference Manual, §7.3 (check).
 */
export function residualStatistics(model: FittedModel, lags = 2 * model.order.m): ResidualStatistics {
  const shocks = sampleShocks(model.fit);
  const n = shocks.length;
  const most = Math.max(1, Math.min(lags, n - 1));
  const mean = shocks.reduce((s, v) => s + v, 0) / n;
  const moment = (k: number) => shocks.reduce((s, v) => s + (v - mean) ** k, 0) / n;
  const m2 = moment(2);
  const squares = shocks.reduce((s, v) => s + v * v, 0);
  let steps = 0;
  for (let t = 1; t < n; t++) steps += (shocks[t]! - shocks[t - 1]!) ** 2;
  const autocorrelations = Float64Array.from({ length: most }, (_, i) => {
    let c = 0;
    for (let t = i + 1; t < n; t++) c += (shocks[t]! - mean) * (shocks[t - i - 1]! - mean);
    return c / (n * m2);
  });
  const { p, q, P, Q } = model.order;
  const ljungBox: { lag: number; q: number; df: number; p: number }[] = [];
  let sum = 0;
  autocorrelations.forEach((r, i) => {
    sum += (r * r) / (n - i - 1);
    const df = i + 1 - (p + q + P + Q);
    const statistic = n * (n + 2) * sum;
    if (df > 0) ljungBox.push({ lag: i + 1, q: statistic, df, p: chiSquaredUpper(statistic, df) });
  });
  return {
    shocks,
    skewness: moment(3) / m2 ** 1.5,
    kurtosis: moment(4) / m2 ** 2,
    geary: shocks.reduce((s, v) => s + Math.abs(v - mean), 0) / n / Math.sqrt(m2),
    durbinWatson: steps / squares,
    autocorrelations,
    ljungBox,
  };
}
