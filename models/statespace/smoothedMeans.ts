import type { Filtered } from "./kalmanFilter.ts";
import { timesVector } from "./moveVariance.ts";
import type { StateSpace } from "./stateSpace.ts";

/**
 * E[α(t) | Y] for other observations under the same system and the same gaps: gains and variances of a filter that has
 * run are used again, so a pass costs O(m) per element.
 *   forward   v = y − z′a,  a ← a + K v,  a ← T a + c
 *   back      r as in smoothStates.ts, without N
 *   forward   α̂(1) = a₁ + P₁ r₀ + P∞ r₁,   α̂(t+1) = T α̂(t) + c + R Q R′ r₀(t+1)
 * y: n × p in the plan's coordinates (less d, and L⁻¹ of it where H is a covariance), NaN at the gaps of the run.
 * Durbin & Koopman, 2nd ed., §4.6.2 (fast state smoothing).
 */
export function smoothedMeans(
  model: StateSpace,
  { plan, F, Finf, M, Minf, diffusePeriods }: Filtered,
  y: Float64Array,
): Float64Array {
  const { n, p, m, Z, T, tStep, c, cStep, V, vStep, copied } = plan;
  const v = new Float64Array(n * p);
  const r = new Float64Array(n * m);
  const a = model.initial.a.slice();
  const moved = new Float64Array(m);
  for (let t = 0; t < n; t++) {
    for (let i = 0; i < p; i++) {
      const k = t * p + i;
      const diffuse = Finf[k]! > 0;
      if (!(F[k]! > 0) && !diffuse) continue;
      const row = t * plan.zStep + i;
      v[k] = y[k]! - sparseDot(Z, row, a);
      const gain = v[k]! / (diffuse ? Finf[k]! : F[k]!);
      const source = diffuse ? Minf : M;
      for (let j = 0; j < m; j++) a[j]! += source[k * m + j]! * gain;
    }
    timesVector(T, t * tStep, copied, a, 0, moved, m);
    for (let j = 0; j < m; j++) a[j] = moved[j]! + c[t * cStep + j]!;
  }
  const r0 = new Float64Array(m);
  const r1 = new Float64Array(m);
  for (let t = n - 1; t >= 0; t--) {
    const open = t < diffusePeriods;
    timesTransposed(T, t * tStep, r0, moved, m);
    if (open) timesTransposed(T, t * tStep, r1, moved, m);
    for (let i = p - 1; i >= 0; i--) {
      const k = t * p + i;
      const row = t * plan.zStep + i;
      const f = F[k]!;
      if (Finf[k]! > 0) {
        const g = Finf[k]!;
        let k0 = 0;
        let k1 = 0;
        let m0 = 0;
        for (let j = 0; j < m; j++) {
          const x = Minf[k * m + j]! / g;
          k0 += x * r0[j]!;
          k1 += x * r1[j]!;
          m0 += M[k * m + j]! * r0[j]!;
        }
        addSparse(Z, row, r1, (v[k]! + k0 * f - m0) / g - k1);
        addSparse(Z, row, r0, -k0);
      } else if (f > 0) {
        let k0 = 0;
        let k1 = 0;
        for (let j = 0; j < m; j++) {
          k0 += M[k * m + j]! * r0[j]!;
          k1 += M[k * m + j]! * r1[j]!;
        }
        addSparse(Z, row, r0, (v[k]! - k0) / f);
        if (open) addSparse(Z, row, r1, -k1 / f);
      }
    }
    r.set(r0, t * m);
  }
  const states = new Float64Array(n * m);
  start(model, r0, r1, states);
  for (let t = 0; t + 1 < n; t++) {
    const next = (t + 1) * m;
    timesVector(T, t * tStep, copied, states, t * m, moved, m);
    for (let j = 0; j < m; j++) states[next + j] = moved[j]! + c[t * cStep + j]!;
    for (let e = V.start[t * vStep]!; e < V.start[t * vStep + 1]!; e++) {
      const i = Math.floor(V.at[e]! / m);
      const j = V.at[e]! - i * m;
      states[next + i]! += V.value[e]! * r[next + j]!;
      if (i !== j) states[next + j]! += V.value[e]! * r[next + i]!;
    }
  }
  return states;
}

/** α̂(1) = a₁ + P₁ r₀ + A A′ r₁. */
function start(
  { initial, states: m }: StateSpace,
  r0: Float64Array,
  r1: Float64Array,
  out: Float64Array,
): void {
  const { a, P, A } = initial;
  for (let i = 0; i < m; i++) {
    let s = a[i]!;
    for (let j = 0; j < m; j++) s += P[i * m + j]! * r0[j]!;
    out[i] = s;
  }
  for (let at = 0; at < A.length; at += m) {
    let s = 0;
    for (let j = 0; j < m; j++) s += A[at + j]! * r1[j]!;
    for (let i = 0; i < m; i++) out[i]! += A[at + i]! * s;
  }
}

type Rows = Filtered["plan"]["Z"];

export function sparseDot(
  { start: from, column, value }: Rows,
  row: number,
  x: Float64Array,
  at = 0,
): number {
  let s = 0;
  for (let k = from[row]!; k < from[row + 1]!; k++) s += value[k]! * x[at + column[k]!]!;
  return s;
}

function addSparse({ start: from, column, value }: Rows, row: number, x: Float64Array, by: number): void {
  for (let k = from[row]!; k < from[row + 1]!; k++) x[column[k]!]! += by * value[k]!;
}

/** x ← T′ x. */
function timesTransposed(T: Rows, rows: number, x: Float64Array, work: Float64Array, m: number): void {
  work.fill(0);
  for (let i = 0; i < m; i++)
    for (let k = T.start[rows + i]!; k < T.start[rows + i + 1]!; k++)
      work[T.column[k]!]! += T.value[k]! * x[i]!;
  x.set(work);
}
