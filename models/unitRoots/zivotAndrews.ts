import { AppError } from "../errors.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import { checkedSeries, refusePerfectFit } from "./checkedSeries.ts";
import type { CriticalValues } from "./mackinnon.ts";

/** What breaks under the alternative: the level, the slope, or both. */
export type ZivotAndrewsModel = "intercept" | "trend" | "both";

export interface ZivotAndrews {
  /** The lowest τ over all break points. */
  statistic: number;
  /** Last observation before the break, counted from 1. */
  breakPoint: number;
  /** τ for a break after observation 1, 2, …; NaN where a break there cannot be told from the rest. */
  path: Float64Array;
  critical: CriticalValues;
}

/** Zivot & Andrews (1992), tables 2, 3 and 4. */
const CRITICAL: Readonly<Record<ZivotAndrewsModel, CriticalValues>> = {
  intercept: { onePercent: -5.34, fivePercent: -4.8, tenPercent: -4.58 },
  trend: { onePercent: -4.93, fivePercent: -4.42, tenPercent: -4.11 },
  both: { onePercent: -5.57, fivePercent: -5.08, tenPercent: -4.82 },
};

/**
 * Zivot–Andrews test: a unit root against stationarity around a trend that breaks once, at an unknown point.
 *   y(t) = μ + βt + α y(t−1) + θ DU(t) + γ DT(t) + Σ_{j≤p} c(j) Δy(t−j) + e(t),  inf over the break of (α̂ − 1)/se
 *   DU(t) = 1{t > τ},  DT(t) = max(t − τ, 0),  τ = 1 … n−1
 * Throws AppError("not-enough-data") for too few rows. Zivot & Andrews (1992), Journal of Business & Economic
 * Statistics 10.
 */
export function zivotAndrews(
  series: ArrayLike<number>,
  { model = "both", lags = 0 }: { model?: ZivotAndrewsModel; lags?: number } = {},
): ZivotAndrews {
  if (!Number.isInteger(lags) || lags < 0)
    throw new AppError("invalid-input", `the number of lags is a whole number from 0; found ${lags}`);
  const y = checkedSeries(series, 2 * lags + 9, "the Zivot–Andrews test");
  const n = y.length;
  const rows = n - 1 - lags;
  const breaks = model === "both" ? 2 : 1;
  const fixed = 3 + lags;
  const k = fixed + breaks;
  const x = matrix(rows, k);
  const target = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const t = lags + 1 + i;
    target[i] = y[t]!;
    x.data[i * k] = 1;
    x.data[i * k + 1] = y[t - 1]!;
    x.data[i * k + 2] = t + 1;
    for (let j = 1; j <= lags; j++) x.data[i * k + 2 + j] = y[t - j]! - y[t - j - 1]!;
  }
  const mean = y.reduce((a, b) => a + b, 0) / n;
  const spread = y.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const path = new Float64Array(n - 1);
  let statistic = Number.POSITIVE_INFINITY;
  let breakPoint = 0;
  for (let tau = 1; tau < n; tau++) {
    for (let i = 0; i < rows; i++) {
      const after = Math.max(0, lags + 2 + i - tau);
      if (model !== "trend") x.data[i * k + fixed] = after > 0 ? 1 : 0;
      if (model !== "intercept") x.data[i * k + k - 1] = after;
    }
    const fit = qrLeastSquares(x, target, { dropCollinear: true });
    refusePerfectFit(fit.rss, spread, "the Zivot–Andrews test");
    const df = rows - fit.rank;
    const variance = (fit.rss / df) * unscaledCovariance(fit.rInverse, k, 1, 1);
    const value = (fit.coefficients[1]! - 1) / Math.sqrt(variance);
    path[tau - 1] = fit.dropped[1] ? Number.NaN : value;
    if (value < statistic) {
      statistic = value;
      breakPoint = tau;
    }
  }
  return { statistic, breakPoint, path, critical: CRITICAL[model] };
}
