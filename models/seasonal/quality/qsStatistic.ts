import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { laggedProduct } from "../../statistics/laggedProduct.ts";

export interface QsStatistic {
  qs: number;
  p: number;
}

/**
 * Pierce's QS for a stationary series z, its mean taken as zero: positive autocorrelation at the seasonal lags,
 *   QS = n(n+2) [r(m)²/(n−m) + r(2m)²₊/(n−2m)]  where r(m) > 0, else 0;   r(2m) counts only where positive;   p by χ²(2)
 * For an irregular, as its difference from 1 (or 0). Ljung & Box (1978); Maravall (2012), Update of seasonality tests.
 */
export function qsOfIrregular(z: Float64Array, m: number): QsStatistic {
  return ofAutocorrelations(z, autocorrelations(z, [m, 2 * m]), m);
}

/**
 * QS of a series with a trend: of its first difference (of order `differences`, 1 or 2, where a model names more), mean
 * removed. Where that is still positively correlated throughout — at lags 1 … 4 and m, quarterly above 0.2 at 1 … 4 — it
 * is differenced once more.
 */
export function qsOfSeries(x: Float64Array, m: number, differences = 1): QsStatistic {
  let z = x;
  for (let d = 0; d < Math.max(1, Math.min(2, differences)); d++) z = differenced(z);
  let mean = 0;
  for (const v of z) mean += v / z.length;
  z = z.map((v) => v - mean);
  if (differences <= 1 && stillTrending(z, m)) z = differenced(z);
  return qsOfIrregular(z, m);
}

function stillTrending(z: Float64Array, m: number): boolean {
  const near = autocorrelations(z, [1, 2, 3, 4]);
  if (m <= 4) return near.slice(0, m).every((r) => r > 0.2);
  return near.every((r) => r > 0) && autocorrelations(z, [m])[0]! > 0;
}

function differenced(x: Float64Array): Float64Array {
  const out = new Float64Array(Math.max(x.length - 1, 0));
  for (let t = 0; t < out.length; t++) out[t] = x[t + 1]! - x[t]!;
  return out;
}

function autocorrelations(z: Float64Array, lags: readonly number[]): number[] {
  const variance = laggedProduct(z, 0);
  return lags.map((k) => (variance > 0 ? laggedProduct(z, k) / variance : 0));
}

function ofAutocorrelations(z: Float64Array, r: readonly number[], m: number): QsStatistic {
  const n = z.length;
  if (n <= 2 * m)
    throw new AppError("not-enough-data", `QS needs more than two years, ${2 * m} figures; there are ${n}.`);
  let qs = 0;
  if (r[0]! > 0) for (let k = 1; k <= 2; k++) if (r[k - 1]! > 0) qs += r[k - 1]! ** 2 / (n - k * m);
  qs *= n * (n + 2);
  return { qs, p: chiSquaredUpper(qs, 2) };
}
