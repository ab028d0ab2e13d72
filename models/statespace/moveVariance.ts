import type { Plan } from "./plan.ts";
import type { SparseRows } from "./sparseRows.ts";

/**
 * P(t+1) = T P T′ − K K′ g + R Q R′ with K = T M, upper triangles throughout: the last rank-one step of the period is
 * taken on the way (g = 0 where there is none to take). `rows` is the first row of T, `block` the block of R Q R′.
 * Rows of T that carry one state on are read where they stand in P, run by run; only rows that mix states are summed.
 */
export function moveVariance(
  plan: Plan,
  rows: number,
  block: number,
  now: number,
  next: number,
  own: number,
  g: number,
): void {
  const { m, T, P, M, K, V, copied, runEnd } = plan;
  const product = 2 * m * m;
  if (g === 0) for (let i = 0; i < m; i++) K[i] = 0;
  else timesVector(T, rows, copied, M, own, K, m);
  for (let i = 0; i < m; i++) if (copied[rows + i]! < 0) mixRow(P, now, product + i * m, T, rows + i, m);
  for (let i = 0; i < m; i++) {
    const source = copied[rows + i]!;
    const out = next + i * m;
    const x = K[i]! * g;
    let j = i;
    while (j < m) {
      const from = copied[rows + j]!;
      if (from < 0) {
        const row = product + j * m;
        P[out + j] = (source < 0 ? mixed(P, product + i * m, T, rows + j) : P[row + source]!) - x * K[j]!;
        j++;
        continue;
      }
      const end = runEnd[rows + j]!;
      if (source < 0 || from >= source) {
        const shift = (source < 0 ? product + i * m : now + source * m) + from - j;
        for (; j < end; j++) P[out + j] = P[shift + j]! - x * K[j]!;
      } else
        for (; j < end; j++) {
          const to = copied[rows + j]!;
          P[out + j] = P[now + (to < source ? to * m + source : source * m + to)]! - x * K[j]!;
        }
    }
  }
  const last = V.start[block + 1]!;
  for (let e = V.start[block]!; e < last; e++) P[next + V.at[e]!]! += V.value[e]!;
}

/** out ← T x for the x that begins at `own`. */
export function timesVector(
  T: SparseRows,
  rows: number,
  copied: Int32Array,
  x: Float64Array,
  own: number,
  out: Float64Array,
  m: number,
): void {
  const { start, column, value } = T;
  for (let i = 0; i < m; i++) {
    const source = copied[rows + i]!;
    if (source >= 0) {
      out[i] = x[own + source]!;
      continue;
    }
    let s = 0;
    const to = start[rows + i + 1]!;
    for (let k = start[rows + i]!; k < to; k++) s += value[k]! * x[own + column[k]!]!;
    out[i] = s;
  }
}

/** Row `row` of T P from the upper triangle of P, over neighbouring columns where T has them so. */
function mixRow(P: Float64Array, now: number, at: number, T: SparseRows, row: number, m: number): void {
  const { start, column, value } = T;
  const from = start[row]!;
  const to = start[row + 1]!;
  for (let j = 0; j < m; j++) P[at + j] = 0;
  for (let k = from; k < to; k++) {
    const x = value[k]!;
    const c = column[k]!;
    let above = now + c;
    for (let j = 0; j < c; j++, above += m) P[at + j]! += x * P[above]!;
    const right = now + c * m;
    for (let j = c; j < m; j++) P[at + j]! += x * P[right + j]!;
  }
}

/** One row of T times the row of T P at `at`. */
function mixed(P: Float64Array, at: number, { start, column, value }: SparseRows, row: number): number {
  let s = 0;
  const to = start[row + 1]!;
  for (let k = start[row]!; k < to; k++) s += value[k]! * P[at + column[k]!]!;
  return s;
}
