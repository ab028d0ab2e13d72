import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";

/**
 * Lags of a high-frequency series beside low-frequency rows, `ratio` sub-periods each (3 for months in a quarter).
 *   entry (t, i) = x(ratio·row(t) − lag),  lag = from … to
 * x(ratio·r) is the first sub-period of low period r: lag 1 is the last month before it begins, lags 0, −1, −2 its own
 * first, second and third month (leads). NaN where the series does not reach.
 */
export function highFrequencyLags(
  x: ArrayLike<number>,
  ratio: number,
  rows: ArrayLike<number>,
  from: number,
  to: number,
): Matrix {
  const p = to - from + 1;
  const out = matrix(rows.length, p);
  for (let t = 0; t < rows.length; t++)
    for (let i = 0; i < p; i++) out.data[t * p + i] = x[ratio * rows[t]! - from - i] ?? Number.NaN;
  return out;
}
