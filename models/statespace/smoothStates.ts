import { AppError } from "../errors.ts";
import { type Backward, backThroughDiffuse, backThroughElement, backThroughTransition } from "./backward.ts";
import type { Filtered } from "./kalmanFilter.ts";
import type { StateSpace } from "./stateSpace.ts";
import { shocksOf } from "./stateSpace.ts";

export interface Smoothed {
  /** E[α(t) | Y], n × m. */
  readonly states: Float64Array;
  /** Var[α(t) | Y], n × m × m. */
  readonly variances: Float64Array;
  /** Cov[α(t+1), α(t) | Y], (n−1) × m × m; empty unless asked for. */
  readonly lagOne: Float64Array;
  /** E[ε(t) | Y] and Var[ε(t) | Y] element by element, n × p. With a covariance H these are of L⁻¹ε (diagonalise.ts). */
  readonly errors: Float64Array;
  readonly errorVariances: Float64Array;
  /** E[η(t) | Y], n × r, and Var[η(t) | Y], n × r × r. */
  readonly shocks: Float64Array;
  readonly shockVariances: Float64Array;
}

/**
 * Fixed-interval smoother of states and disturbances, from the last period back:
 *   r ← z v/F + L′ r,   N ← z z′/F + L′ N L,   L = I − M z′/F          for each element, then  r ← T′ r, N ← T′ N T
 *   α̂ = a + P r,  Var = P − P N P;     η̂ = Q R′ r(t+1),  Var η = Q − Q R′ N(t+1) R Q
 *   Cov[α(t+1), α(t) | Y] = T Var[α(t) | Y] − R Q R′ N(t+1) T P(t|t)
 * and in the diffuse phase with the expansions r = r₀ + r₁/κ, N = N₀ + N₁/κ + N₂/κ² (backward.ts):
 *   α̂ = a + P r₀ + P∞ r₁,   Var = P − P N₀ P − P∞ N₁ P − P N₁ P∞ − P∞ N₂ P∞
 * Throws AppError("not-enough-data") where the data never reach some diffuse element.
 * Durbin & Koopman, 2nd ed., §4.4–4.7, §5.3–5.4, §6.4.
 */
export function smoothStates(
  model: StateSpace,
  filtered: Filtered,
  options: { lagOne?: boolean } = {},
): Smoothed {
  const { plan, sums } = filtered;
  const { n, p, m, h, hStep, T, V } = plan;
  const r = shocksOf(model);
  if (sums.unreached > 0)
    throw new AppError(
      "not-enough-data",
      `smoothing needs data that determine every diffuse state; ${sums.unreached} of ${plan.q} stay open after ${n} periods`,
    );
  const mm = m * m;
  const states = new Float64Array(n * m);
  const variances = new Float64Array(n * mm);
  const neighbours = options.lagOne === true;
  const lagOne = new Float64Array(neighbours ? Math.max(0, n - 1) * mm : 0);
  const errors = new Float64Array(n * p);
  const errorVariances = new Float64Array(n * p);
  const shocks = new Float64Array(n * r);
  const shockVariances = new Float64Array(n * r * r);
  const back: Backward = {
    m,
    r0: new Float64Array(m),
    r1: new Float64Array(m),
    N0: new Float64Array(mm),
    N1: new Float64Array(mm),
    N2: new Float64Array(mm),
    k: new Float64Array(m),
    nk: new Float64Array(m),
    g: new Float64Array(m),
    work: new Float64Array(mm),
  };
  const U = new Float64Array(mm);
  const TP = new Float64Array(mm);
  const B = new Float64Array(m * r);
  const NB = new Float64Array(m * r);
  const shocksVary = plan.varies.V;
  for (let t = n - 1; t >= 0; t--) {
    const diffuse = t < filtered.diffusePeriods;
    const rows = t * plan.tStep;
    if (shocksVary || t === n - 1) spread(model, t, B);
    smoothShocks(model, t, back, B, NB, shocks, shockVariances);
    if (neighbours && t < n - 1) {
      // N(t+1) T P(t|t), in the diffuse phase N₀ T P + N₁ T P∞, then R Q R′ of it.
      U.fill(0);
      timesT(plan, rows, filtered.filteredVariance, t * mm, TP);
      addProduct(back.N0, TP, U, m);
      if (diffuse) {
        timesT(plan, rows, outer(filtered.diffuseAfter[t]!, m), 0, TP);
        addProduct(back.N1, TP, U, m);
      }
      TP.fill(0);
      const block = t * plan.vStep;
      for (let e = V.start[block]!; e < V.start[block + 1]!; e++) {
        const i = Math.floor(V.at[e]! / m);
        const j = V.at[e]! - i * m;
        for (let c = 0; c < m; c++) {
          TP[i * m + c]! += V.value[e]! * U[j * m + c]!;
          if (i !== j) TP[j * m + c]! += V.value[e]! * U[i * m + c]!;
        }
      }
      for (let k = 0; k < mm; k++) lagOne[t * mm + k] = -TP[k]!;
    }
    backThroughTransition(back, T, rows, diffuse);
    for (let i = p - 1; i >= 0; i--) {
      const k = t * p + i;
      const noise = h[t * hStep + i]!;
      errorVariances[k] = noise;
      const F = filtered.F[k]!;
      if (!(F > 0) && !(filtered.Finf[k]! > 0)) continue;
      const row = t * plan.zStep + i;
      const [u, D] =
        filtered.Finf[k]! > 0
          ? backThroughDiffuse(back, plan.Z, row, filtered, k)
          : backThroughElement(back, plan.Z, row, filtered, k, diffuse);
      errors[k] = noise * u!;
      errorVariances[k] = noise - noise * noise * D!;
    }
    estimate(filtered, t, back, states, variances);
    if (neighbours && t < n - 1) {
      timesT(plan, rows, variances, t * mm, TP);
      for (let k = 0; k < mm; k++) lagOne[t * mm + k]! += TP[k]!;
    }
  }
  return { states, variances, lagOne, errors, errorVariances, shocks, shockVariances };
}

/** B = R Q of period t, m × r. */
function spread({ states: m, Q, R, ...model }: StateSpace, t: number, B: Float64Array): void {
  const r = model.shocks ?? m;
  const q = Q.length > r * r ? t * r * r : 0;
  const s = R && R.length > m * r ? t * m * r : 0;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < r; j++) {
      let x = R ? 0 : Q[q + i * r + j]!;
      if (R) for (let k = 0; k < r; k++) x += R[s + i * r + k]! * Q[q + k * r + j]!;
      B[i * r + j] = x;
    }
}

/** η̂ = B′ r₀ and Var = Q − B′ N₀ B for the move from t, from r and N at t + 1. */
function smoothShocks(
  model: StateSpace,
  t: number,
  { m, r0, N0 }: Backward,
  B: Float64Array,
  NB: Float64Array,
  shocks: Float64Array,
  variances: Float64Array,
): void {
  const r = shocksOf(model);
  const q = model.Q.length > r * r ? t * r * r : 0;
  const own = t * r;
  const block = t * r * r;
  NB.fill(0);
  for (let k = 0; k < r * r; k++) variances[block + k] = model.Q[q + k]!;
  for (let k = 0; k < m; k++)
    for (let j = 0; j < r; j++) {
      const x = B[k * r + j]!;
      if (x === 0) continue;
      shocks[own + j]! += x * r0[k]!;
      for (let i = 0; i < m; i++) NB[i * r + j]! += N0[k * m + i]! * x;
    }
  for (let k = 0; k < m; k++)
    for (let i = 0; i < r; i++) {
      const x = B[k * r + i]!;
      if (x !== 0) for (let j = 0; j < r; j++) variances[block + i * r + j]! -= x * NB[k * r + j]!;
    }
}

/** α̂(t) and its variance from a, P, A and the backward quantities at the start of t. */
function estimate(
  filtered: Filtered,
  t: number,
  { m, r0, r1, N0, N1, N2, work }: Backward,
  states: Float64Array,
  variances: Float64Array,
): void {
  const mm = m * m;
  const P = filtered.predictedVariance.subarray(t * mm, (t + 1) * mm);
  const Pinf = t < filtered.diffusePeriods ? outer(filtered.diffuseBefore[t]!, m) : null;
  const out = variances.subarray(t * mm, (t + 1) * mm);
  for (let i = 0; i < m; i++) {
    let s = filtered.predicted[t * m + i]!;
    for (let j = 0; j < m; j++) s += P[i * m + j]! * r0[j]! + (Pinf ? Pinf[i * m + j]! * r1[j]! : 0);
    states[t * m + i] = s;
  }
  out.set(P);
  takeProduct(out, P, N0, P, work, m);
  if (Pinf) {
    takeProduct(out, Pinf, N1, P, work, m);
    takeProduct(out, P, N1, Pinf, work, m);
    takeProduct(out, Pinf, N2, Pinf, work, m);
  }
  for (let i = 0; i < m; i++) for (let j = 0; j < i; j++) out[i * m + j] = out[j * m + i]!;
}

/** Upper triangle of out −= A N C for symmetric A, N and C, by sums over neighbouring entries. */
function takeProduct(
  out: Float64Array,
  A: Float64Array,
  N: Float64Array,
  C: Float64Array,
  work: Float64Array,
  m: number,
): void {
  for (let i = 0; i < m; i++) for (let k = 0; k < m; k++) work[i * m + k] = along(A, i * m, N, k * m, m);
  for (let i = 0; i < m; i++) for (let j = i; j < m; j++) out[i * m + j]! -= along(work, i * m, C, j * m, m);
}

function along(a: Float64Array, from: number, b: Float64Array, at: number, m: number): number {
  let s0 = 0;
  let s1 = 0;
  const even = m & ~1;
  for (let k = 0; k < even; k += 2) {
    s0 += a[from + k]! * b[at + k]!;
    s1 += a[from + k + 1]! * b[at + k + 1]!;
  }
  return even < m ? s0 + s1 + a[from + even]! * b[at + even]! : s0 + s1;
}

/** A A′ of a factor stored column after column. */
function outer(A: Float64Array, m: number): Float64Array {
  const out = new Float64Array(m * m);
  for (let c = 0; c < A.length; c += m)
    for (let i = 0; i < m; i++) {
      const x = A[c + i]!;
      if (x !== 0) for (let j = 0; j < m; j++) out[i * m + j]! += x * A[c + j]!;
    }
  return out;
}

/** out = T X for the X at `at`. */
function timesT(
  { m, T }: Filtered["plan"],
  rows: number,
  X: Float64Array,
  at: number,
  out: Float64Array,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) out[i * m + j] = 0;
    for (let k = T.start[rows + i]!; k < T.start[rows + i + 1]!; k++) {
      const x = T.value[k]!;
      const source = at + T.column[k]! * m;
      for (let j = 0; j < m; j++) out[i * m + j]! += x * X[source + j]!;
    }
  }
}

/** out += A B. */
function addProduct(A: Float64Array, B: Float64Array, out: Float64Array, m: number): void {
  for (let i = 0; i < m; i++)
    for (let k = 0; k < m; k++) {
      const x = A[i * m + k]!;
      if (x !== 0) for (let j = 0; j < m; j++) out[i * m + j]! += x * B[k * m + j]!;
    }
}
