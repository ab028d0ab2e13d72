import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** The right-hand side of a regression: columns with their names. */
export interface Design {
  readonly x: Matrix;
  readonly names: readonly string[];
  /** Index of the column that never moves; −1 without one. */
  readonly constant: number;
}

export interface DesignOptions {
  /** Put a column of ones first. */
  intercept?: boolean;
  names?: readonly string[];
}

/** Columns of equal length as a design; a constant among them is found. Throws AppError("invalid-input") otherwise. */
export function design(
  columns: readonly ArrayLike<number>[],
  { intercept = true, names }: DesignOptions = {},
): Design {
  const n = columns[0]?.length ?? 0;
  const wrong = columns.findIndex((c) => c.length !== n);
  if (wrong >= 0)
    throw new AppError(
      "invalid-input",
      `columns of a regression have one length; the first has ${n} rows, column ${wrong + 1} has ${columns[wrong]!.length}`,
    );
  const shift = intercept ? 1 : 0;
  const k = columns.length + shift;
  const x = matrix(n, k);
  for (let i = 0; i < n; i++) {
    if (intercept) x.data[i * k] = 1;
    for (let j = 0; j < columns.length; j++) x.data[i * k + shift + j] = columns[j]![i]!;
  }
  const given = columns.map((_, j) => names?.[j] ?? `x${j + 1}`);
  return { x, names: intercept ? ["constant", ...given] : given, constant: constantOf(x) };
}

/** A design over a matrix as it stands. */
export const designOf = (x: Matrix, names?: readonly string[]): Design => ({
  x,
  names: Array.from({ length: x.cols }, (_, j) => names?.[j] ?? `x${j + 1}`),
  constant: constantOf(x),
});

/** A constant of n rows alone. */
export const constantOnly = (n: number): Design => ({
  x: matrix(n, 1, new Float64Array(n).fill(1)),
  names: ["constant"],
  constant: 0,
});

function constantOf(x: Matrix): number {
  for (let j = 0; j < x.cols; j++) {
    const first = x.data[j]!;
    let same = first !== 0;
    for (let i = 1; i < x.rows && same; i++) same = x.data[i * x.cols + j] === first;
    if (same && x.rows > 0) return j;
  }
  return -1;
}
