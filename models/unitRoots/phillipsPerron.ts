import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { bartlettVariance } from "../statistics/bartlettVariance.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import { checkedSeries, refusePerfectFit } from "./checkedSeries.ts";
import { tabulatedP } from "./dickeyFullerTables.ts";
import { type LagRule, lagByRule } from "./lagRule.ts";
import type { CriticalValues } from "./mackinnon.ts";

export interface PhillipsPerronOptions {
  deterministics?: "constant" | "trend";
  /** Truncation lag of the long-run variance; the rules count n − 1 observations. */
  lags?: LagRule;
  /** Whether the sample moments of the correction are of y(t−1), as in the paper, or of y(t); alike in large samples. */
  moments?: "lagged" | "current";
}

export interface PhillipsPerron {
  zAlpha: number;
  zTau: number;
  lags: number;
  /** Of zTau: MacKinnon (1991). */
  critical: CriticalValues;
  /** With a trend only: interpolated in Banerjee et al.'s (1993) tables, within [0.01, 0.99]. */
  p: { zAlpha: number; zTau: number } | null;
}

/** MacKinnon (1991), table 1, one variable: β∞, β₁, β₂ at 1, 5, 10 %. */
const SURFACES = {
  constant: [
    [-3.4335, -5.999, -29.25],
    [-2.8621, -2.738, -8.36],
    [-2.5671, -1.438, -4.48],
  ],
  trend: [
    [-3.9638, -8.353, -47.44],
    [-3.4126, -4.039, -17.83],
    [-3.1279, -2.418, -7.58],
  ],
} as const;

/**
 * Phillips–Perron tests: the Dickey–Fuller statistics freed from serial correlation without lagged differences.
 *   y(t) = μ (+ βt) + α y(t−1) + u(t),  s² = Σu²/n,  σ² the long-run variance of u,  λ = (σ² − s²)/2
 *   Z(α) = n(α̂ − 1) − λ/M,  Z(τ) = (s/σ) τ − λ/(σ√M)
 *   M = Σ(y − ȳ)²/n²;  with trend (1 − n⁻²) times the sum of squares around the line, over n²
 * Throws AppError("not-enough-data") below 10 observations. Phillips & Perron (1988), Biometrika 75.
 */
export function phillipsPerron(
  series: ArrayLike<number>,
  options: PhillipsPerronOptions = {},
): PhillipsPerron {
  const { deterministics = "constant", lags: rule = "short", moments = "lagged" } = options;
  const y = checkedSeries(series, 10, "the Phillips–Perron test");
  const n = y.length - 1;
  const trend = deterministics === "trend";
  const k = trend ? 3 : 2;
  const x = matrix(n, k);
  for (let i = 0; i < n; i++) {
    x.data[i * k] = 1;
    if (trend) x.data[i * k + 1] = i + 1 - n / 2;
    x.data[i * k + k - 1] = y[i]!;
  }
  const names = trend ? ["constant", "trend", "level"] : ["constant", "level"];
  const fit = qrLeastSquares(x, y.subarray(1), { names });
  const mean = y.reduce((a, b) => a + b, 0) / (n + 1);
  refusePerfectFit(
    fit.rss,
    y.reduce((s, v) => s + (v - mean) ** 2, 0),
    "the Phillips–Perron test",
  );
  const s2 = fit.rss / n;
  const lags = lagByRule(rule, n);
  const sigma2 = bartlettVariance(fit.residuals, lags);
  const standardError = Math.sqrt((fit.rss / (n - k)) * unscaledCovariance(fit.rInverse, k, k - 1, k - 1));
  const gap = fit.coefficients[k - 1]! - 1;
  const lambda = 0.5 * (sigma2 - s2);
  const m = momentOf(moments === "lagged" ? y.subarray(0, n) : y.subarray(1), trend);
  const zAlpha = n * gap - lambda / m;
  const zTau = Math.sqrt(s2 / sigma2) * (gap / standardError) - lambda / Math.sqrt(sigma2 * m);
  const [one, five, ten] = SURFACES[deterministics].map(([b0, b1, b2]) => b0 + b1 / n + b2 / (n * n));
  return {
    zAlpha,
    zTau,
    lags,
    critical: { onePercent: one!, fivePercent: five!, tenPercent: ten! },
    p: trend ? { zAlpha: tabulatedP("alpha", zAlpha, n), zTau: tabulatedP("tau", zTau, n) } : null,
  };
}

function momentOf(y: Float64Array, trend: boolean): number {
  const n = y.length;
  const mean = y.reduce((a, b) => a + b, 0) / n;
  let squares = 0;
  let along = 0;
  for (let t = 0; t < n; t++) {
    const v = y[t]! - mean;
    squares += v * v;
    along += v * (t - (n - 1) / 2);
  }
  if (!trend) return squares / (n * n);
  return ((squares - (along * along) / ((n * (n * n - 1)) / 12)) * (1 - 1 / (n * n))) / (n * n);
}
