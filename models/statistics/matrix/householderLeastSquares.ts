import { AppError } from "../../errors.ts";
import { coefficientsOf, householderQr, inverseOfR } from "./householderQr.ts";
import { type Matrix, matrix } from "./matrix.ts";
import { gemm } from "./multiply.ts";
import { unscaledCovariance } from "./unscaledCovariance.ts";

export interface MultipleLeastSquares {
  /** columns of X × columns of Y. */
  coefficients: Matrix;
  residuals: Matrix;
  /** (X′X)⁻¹. */
  gramInverse: Matrix;
}

/**
 * Least squares of every column of Y on X by Householder reflections: half the digits of the condition number that
 * the normal equations lose stay.
 *   X = Q R,  B = R⁻¹ (Q′Y),  (X′X)⁻¹ = R⁻¹ R⁻¹′
 * Throws AppError("not-enough-data") with fewer rows than columns, AppError("invalid-input") naming the first column
 * that the ones before it explain. Golub & Van Loan, Matrix Computations, 4th ed., §5.3.3.
 */
export function householderLeastSquares(x: Matrix, y: Matrix): MultipleLeastSquares {
  const n = x.rows;
  const k = x.cols;
  const m = y.cols;
  if (n < k || n !== y.rows)
    throw new AppError(
      "not-enough-data",
      `least squares on ${k} regressors needs at least ${k} rows; found ${n}`,
    );
  const qr = householderQr(byColumns(x, y), n, k);
  const dependent = qr.rowOf.indexOf(-1);
  if (dependent >= 0)
    throw new AppError(
      "invalid-input",
      `regressor ${dependent + 1} of ${k} is a combination of those before it (or all zeros); least squares needs independent ones`,
    );
  const coefficients = matrix(k, m);
  for (let c = 0; c < m; c++) {
    const b = coefficientsOf(qr, c);
    for (let i = 0; i < k; i++) coefficients.data[i * m + c] = b[i]!;
  }
  const rInverse = inverseOfR(qr);
  const gramInverse = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) gramInverse.data[i * k + j] = unscaledCovariance(rInverse, k, i, j);
  return { coefficients, residuals: residualsOf(x, y, coefficients), gramInverse };
}

function byColumns(x: Matrix, y: Matrix): Float64Array {
  const n = x.rows;
  const out = new Float64Array(n * (x.cols + y.cols));
  for (let i = 0; i < n; i++) {
    for (let j = 0, at = i * x.cols; j < x.cols; j++, at++) out[j * n + i] = x.data[at]!;
    for (let j = 0, at = i * y.cols; j < y.cols; j++, at++) out[(x.cols + j) * n + i] = y.data[at]!;
  }
  return out;
}

/** Y − X B; B stands in rows of whole fours for the kernel's tiles. */
function residualsOf(x: Matrix, y: Matrix, b: Matrix): Matrix {
  const m = y.cols;
  const wide = (m + 3) & ~3;
  const padded = new Float64Array(x.cols * wide);
  for (let i = 0; i < x.cols; i++) for (let c = 0; c < m; c++) padded[i * wide + c] = b.data[i * m + c]!;
  const fitted = new Float64Array(x.rows * wide);
  gemm(x.data, padded, fitted, x.rows, x.cols, wide);
  const out = matrix(y.rows, m);
  for (let t = 0; t < y.rows; t++)
    for (let c = 0; c < m; c++) out.data[t * m + c] = y.data[t * m + c]! - fitted[t * wide + c]!;
  return out;
}
