/**
 * Σ_{t>j} e(t) e(t−j) at lag j: n times the autocovariance where e has mean 0, and over the same at lag 0 the
 * autocorrelation r(j). 0 for a lag of n or more. Box & Jenkins, Time Series Analysis, §2.1.
 */
export function laggedProduct(e: Float64Array, lag: number): number {
  let sum = 0;
  for (let t = lag; t < e.length; t++) sum += e[t]! * e[t - lag]!;
  return sum;
}
