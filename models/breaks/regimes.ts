import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** One regime's rows of regressors and target. */
export interface Regime {
  x: Matrix;
  y: Float64Array;
}

/** Rows cut after each of `breaks` (rows before the break, from the first on). */
export function regimes(y: ArrayLike<number>, x: Matrix, breaks: readonly number[]): Regime[] {
  const ends = [0, ...breaks, x.rows];
  const values = Float64Array.from(y);
  return ends.slice(1).map((end, i) => {
    const start = ends[i]!;
    return {
      x: matrix(end - start, x.cols, x.data.slice(start * x.cols, end * x.cols)),
      y: values.slice(start, end),
    };
  });
}
