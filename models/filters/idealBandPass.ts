import { AppError } from "../errors.ts";

/** Waves that a band-pass filter keeps: periods from `low` to `high` observations. */
export interface Band {
  low: number;
  high: number;
}

/**
 * Weights of the ideal filter that keeps the periods of the band, lags 0 … `lags`:
 *   B(0) = (b − a)/π,  B(j) = [sin(jb) − sin(ja)] / (πj),  a = 2π/high,  b = 2π/low
 * They are symmetric, and over all leads and lags add up to 0. 2 ≤ low < high.
 * Baxter & King (1999), Measuring business cycles, REStat 81.
 */
export function idealBandPass({ low, high }: Band, lags: number): Float64Array {
  if (!(low >= 2 && high > low && Number.isFinite(high)))
    throw new AppError(
      "invalid-input",
      `a band of periods runs from 2 observations or more to something longer; found ${low} to ${high}`,
    );
  const a = (2 * Math.PI) / high;
  const b = (2 * Math.PI) / low;
  const weights = new Float64Array(lags + 1);
  weights[0] = (b - a) / Math.PI;
  for (let j = 1; j <= lags; j++) weights[j] = (Math.sin(j * b) - Math.sin(j * a)) / (Math.PI * j);
  return weights;
}
