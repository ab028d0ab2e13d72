import { AppError } from "../../errors.ts";

/** A dense matrix, row by row in one array: entry (i, j) is `data[i * cols + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A matrix of zeros, or over `data`, whose length must be rows × cols: reading past a typed array is silent. */
export function matrix(rows: number, cols: number, data = new Float64Array(rows * cols)): Matrix {
  if (data.length !== rows * cols)
    throw new AppError(
      "invalid-input",
      `a ${rows} × ${cols} matrix needs ${rows * cols} entries; found ${data.length}`,
    );
  return { rows, cols, data };
}

/** From rows of equal length. */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  const out = matrix(rows.length, cols);
  rows.forEach((row, i) => {
    if (row.length !== cols)
      throw new AppError(
        "invalid-input",
        `row ${i + 1} has ${row.length} entries where the first has ${cols}`,
      );
    out.data.set(row, i * cols);
  });
  return out;
}

/** From columns of equal length. */
export const fromColumns = (columns: readonly ArrayLike<number>[]): Matrix => transpose(fromRows(columns));

/** Rows as plain lists, for results that leave the numerics. */
export const toRows = (a: Matrix): number[][] =>
  Array.from({ length: a.rows }, (_, i) => Array.from(a.data.subarray(i * a.cols, (i + 1) * a.cols)));

/** A copy of column j. */
export const columnOf = (a: Matrix, j: number): Float64Array =>
  Float64Array.from({ length: a.rows }, (_, i) => a.data[i * a.cols + j]!);

export function identity(n: number): Matrix {
  const out = matrix(n, n);
  for (let i = 0; i < n; i++) out.data[i * n + i] = 1;
  return out;
}

export function transpose(a: Matrix): Matrix {
  const out = matrix(a.cols, a.rows);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.cols; j++) out.data[j * a.rows + i] = a.data[i * a.cols + j]!;
  return out;
}

/** α A + β B. */
export function combine(a: Matrix, b: Matrix, alpha = 1, beta = 1): Matrix {
  const out = matrix(a.rows, a.cols);
  if (b.rows !== a.rows || b.cols !== a.cols)
    throw new AppError(
      "invalid-input",
      `cannot add a ${b.rows} × ${b.cols} matrix to a ${a.rows} × ${a.cols} one`,
    );
  for (let i = 0; i < out.data.length; i++) out.data[i] = alpha * a.data[i]! + beta * b.data[i]!;
  return out;
}
