import { AppError } from "../../errors.ts";
import { type QrFit, qrLeastSquares } from "../../regression/qrLeastSquares.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";

export interface MonthlyAutoregression {
  order: number;
  sigma: number;
  /** E[x(T+i)], i = 1 … steps. */
  mean: Float64Array;
  /** ψ(0) = 1, ψ(1), … : what a shock leaves i months later. */
  psi: Float64Array;
}

const MOST_LAGS = 13;
/** Beyond these the recursion counts as explosive. */
const FAR = 120;
const TOO_LARGE = 1.5;

/**
 * An autoregression with a constant, its order by BIC among 1 … 13 on the common sample, carried `steps` months on.
 *   x(t) = c + Σ_{j≤p} φ(j) x(t−j) + e(t),  ψ(i) = Σ_j φ(j) ψ(i−j)
 * An explosive fit gives way to a random walk. Throws AppError("not-enough-data") below 24 figures.
 * Lütkepohl, New Introduction to Multiple Time Series Analysis, §2.2, §4.3.
 */
export function monthlyAutoregression(x: Float64Array, steps: number, name: string): MonthlyAutoregression {
  const n = x.length;
  if (n < 24) throw new AppError("not-enough-data", `bridge needs 24 months of ${name} in a row; found ${n}`);
  const most = Math.min(MOST_LAGS, Math.floor(n / 4));
  const order = bestOrder(regression(x, most, most), n - most, most);
  const { coefficients, rss } = regression(x, order, order);
  const phi = coefficients.subarray(1);
  const psi = weightsOf(phi, Math.max(steps, FAR + 1));
  const explosive = Math.abs(psi[FAR]!) > TOO_LARGE || !psi.every(Number.isFinite);
  if (explosive) return randomWalk(x, steps);
  const mean = new Float64Array(steps);
  for (let i = 0; i < steps; i++) {
    let s = coefficients[0]!;
    for (let j = 1; j <= order; j++) s += phi[j - 1]! * (i >= j ? mean[i - j]! : x[n + i - j]!);
    mean[i] = s;
  }
  return { order, sigma: Math.sqrt(rss / (n - 2 * order - 1)), mean, psi: psi.slice(0, steps) };
}

function regression(x: Float64Array, lags: number, skip: number): QrFit {
  const rows = x.length - skip;
  const design = matrix(rows, lags + 1);
  for (let i = 0; i < rows; i++) {
    design.data[i * (lags + 1)] = 1;
    for (let j = 1; j <= lags; j++) design.data[i * (lags + 1) + j] = x[skip + i - j]!;
  }
  return qrLeastSquares(design, x.subarray(skip), { dropCollinear: true });
}

/** One fit of the longest tells the rss of all shorter ones. */
function bestOrder(fit: QrFit, rows: number, most: number): number {
  let rss = fit.rss;
  let best = most;
  let lowest = Number.POSITIVE_INFINITY;
  for (let p = most; p >= 1; p--) {
    const bic = rows * Math.log(rss) + Math.log(rows) * (p + 1);
    if (bic <= lowest) {
      lowest = bic;
      best = p;
    }
    rss += fit.effects[p]! ** 2;
  }
  return best;
}

function weightsOf(phi: Float64Array, length: number): Float64Array {
  const psi = new Float64Array(length);
  psi[0] = 1;
  for (let i = 1; i < length; i++) {
    let s = 0;
    for (let j = 1; j <= Math.min(i, phi.length); j++) s += phi[j - 1]! * psi[i - j]!;
    psi[i] = s;
  }
  return psi;
}

function randomWalk(x: Float64Array, steps: number): MonthlyAutoregression {
  let squares = 0;
  for (let t = 1; t < x.length; t++) squares += (x[t]! - x[t - 1]!) ** 2;
  return {
    order: 0,
    sigma: Math.sqrt(squares / (x.length - 1)),
    mean: new Float64Array(steps).fill(x.at(-1)!),
    psi: new Float64Array(steps).fill(1),
  };
}
