import { AppError } from "../errors.ts";
import { coefficientsOf, householderQr, inverseOfR } from "../statistics/matrix/householderQr.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";

export interface QrFit {
  /** β̂; 0 for a column that was left out. */
  coefficients: Float64Array;
  residuals: Float64Array;
  rss: number;
  /** Columns that carry a coefficient. */
  rank: number;
  /** R⁻¹, k × k row by row and upper triangular, with zeros for columns left out: (X′X)⁻¹ = R⁻¹R⁻ᵀ. */
  rInverse: Float64Array;
  /** True where a column was a combination of those before it. */
  dropped: readonly boolean[];
  /**
   * Q′y by column, 0 where one was left out: without the last columns from j on, the rss grows by the sum of their squares,
   * so one fit answers for every model nested in it.
   */
  effects: Float64Array;
}

export interface QrOptions {
  /** Leave a collinear column out, as R's lm does, instead of refusing it. */
  dropCollinear?: boolean;
  /** What a refusal calls the columns; x1, x2 … otherwise. */
  names?: readonly string[];
}

/**
 * Least squares of one column by Householder reflections, never forming X′X, whose condition would be squared.
 *   min |y − Xβ|²,  X = QR,  Rβ̂ = Q′y,  X n × k with n ≥ k
 * Throws AppError: "not-enough-data" for fewer rows than columns, "invalid-input" for a number that is not finite or a
 * collinear column, named. Golub & Van Loan, Matrix Computations, 4th ed., §5.3.
 */
export function qrLeastSquares(x: Matrix, y: ArrayLike<number>, options: QrOptions = {}): QrFit {
  const { rows: n, cols: k } = x;
  if (y.length !== n)
    throw new AppError(
      "invalid-input",
      `a regression needs as many rows of x as of y; found ${n} and ${y.length}`,
    );
  if (n < k)
    throw new AppError(
      "not-enough-data",
      `a regression on ${k} columns needs at least ${k} rows; found ${n}`,
    );
  const name = (j: number): string => options.names?.[j] ?? `x${j + 1}`;
  const columns = new Float64Array(n * (k + 1));
  for (let i = 0; i < n; i++) {
    columns[k * n + i] = finite(y[i]!, "y", i);
    for (let j = 0; j < k; j++) columns[j * n + i] = finite(x.data[i * k + j]!, name(j), i);
  }
  const qr = householderQr(columns, n, k);
  const { rank, rowOf } = qr;
  const dropped = Array.from(rowOf, (row) => row < 0);
  if (rank < k && !options.dropCollinear)
    throw new AppError(
      "invalid-input",
      `${name(dropped.indexOf(true))} is a combination of the columns before it; a regression needs columns that stand by themselves`,
    );
  const coefficients = coefficientsOf(qr, 0);
  const residuals = new Float64Array(n);
  let rss = 0;
  for (let i = 0; i < n; i++) {
    let e = y[i]!;
    for (let j = 0; j < k; j++) e -= x.data[i * k + j]! * coefficients[j]!;
    residuals[i] = e;
    rss += e * e;
  }
  if (!Number.isFinite(rss))
    throw new AppError(
      "invalid-input",
      "y is so large that the squares of its errors leave the range of numbers",
    );
  const effects = Float64Array.from(rowOf, (row) => (row < 0 ? 0 : columns[k * n + row]!));
  return { coefficients, residuals, rss, rank, rInverse: inverseOfR(qr), dropped, effects };
}

function finite(value: number, name: string, row: number): number {
  if (!Number.isFinite(value))
    throw new AppError(
      "invalid-input",
      `${name} holds ${value} in row ${row + 1}; a regression needs finite numbers`,
    );
  return value;
}
