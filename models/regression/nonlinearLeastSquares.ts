import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import { qrLeastSquares } from "./qrLeastSquares.ts";

/** y(t) − f(t; θ) for n rows. */
export interface NonlinearModel {
  rows: number;
  /** Fills `out` with the residuals at θ. NaN anywhere marks θ as forbidden. */
  residuals(theta: Float64Array, out: Float64Array): void;
  /** Ends of each parameter; none otherwise. */
  lower?: ArrayLike<number>;
  upper?: ArrayLike<number>;
  /** Fills `out` (n × k) with ∂f/∂θ at θ. */
  slopes(theta: Float64Array, out: Matrix): void;
}

export interface NonlinearFit {
  parameters: Float64Array;
  residuals: Float64Array;
  rss: number;
  /** √(rss/(n−k)). */
  sigma: number;
  /** σ̂²(J′J)⁻¹; rows of a direction the data say nothing about hold 0. */
  covariance: Matrix;
  standardErrors: Float64Array;
  /** Whether the steps came to rest within the iterations allowed. */
  converged: boolean;
}

const SMALLEST_GAIN = 1e-15;

/**
 * Nonlinear least squares by Levenberg–Marquardt.
 *   δ = argmin |r − Jδ|² + λ|Dδ|²,  D the lengths of J's columns;  λ falls after a step that gains and rises after one
 *   that does not
 * Each step by QR of the stacked system. A parameter at a bound that the slope pushes it against rests there.
 * Covariance from the last Gauss–Newton regression. Throws AppError ("not-enough-data") for n ≤ k, ("invalid-input")
 * for a start that gives no numbers. Marquardt (1963), SIAM Journal 11; Davidson & MacKinnon, Econometric Theory and
 * Methods, chapter 6.
 */
export function nonlinearLeastSquares(
  model: NonlinearModel,
  start: ArrayLike<number>,
  maxIterations = 500,
): NonlinearFit {
  const k = start.length;
  const n = model.rows;
  if (n <= k)
    throw new AppError(
      "not-enough-data",
      `nonlinear least squares with ${k} parameters needs more rows; found ${n}`,
    );
  let theta = Float64Array.from(start);
  let r = new Float64Array(n);
  let trial = new Float64Array(n);
  let rss = squares(model, theta, r);
  if (!Number.isFinite(rss))
    throw new AppError(
      "invalid-input",
      `nonlinear least squares finds no numbers at its start ${[...theta].join(", ")}`,
    );
  const j = matrix(n, k);
  const stacked = matrix(n + k, k);
  const right = new Float64Array(n + k);
  const length = new Float64Array(k);
  let lambda = 1e-3;
  let converged = false;
  for (let iteration = 0; iteration < maxIterations && !converged; iteration++) {
    model.slopes(theta, j);
    if (!j.data.every(Number.isFinite)) break;
    stacked.data.set(j.data);
    right.set(r);
    restAtBounds(model, theta, r, stacked, n);
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let t = 0; t < n; t++) sum += stacked.data[t * k + i]! ** 2;
      length[i] = Math.max(Math.sqrt(sum), 1e-10);
    }
    for (let tries = 0; ; tries++) {
      for (let i = 0; i < k; i++) stacked.data[(n + i) * k + i] = Math.sqrt(lambda) * length[i]!;
      const step = qrLeastSquares(stacked, right, { dropCollinear: true }).coefficients;
      const next = theta.map((v, i) =>
        Math.min(
          Math.max(v + step[i]!, model.lower?.[i] ?? v + step[i]!),
          model.upper?.[i] ?? Number.POSITIVE_INFINITY,
        ),
      );
      const now = squares(model, next, trial);
      if (now <= rss) {
        const move = step.reduce(
          (most, s, i) => Math.max(most, Math.abs(s) / (Math.abs(next[i]!) + 1e-3)),
          0,
        );
        converged = rss - now <= SMALLEST_GAIN * rss && move < 1e-7;
        theta = next;
        rss = now;
        [r, trial] = [trial, r];
        lambda = Math.max(lambda / 10, 1e-14);
        break;
      }
      lambda *= 10;
      if (tries > 30) {
        // No damping helps: within rounding this is the bottom.
        converged = true;
        break;
      }
    }
  }
  return { ...withErrors(model, theta, r, rss), converged };
}

/** Empties the column of a parameter that stands at a bound and would be pushed beyond it. */
function restAtBounds(
  { lower, upper }: NonlinearModel,
  theta: Float64Array,
  r: Float64Array,
  stacked: Matrix,
  n: number,
): void {
  const k = theta.length;
  for (let i = 0; i < k; i++) {
    const low = theta[i] === lower?.[i];
    if (!low && theta[i] !== upper?.[i]) continue;
    let push = 0;
    for (let t = 0; t < n; t++) push += stacked.data[t * k + i]! * r[t]!;
    if (low ? push < 0 : push > 0) for (let t = 0; t < n; t++) stacked.data[t * k + i] = 0;
  }
}

function withErrors(model: NonlinearModel, theta: Float64Array, r: Float64Array, rss: number) {
  const k = theta.length;
  const n = model.rows;
  const j = matrix(n, k);
  model.slopes(theta, j);
  const last = qrLeastSquares(j, r, { dropCollinear: true });
  const variance = rss / (n - k);
  const covariance = matrix(k, k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      covariance.data[a * k + b] = variance * unscaledCovariance(last.rInverse, k, a, b);
  return {
    parameters: theta,
    residuals: r,
    rss,
    sigma: Math.sqrt(variance),
    covariance,
    standardErrors: theta.map((_, i) => Math.sqrt(covariance.data[i * k + i]!)),
  };
}

function squares(model: NonlinearModel, theta: Float64Array, out: Float64Array): number {
  model.residuals(theta, out);
  let sum = 0;
  for (let t = 0; t < out.length; t++) sum += out[t]! * out[t]!;
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
