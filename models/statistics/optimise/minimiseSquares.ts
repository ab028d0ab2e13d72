import { choleskyInPlace, solveLower, solveLowerTransposed } from "../matrix/cholesky.ts";

/** Fills `out` with the residuals at x; false where x is forbidden. */
export type Residuals = (x: Float64Array, out: Float64Array) => boolean;

export interface LeastPoint {
  x: Float64Array;
  /** Σ e² there; Infinity where the start is forbidden. */
  squares: number;
  /** JᵀJ at the last Jacobian, k × k: where a quasi-Newton search can take over. */
  curvature: Float64Array;
  evaluations: number;
}

export interface SquaresOptions {
  maxIterations?: number;
  /** Stop when two steps in a row gain less than this share of Σ e². */
  tolerance?: number;
  /** Refused trials in one step after which the search ends. */
  mostRefusals?: number;
  /** Longest move of one coordinate in one step. */
  longestStep?: number;
}

/** Width of the forward differences: somewhat more than half the digits, as residuals carry rounding of their own. */
const WIDTH = 5e-7;
const MOST_DAMPING = 1e12;

/**
 * A sum of squares made small by Levenberg–Marquardt steps, the derivatives by forward differences.
 *   (JᵀJ + λ diag JᵀJ) d = −Jᵀe,  J = ∂e/∂x
 *   λ falls by max(⅓, 1 − (2ρ−1)³) where the gain is the share ρ > 0 of what the linear model promises, and doubles ever
 *   faster where it is not
 * One Jacobian costs what a gradient by forward differences costs and carries the curvature with it, so that a handful of
 * steps do where BFGS takes tens. Marquardt (1963); Madsen, Nielsen & Tingleff (2004), Methods for Non-Linear Least
 * Squares Problems, §3.2. Where residuals are far from linear (an optimum at the edge) steps shorten before it is reached:
 * `mostRefusals` in a row end the search, and minimise.ts goes on from there.
 */
export function minimiseSquares(
  residuals: Residuals,
  start: ArrayLike<number>,
  count: number,
  { maxIterations = 100, tolerance = 1e-10, longestStep = 3, mostRefusals = 40 }: SquaresOptions = {},
): LeastPoint {
  const k = start.length;
  let x = Float64Array.from(start);
  let trial = new Float64Array(k);
  let e = new Float64Array(count);
  let eTrial = new Float64Array(count);
  const moved = Array.from({ length: k }, () => new Float64Array(count));
  const a = new Float64Array(k * k);
  const l = new Float64Array(k * k);
  const g = new Float64Array(k);
  const d = new Float64Array(k);
  let evaluations = 1;
  if (!residuals(x, e)) return { x, squares: Number.POSITIVE_INFINITY, curvature: a, evaluations };
  let squares = sumOfSquares(e);
  if (k === 0) return { x, squares, curvature: a, evaluations };
  let damping = 1e-3;
  let growth = 2;
  let stalled = 0;
  for (let iteration = 0; iteration < maxIterations && stalled < 2; iteration++) {
    for (let i = 0; i < k; i++) {
      const centre = x[i]!;
      const h = (centre < 0 ? -1 : 1) * WIDTH * Math.max(1, Math.abs(centre));
      x[i] = centre + h;
      const reached = residuals(x, moved[i]!);
      x[i] = centre;
      const column = moved[i]!;
      for (let t = 0; t < count; t++) column[t] = reached ? (column[t]! - e[t]!) / h : 0;
    }
    evaluations += k;
    normalEquations(moved, e, a, g);
    let accepted = false;
    for (let refused = 0; !accepted && refused <= mostRefusals && damping < MOST_DAMPING; refused++) {
      const promised = step(a, g, damping, longestStep, l, d);
      if (!(promised > 0)) {
        damping *= 10;
        continue;
      }
      for (let i = 0; i < k; i++) trial[i] = x[i]! + d[i]!;
      evaluations++;
      const found = residuals(trial, eTrial) ? sumOfSquares(eTrial) : Number.POSITIVE_INFINITY;
      const share = (squares - found) / promised;
      if (found < squares) {
        stalled = squares - found < tolerance * squares ? stalled + 1 : 0;
        [x, trial] = [trial, x];
        [e, eTrial] = [eTrial, e];
        squares = found;
        damping *= Math.max(1 / 3, 1 - (2 * share - 1) ** 3);
        growth = 2;
        accepted = true;
      } else {
        // Nothing left to gain within the digits of the sum itself.
        if (promised < 1e-15 * squares) return { x, squares, curvature: a, evaluations };
        damping *= growth;
        growth *= 2;
      }
    }
    if (!accepted) break;
  }
  return { x, squares, curvature: a, evaluations };
}

function normalEquations(
  columns: readonly Float64Array[],
  e: Float64Array,
  a: Float64Array,
  g: Float64Array,
): void {
  const k = columns.length;
  for (let i = 0; i < k; i++) {
    const p = columns[i]!;
    let v = 0;
    for (let t = 0; t < e.length; t++) v += p[t]! * e[t]!;
    g[i] = v;
    for (let j = 0; j <= i; j++) {
      const q = columns[j]!;
      let s = 0;
      for (let t = 0; t < e.length; t++) s += p[t]! * q[t]!;
      a[i * k + j] = a[j * k + i] = s;
    }
  }
}

/** The damped step into `d`; returns the gain that the linear model promises, NaN where the matrix is not positive. */
function step(
  a: Float64Array,
  g: Float64Array,
  damping: number,
  longestStep: number,
  l: Float64Array,
  d: Float64Array,
): number {
  const k = g.length;
  let largest = 0;
  for (let i = 0; i < k; i++) largest = Math.max(largest, a[i * k + i]!);
  l.set(a);
  for (let i = 0; i < k; i++) {
    const scale = Math.max(a[i * k + i]!, 1e-12 * largest);
    l[i * k + i] = a[i * k + i]! + damping * scale;
    d[i] = -g[i]!;
  }
  if (choleskyInPlace(l, k) !== 0) return Number.NaN;
  solveLower(l, k, d);
  solveLowerTransposed(l, k, d);
  let promised = 0;
  for (let i = 0; i < k; i++) {
    // Held coordinate by coordinate: one that runs off must not stop the others.
    d[i] = Math.max(-longestStep, Math.min(longestStep, d[i]!));
    promised -= 2 * d[i]! * g[i]!;
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) promised -= d[i]! * d[j]! * a[i * k + j]!;
  return promised;
}

function sumOfSquares(e: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < e.length; t++) sum += e[t]! * e[t]!;
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
