/** Rows of a matrix by their non-zero entries: row i owns entries start[i] … start[i+1] − 1. */
export interface SparseRows {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

export const sparseRows = (rows: number, cols: number): SparseRows => ({
  start: new Int32Array(rows + 1),
  column: new Int32Array(rows * cols),
  value: new Float64Array(rows * cols),
});

/** Reads rows of a dense array anew, from `row` on; returns the row after the last. */
export function readRows(
  into: SparseRows,
  dense: Float64Array,
  rows: number,
  cols: number,
  row = 0,
  offset = 0,
): number {
  const { start, column, value } = into;
  let at = row === 0 ? 0 : start[row]!;
  let from = offset;
  for (let i = 0; i < rows; i++) {
    start[row + i] = at;
    for (let j = 0; j < cols; j++) {
      const x = dense[from++]!;
      if (x !== 0) {
        column[at] = j;
        value[at++] = x;
      }
    }
  }
  start[row + rows] = at;
  return row + rows;
}
