import { bartlettVariance } from "./bartlettVariance.ts";

/**
 * The KPSS statistic of the residuals e of a level or a trend; large values speak against stationarity.
 *   η = Σ S(t)² / (n² s²(L)),  S(t) = Σ_{i≤t} e(i),  s²(L) their long-run variance with Bartlett weights
 * 0 where that variance is 0: nothing moves. Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of Econometrics 54.
 */
export function kpssStatistic(e: Float64Array, lags: number): number {
  let running = 0;
  let squares = 0;
  for (const v of e) {
    running += v;
    squares += running * running;
  }
  const variance = bartlettVariance(e, lags);
  return variance > 0 ? squares / (e.length * e.length * variance) : 0;
}

/**
 * The same around the mean of y, with L = ⌊3√n / 13⌋ as forecast::ndiffs has it; beside it `KPSS_LEVEL_5`. The test with
 * its p-values, trends and lag rules: ../unitRoots/kpssTest.ts.
 */
export function kpss(y: Float64Array): number {
  const n = y.length;
  const mean = y.reduce((a, b) => a + b, 0) / n;
  return kpssStatistic(
    y.map((v) => v - mean),
    Math.floor((3 * Math.sqrt(n)) / 13),
  );
}

/** Critical value at 5 %, their table 1. */
export const KPSS_LEVEL_5 = 0.463;
