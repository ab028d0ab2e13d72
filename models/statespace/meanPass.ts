import type { FilterOutput } from "./filterTrace.ts";
import { timesVector } from "./moveVariance.ts";
import type { Plan } from "./plan.ts";
import type { SparseRows } from "./sparseRows.ts";

/** One pass forth and back for means only. */
export interface MeanPass {
  /** One-step errors, n × p; 0 where nothing is taken in. */
  readonly v: Float64Array;
  /** v/F − K′r, n × p: ε̂ = h u. */
  readonly u: Float64Array;
  /** r at the start of each period, n × m: η̂(t) = Q R′ r(t+1). */
  readonly r: Float64Array;
  /** E[α(t) | Y], n × m. */
  readonly states: Float64Array;
}

/**
 * Smoothed means for any y and a₁ under a system whose filter has run from a proper start: gains and variances are its.
 *   v = y − z′a,  a ← a + K v,  a ← T a + c;    u = v/F − K′r,  r ← r + z u,  r ← T′r;    α̂ = a + P r
 * y: n × p in the plan's coordinates; null stands for zeros. Without `constants` c is left out: the pass is then linear
 * in a₁ and y. Durbin & Koopman, 2nd ed., §4.4.
 */
export function meanPass(
  plan: Plan,
  { F, M, predictedVariance: P }: FilterOutput,
  a1: Float64Array,
  y: Float64Array | null,
  constants: boolean,
): MeanPass {
  const { n, p, m, Z, T, tStep, c, cStep, copied } = plan;
  const v = new Float64Array(n * p);
  const u = new Float64Array(n * p);
  const r = new Float64Array(n * m);
  const states = new Float64Array(n * m);
  const a = a1.slice();
  const moved = new Float64Array(m);
  for (let t = 0; t < n; t++) {
    states.set(a, t * m);
    for (let i = 0; i < p; i++) {
      const k = t * p + i;
      if (!(F[k]! > 0)) continue;
      const error = (y ? y[k]! : 0) - sparseDot(Z, t * plan.zStep + i, a, 0);
      v[k] = error;
      const gain = error / F[k]!;
      for (let j = 0; j < m; j++) a[j]! += M[k * m + j]! * gain;
    }
    timesVector(T, t * tStep, copied, a, 0, moved, m);
    for (let j = 0; j < m; j++) a[j] = moved[j]! + (constants ? c[t * cStep + j]! : 0);
  }
  const back = new Float64Array(m);
  for (let t = n - 1; t >= 0; t--) {
    timesTransposed(T, t * tStep, back, moved, m);
    for (let i = p - 1; i >= 0; i--) {
      const k = t * p + i;
      if (!(F[k]! > 0)) continue;
      let s = v[k]!;
      for (let j = 0; j < m; j++) s -= M[k * m + j]! * back[j]!;
      u[k] = s / F[k]!;
      addSparse(Z, t * plan.zStep + i, back, u[k]!);
    }
    r.set(back, t * m);
    const block = t * m * m;
    for (let i = 0; i < m; i++) {
      let s = 0;
      for (let j = 0; j < m; j++) s += P[block + i * m + j]! * back[j]!;
      states[t * m + i]! += s;
    }
  }
  return { v, u, r, states };
}

/** Row `row` times the x that begins at `at`. */
export function sparseDot(
  { start, column, value }: SparseRows,
  row: number,
  x: Float64Array,
  at: number,
): number {
  let s = 0;
  const to = start[row + 1]!;
  for (let k = start[row]!; k < to; k++) s += value[k]! * x[at + column[k]!]!;
  return s;
}

function addSparse({ start, column, value }: SparseRows, row: number, x: Float64Array, by: number): void {
  for (let k = start[row]!; k < start[row + 1]!; k++) x[column[k]!]! += by * value[k]!;
}

/** x ← T′ x. */
function timesTransposed(T: SparseRows, rows: number, x: Float64Array, work: Float64Array, m: number): void {
  work.fill(0);
  for (let i = 0; i < m; i++) {
    const to = T.start[rows + i + 1]!;
    for (let k = T.start[rows + i]!; k < to; k++) work[T.column[k]!]! += T.value[k]! * x[i]!;
  }
  x.set(work);
}
