/**
 * The KPSS statistic for stationarity around a level.
 *   η = Σ S(t)² / (n² s²),  S(t) = Σ_{i≤t} (y(i) − ȳ)
 *   s² = γ̂(0) + 2 Σ_{j≤L} (1 − j/(L+1)) γ̂(j),  L = ⌊3√n / 13⌋
 * Large values speak against stationarity; see `KPSS_LEVEL_5`. A series that never moves gives 0.
 * Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of Econometrics 54. Lag rule as in forecast::ndiffs.
 */
export function kpss(y: Float64Array): number {
  const n = y.length;
  const mean = y.reduce((a, b) => a + b, 0) / n;
  const e = y.map((v) => v - mean);
  let running = 0;
  let squares = 0;
  for (const v of e) {
    running += v;
    squares += running * running;
  }
  const lags = Math.floor((3 * Math.sqrt(n)) / 13);
  let variance = 0;
  for (let j = 0; j <= lags; j++) {
    let gamma = 0;
    for (let t = j; t < n; t++) gamma += e[t]! * e[t - j]!;
    variance += (j === 0 ? 1 : 2 * (1 - j / (lags + 1))) * (gamma / n);
  }
  return variance > 0 ? squares / (n * n * variance) : 0;
}

/** Critical value at 5 %, their table 1. */
export const KPSS_LEVEL_5 = 0.463;
