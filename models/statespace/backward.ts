import type { SparseRows } from "./sparseRows.ts";

/**
 * N back through one element: N ← L′N L + z z′/F with L = I − K z′, touching only rows and columns where z is not 0.
 * Returns D = 1/F + K′N K. Durbin & Koopman, 2nd ed., §6.4.4.
 */
export function backThroughElement(
  N: Float64Array,
  K: Float64Array,
  { start, column, value }: SparseRows,
  row: number,
  F: number,
  work: Float64Array,
  m: number,
): number {
  let D = 1 / F;
  for (let i = 0; i < m; i++) {
    let s = 0;
    const at = i * m;
    for (let j = 0; j < m; j++) s += N[at + j]! * K[j]!;
    work[i] = s;
    D += K[i]! * s;
  }
  const from = start[row]!;
  const to = start[row + 1]!;
  for (let e = from; e < to; e++) {
    const x = value[e]!;
    const c = column[e]!;
    for (let i = 0; i < m; i++) {
      N[c * m + i]! -= x * work[i]!;
      N[i * m + c]! -= x * work[i]!;
    }
  }
  for (let e = from; e < to; e++)
    for (let f = from; f < to; f++) N[column[e]! * m + column[f]!]! += D * value[e]! * value[f]!;
  return D;
}

/** N ← T′N T. */
export function backThroughTransition(
  N: Float64Array,
  T: SparseRows,
  rows: number,
  work: Float64Array,
  m: number,
): void {
  work.fill(0);
  for (let k = 0; k < m; k++) {
    const from = k * m;
    const to = T.start[rows + k + 1]!;
    for (let e = T.start[rows + k]!; e < to; e++) {
      const x = T.value[e]!;
      const at = T.column[e]! * m;
      for (let i = 0; i < m; i++) work[at + i]! += x * N[from + i]!;
    }
  }
  N.fill(0);
  for (let i = 0; i < m; i++) {
    const row = i * m;
    for (let k = 0; k < m; k++) {
      const w = work[row + k]!;
      const to = T.start[rows + k + 1]!;
      for (let e = T.start[rows + k]!; e < to; e++) N[row + T.column[e]!]! += T.value[e]! * w;
    }
  }
}
