import { AppError } from "../errors.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { bridgeIncrementsP, brownianBridgeP, brownianMotionP } from "./fluctuationP.ts";
import { checkedRows, recursiveResiduals } from "./recursiveResiduals.ts";

export interface Fluctuation {
  process: Float64Array;
  statistic: number;
  p: number;
}

/**
 * CUSUM of least-squares residuals, from 0 at t = 0 back to 0 at t = n (with a constant).
 *   W(t) = Σ_{i≤t} e(i) / (σ̂√n),  σ̂² = e′e/(n−k);  max |W| against a Brownian bridge
 * Ploberger & Krämer (1992), Econometrica 60.
 */
export function olsCusum(y: ArrayLike<number>, x: Matrix): Fluctuation {
  checkedRows(x, y, "CUSUM tests");
  const process = summed(x, y);
  const statistic = largest(process);
  return { process, statistic, p: brownianBridgeP(statistic) };
}

/**
 * CUSUM of recursive residuals.
 *   W(r) = Σ_{k<i≤k+r} w(i) / (σ̂√(n−k)),  σ̂² the variance of w around its mean;  max |W(r)|/(1 + 2r/(n−k))
 * Brown, Durbin & Evans (1975), JRSS B 37; Krämer, Ploberger & Alt (1988), Econometrica 56.
 */
export function recursiveCusum(y: ArrayLike<number>, x: Matrix): Fluctuation {
  const w = recursiveResiduals(x, y).filter((v) => !Number.isNaN(v));
  const m = w.length;
  const mean = w.reduce((a, b) => a + b, 0) / m;
  const sigma = Math.sqrt(w.reduce((s, v) => s + (v - mean) ** 2, 0) / (m - 1));
  checkedSigma(sigma);
  const process = cumulated(w, sigma * Math.sqrt(m));
  const statistic = process.reduce((most, v, r) => Math.max(most, Math.abs(v) / (1 + (2 * r) / m)), 0);
  return { process, statistic, p: brownianMotionP(statistic) };
}

/**
 * Moving sums of least-squares residuals over windows of ⌊hn⌋.
 *   M(t) = (W(t + ⌊hn⌋) − W(t)),  t = 0 … n − ⌊hn⌋;  max |M| against increments of a Brownian bridge
 * 0 < h ≤ ½. Chu, Hornik & Kuan (1995), Econometric Theory 11.
 */
export function olsMosum(y: ArrayLike<number>, x: Matrix, h = 0.15): Fluctuation {
  checkedRows(x, y, "MOSUM tests");
  const n = x.rows;
  const width = Math.floor(n * h);
  if (!(h > 0 && h <= 0.5) || width < 1)
    throw new AppError(
      "invalid-input",
      `a MOSUM window is a share up to ½ of at least one observation; found ${h} of ${n}`,
    );
  const sums = summed(x, y);
  const process = Float64Array.from({ length: n - width + 1 }, (_, t) => sums[t + width]! - sums[t]!);
  const statistic = largest(process);
  return { process, statistic, p: bridgeIncrementsP(statistic, h) };
}

function summed(x: Matrix, y: ArrayLike<number>): Float64Array {
  const { residuals, rss } = qrLeastSquares(x, y);
  const sigma = Math.sqrt(rss / (x.rows - x.cols));
  checkedSigma(sigma);
  return cumulated(residuals, sigma * Math.sqrt(x.rows));
}

function cumulated(e: Float64Array, scale: number): Float64Array {
  const out = new Float64Array(e.length + 1);
  let sum = 0;
  for (let t = 0; t < e.length; t++) {
    sum += e[t]!;
    out[t + 1] = sum / scale;
  }
  return out;
}

function checkedSigma(sigma: number): void {
  if (!(sigma > 0))
    throw new AppError("invalid-input", "a fluctuation test needs errors; the regression fits perfectly");
}

const largest = (process: Float64Array): number =>
  process.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
