import { AppError } from "../errors.ts";
import { type Band, idealBandPass } from "./idealBandPass.ts";
import { symmetricToeplitz } from "./symmetricToeplitz.ts";
import { completeFigures, type TrendAndCycle, withCycle } from "./trendAndCycle.ts";

export interface ChristianoFitzgeraldOptions {
  /**
   * `asymmetric`: every period uses the whole sample. `symmetric`: as many leads as lags, as many as both sides have.
   * `fixed`: `leads` on both sides, so that the ends are lost (NaN).
   */
  type?: "asymmetric" | "symmetric" | "fixed";
  /** Whether y is taken for a random walk (the paper's advice for most series) or for white noise. */
  root?: boolean;
  /** Takes the line through the first and the last figure out before filtering. */
  drift?: boolean;
  /**
   * Whether that line is part of the trend, so that y = trend + cycle (default). mFilter and statsmodels leave it out,
   * which is `false` here.
   */
  driftInTrend?: boolean;
  /** For `fixed` only. */
  leads?: number;
}

/**
 * The best linear estimate of the ideal band-pass component from a finite sample.
 *   random walk:  c(t) = Σ B(|t−s|) ỹ(s) over all s, where ỹ goes on as y(1) before the sample and y(n) after it,
 *                 so the end weights are  B̃(k) = −½B(0) − Σ B(j), j = 1 … k − 1  at distance k
 *   white noise:  c(t) = Σ B(|t−s|) y(s) over the sample, nothing being expected outside it
 * B from `idealBandPass`. Periods in observations. Christiano & Fitzgerald (2003), The band pass filter, International
 * Economic Review 44, eqs. 1.2–1.4 and §2. n ≥ 5; gaps are refused.
 */
export function christianoFitzgerald(
  figures: ArrayLike<number>,
  band: Band,
  options: ChristianoFitzgeraldOptions = {},
): TrendAndCycle {
  const { type = "asymmetric", root = true, drift = false, driftInTrend = true } = options;
  const y = completeFigures(figures, 5, "Christiano–Fitzgerald filter");
  const n = y.length;
  const weights = idealBandPass(band, n);
  const slope = drift ? (y[n - 1]! - y[0]!) / (n - 1) : 0;
  // A random walk may start from 0: that changes no answer and costs no digits.
  const z = y.map((v, t) => v - slope * t - (root ? y[0]! : 0));
  const cycle = new Float64Array(n);
  if (type === "asymmetric") wholeSample(weights, z, root, cycle);
  else {
    const leads = type === "fixed" ? fixedLeads(options.leads, n) : null;
    const beyond = endWeights(weights);
    for (let t = 0; t < n; t++)
      cycle[t] = balanced(weights, beyond, z, t, leads ?? Math.min(t, n - 1 - t), root);
  }
  return withCycle(driftInTrend ? y : y.map((v, t) => v - slope * t), cycle);
}

/** All of the sample for every t; the end weights stand for the figures expected outside it. */
function wholeSample(weights: Float64Array, z: Float64Array, root: boolean, cycle: Float64Array): void {
  const n = z.length;
  symmetricToeplitz(weights, n - 1, z, cycle);
  if (!root) return;
  const beyond = endWeights(weights);
  const first = z[0]!;
  const last = z[n - 1]!;
  for (let t = 0; t < n; t++) cycle[t]! += first * beyond[t + 1]! + last * beyond[n - t]!;
}

/** B̃(k) = Σ B(j) from j = k on, which is −½B(0) − Σ B(1 … k−1), since all weights add up to 0. */
function endWeights(weights: Float64Array): Float64Array {
  const beyond = new Float64Array(weights.length);
  let sum = -0.5 * weights[0]!;
  for (let k = 1; k < weights.length; k++) {
    beyond[k] = sum;
    sum -= weights[k]!;
  }
  return beyond;
}

/** As many leads as lags around t; NaN where the sample does not hold them. */
function balanced(
  weights: Float64Array,
  beyond: Float64Array,
  z: Float64Array,
  t: number,
  leads: number,
  root: boolean,
): number {
  if (t < leads || t + leads >= z.length) return Number.NaN;
  if (leads === 0) return root ? 0 : weights[0]! * z[t]!;
  let sum = weights[0]! * z[t]!;
  for (let j = 1; j < leads; j++) sum += weights[j]! * (z[t - j]! + z[t + j]!);
  return sum + (root ? beyond[leads]! : weights[leads]!) * (z[t - leads]! + z[t + leads]!);
}

function fixedLeads(leads: number | undefined, n: number): number {
  if (leads === undefined || !Number.isInteger(leads) || leads < 1 || 2 * leads + 1 > n)
    throw new AppError(
      "invalid-input",
      `the fixed filter takes 1 to ${Math.floor((n - 1) / 2)} leads and lags over ${n} figures; found ${leads}`,
    );
  return leads;
}
