import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import type { Expectation } from "./expectation.ts";
import { entry, factorAutocovariance } from "./factorAutocovariance.ts";
import type { FactorBlock } from "./factorModel.ts";
import type { StateLayout } from "./stateLayout.ts";

/** Sums over months of E f(t)f(t)′, E f(t)z′ and E zz′, z = (f(t−1), …, f(t−p)), of one block; E zz′ before the first month. */
export interface TransitionMoments {
  months: number;
  now: Matrix;
  cross: Matrix;
  past: Matrix;
  first: Matrix;
}

/** `fromMonth`: the first month whose transition counts; null counts all that the first window reaches back to. */
export function transitionMoments(
  layout: StateLayout,
  { mean, covariance }: Expectation,
  block: FactorBlock,
  offset: number,
  fromMonth: number | null,
): TransitionMoments {
  const { factors, lags, windows, stride } = layout;
  const k = block.factors;
  const p = block.order;
  const n = factors * lags;
  const out = {
    months: 0,
    now: matrix(k, k),
    cross: matrix(k, k * p),
    past: matrix(k * p, k * p),
    first: matrix(k * p, k * p),
  };
  const at = (l: number, r: number): number => l * factors + offset + r;
  const add = (to: Matrix, w: number, rowLag: number, columnLag: number): void => {
    for (let i = 0; i < to.rows; i++)
      for (let j = 0; j < to.cols; j++) {
        const a = at(rowLag + Math.floor(i / k), i % k);
        const b = at(columnLag + Math.floor(j / k), j % k);
        const cell = i * to.cols + j;
        to.data[cell] =
          to.data[cell]! + covariance[(w * n + a) * n + b]! + mean[w * n + a]! * mean[w * n + b]!;
      }
  };
  windows.forEach((t, w) => {
    const count = w === 0 && fromMonth === null ? lags - p : stride;
    for (let l = 0; l < count; l++) {
      if (fromMonth !== null && t - l < fromMonth) continue;
      out.months++;
      add(out.now, w, l, l);
      add(out.cross, w, l, l + 1);
      add(out.past, w, l + 1, l + 1);
    }
    if (w === 0) add(out.first, w, lags - p, lags - p);
  });
  return out;
}

/** A = E f z′ (E zz′)⁻¹ and Q = (E ff′ − A E zf′)/n: the VAR by regression of the smoothed factors on their past. */
export function regressedTransition(m: TransitionMoments): { a: Float64Array; q: Float64Array } | null {
  const k = m.now.rows;
  const kp = m.past.rows;
  const transposed = matrix(kp, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < kp; j++) transposed.data[j * k + i] = m.cross.data[i * kp + j]!;
  const solved = solvePositive(m.past, transposed);
  if (!solved) return null;
  const a = new Float64Array(k * kp);
  for (let i = 0; i < k; i++) for (let j = 0; j < kp; j++) a[i * kp + j] = solved.data[j * k + i]!;
  const q = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      let s = m.now.data[i * k + j]!;
      for (let r = 0; r < kp; r++) s -= a[i * kp + r]! * m.cross.data[j * kp + r]!;
      q[i * k + j] = s / m.months;
    }
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) {
      const s = 0.5 * (q[i * k + j]! + q[j * k + i]!);
      q[i * k + j] = s;
      q[j * k + i] = s;
    }
  return { a, q };
}

/**
 * The M-step of one block, with the stationary distribution of the first months counted: the regression is the aim, and
 * the step towards it is halved until
 *   −½[n log|Q| + tr Q⁻¹E(f − Az)(f − Az)′ + log|Γ| + tr Γ⁻¹E z₁z₁′]
 * is no lower than before, so that the likelihood of the figures never falls (generalised EM, Dempster, Laird & Rubin 1977).
 */
export function transitionStep(
  m: TransitionMoments,
  block: FactorBlock,
  a0: Float64Array,
  q0: Float64Array,
): { a: Float64Array; q: Float64Array } {
  const aim = regressedTransition(m);
  const before = complete(m, block, a0, q0);
  if (aim)
    for (let step = 1; step > 1e-4; step /= 2) {
      const a = a0.map((v, i) => v + step * (aim.a[i]! - v));
      const q = q0.map((v, i) => v + step * (aim.q[i]! - v));
      if (complete(m, block, a, q) >= before) return { a, q };
    }
  return { a: a0, q: q0 };
}

/** The expected complete-data log-likelihood of a block, without constants; −∞ outside the stationary region. */
function complete(m: TransitionMoments, block: FactorBlock, a: Float64Array, q: Float64Array): number {
  const { factors: k, order: p } = block;
  const kp = k * p;
  const gamma = factorAutocovariance(a, q, k, p, p);
  if (!gamma) return Number.NEGATIVE_INFINITY;
  const start = matrix(kp, kp);
  for (let i = 0; i < kp; i++)
    for (let j = 0; j < kp; j++)
      start.data[i * kp + j] = entry(gamma, Math.floor(j / k) - Math.floor(i / k), i % k, j % k, k);
  const error = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      let s = m.now.data[i * k + j]!;
      for (let r = 0; r < kp; r++) {
        s -= a[i * kp + r]! * m.cross.data[j * kp + r]! + a[j * kp + r]! * m.cross.data[i * kp + r]!;
        for (let c = 0; c < kp; c++) s += a[i * kp + r]! * m.past.data[r * kp + c]! * a[j * kp + c]!;
      }
      error.data[i * k + j] = s;
    }
  const moved = penalty(matrix(k, k, q.slice()), error, m.months);
  const first = penalty(start, m.first, 1);
  return -0.5 * (moved + first);
}

/** n log|V| + tr V⁻¹S; +∞ where V is not positive definite. */
function penalty(v: Matrix, s: Matrix, n: number): number {
  const l = cholesky(v);
  const solved = l && solvePositive(v, s);
  if (!l || !solved) return Number.POSITIVE_INFINITY;
  let trace = 0;
  for (let i = 0; i < v.rows; i++) trace += solved.data[i * v.rows + i]!;
  return n * logDeterminantOf(l) + trace;
}
