import { AppError } from "../../errors.ts";
import { decompose } from "../../seasonal/classical/decompose.ts";
import { laggedProduct } from "../../statistics/laggedProduct.ts";
import { normalQuantile } from "../../statistics/normalQuantile.ts";
import { type SimpleSmoothing, simpleSmoothing } from "./simpleSmoothing.ts";

export interface ThetaFit {
  smoothing: SimpleSmoothing;
  /** Half the slope of the straight line through the (adjusted) series. */
  drift: number;
  /** Factors of the coming season's periods; null where no season was found. */
  factors: Float64Array | null;
  sigma2: number;
  /** On the scale of the series. */
  fitted: Float64Array;
}

/**
 * The Theta method: simple smoothing of the seasonally adjusted series with half its trend as drift.
 *   ŷ(n+h) = [ l(n) + b/2 ( h − 1 + (1 − (1−α)ⁿ)/α ) ] · s(n+h−m)
 * b the OLS slope, α by least squares. The season is taken out by classical multiplicative decomposition where the
 * autocorrelation at lag m is beyond its 90 % limit,  |r_m| > 1.645 √((1 + 2 Σ_{i<m} r_i²)/n).
 * Assimakopoulos & Nikolopoulos (2000), International Journal of Forecasting 16; Hyndman & Billah (2003), IJF 19, §3.
 * y without gaps; refuses a gap, an infinite figure and fewer than four figures.
 */
export function fitTheta(y: Float64Array, m: number): ThetaFit {
  const n = y.length;
  if (n < 4) throw new AppError("not-enough-data", `${n} figures; the Theta method needs at least 4`);
  const gap = y.findIndex((v) => !Number.isFinite(v));
  if (gap >= 0)
    throw new AppError("invalid-input", `the Theta method cannot bridge figure ${gap + 1}, ${y[gap]}`);
  const factors = isSeasonal(y, m) ? seasonalFactors(y, m) : null;
  const adjusted = factors ? y.map((v, t) => v / factors[t % m]!) : y;
  const smoothing = simpleSmoothing(adjusted);
  if (!Number.isFinite(smoothing.squares))
    throw new AppError(
      "invalid-input",
      "figures so large that their squares leave the range of numbers; rescale them",
    );
  const drift = slopeOf(adjusted) / 2;
  const { alpha } = smoothing;
  const fitted = smoothing.fitted.map((v, t) => {
    const level = v + drift * ((1 - (1 - alpha) ** t) / alpha);
    return factors ? level * factors[t % m]! : level;
  });
  // Two parameters of the smoothing: α and the start.
  const sigma2 = smoothing.squares / (n - 2);
  const coming = factors ? Float64Array.from({ length: m }, (_, j) => factors[(n + j) % m]!) : null;
  return { smoothing, drift, factors: coming, sigma2, fitted };
}

/**
 * Mean and standard deviation at horizons 1…H: sd(h) = σ √(1 + (h−1) α²), that of the smoothing, which leaves the
 * uncertainty of the trend out.
 */
export function thetaForecast(
  { smoothing, drift, factors, sigma2, fitted }: ThetaFit,
  horizon: number,
): { mean: Float64Array; sd: Float64Array } {
  const { alpha, last } = smoothing;
  const n = fitted.length;
  const mean = Float64Array.from({ length: horizon }, (_, h) => {
    const level = last + drift * (h + (1 - (1 - alpha) ** n) / alpha);
    return factors ? level * factors[h % factors.length]! : level;
  });
  return { mean, sd: mean.map((_, h) => Math.sqrt(sigma2 * (1 + h * alpha * alpha))) };
}

function isSeasonal(y: Float64Array, m: number): boolean {
  const n = y.length;
  if (m < 2 || n <= 2 * m || y.every((v) => v === y[0])) return false;
  const r = autocorrelations(y, m);
  const before = r.slice(0, m - 1).reduce((s, v) => s + v * v, 0);
  return Math.abs(r[m - 1]!) / Math.sqrt((1 + 2 * before) / n) > normalQuantile(0.95);
}

function autocorrelations(y: Float64Array, lags: number): number[] {
  const mean = y.reduce((s, v) => s + v, 0) / y.length;
  const e = y.map((v) => v - mean);
  const square = laggedProduct(e, 0);
  return Array.from({ length: lags }, (_, k) => laggedProduct(e, k + 1) / square);
}

/** null where a factor is so near 0 that dividing by it would invent figures. */
function seasonalFactors(y: Float64Array, m: number): Float64Array | null {
  const { figure } = decompose(y, { period: m, mode: "multiplicative" });
  return figure.some((v) => Math.abs(v) < 1e-4) ? null : figure;
}

function slopeOf(y: Float64Array): number {
  const n = y.length;
  const middle = (n - 1) / 2;
  let sxy = 0;
  let sxx = 0;
  for (let t = 0; t < n; t++) {
    sxy += (t - middle) * y[t]!;
    sxx += (t - middle) ** 2;
  }
  return sxy / sxx;
}
