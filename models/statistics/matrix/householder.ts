import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "./matrix.ts";
import { gemm } from "./multiply.ts";

export interface MultipleLeastSquares {
  /** columns of X × columns of Y. */
  coefficients: Matrix;
  residuals: Matrix;
  /** (X′X)⁻¹. */
  gramInverse: Matrix;
}

/** What is left of a column beside those before it, as a share of its length: below this it counts as dependent. */
const DEPENDENT = 1e-11;

/**
 * Least squares of every column of Y on X by Householder reflections: half the digits of the condition number that
 * the normal equations lose stay.
 *   X = Q R,  B = R⁻¹ (Q′Y),  (X′X)⁻¹ = R⁻¹ R⁻¹′
 * Throws AppError("not-enough-data") with fewer rows than columns, AppError("invalid-input") naming the first column
 * that the ones before it explain. Golub & Van Loan, Matrix Computations, 4th ed., §5.2.2 and §5.3.3.
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
  const q = byColumns(x, y);
  const r = new Float64Array(k * k);
  for (let j = 0; j < k; j++) reflect(q, r, n, k, m, j);
  const coefficients = matrix(k, m);
  for (let c = 0; c < m; c++)
    for (let i = k - 1; i >= 0; i--) {
      let s = q[(k + c) * n + i]!;
      for (let h = i + 1; h < k; h++) s -= r[i * k + h]! * coefficients.data[h * m + c]!;
      coefficients.data[i * m + c] = s / r[i * k + i]!;
    }
  return { coefficients, residuals: residualsOf(x, y, coefficients), gramInverse: gramInverseOf(r, k) };
}

/** The columns of X and Y one after another, so that a reflection runs along memory; three of zeros fill the last four. */
function byColumns(x: Matrix, y: Matrix): Float64Array {
  const n = x.rows;
  const out = new Float64Array(n * (x.cols + y.cols + 3));
  for (let i = 0; i < n; i++) {
    for (let j = 0, at = i * x.cols; j < x.cols; j++, at++) out[j * n + i] = x.data[at]!;
    for (let j = 0, at = i * y.cols; j < y.cols; j++, at++) out[(x.cols + j) * n + i] = y.data[at]!;
  }
  return out;
}

/** The reflection that clears column j below its diagonal, applied to the columns to its right, four at a time. */
function reflect(q: Float64Array, r: Float64Array, n: number, k: number, m: number, j: number): void {
  const at = j * n;
  let above = 0;
  for (let i = 0; i < j; i++) above += q[at + i]! * q[at + i]!;
  let below = 0;
  for (let i = j; i < n; i++) below += q[at + i]! * q[at + i]!;
  const length = Math.sqrt(below);
  if (!(length > DEPENDENT * Math.sqrt(above + below)))
    throw new AppError(
      "invalid-input",
      `regressor ${j + 1} of ${k} is a combination of those before it (or all zeros); least squares needs independent ones`,
    );
  const head = q[at + j]!;
  const beta = head > 0 ? -length : length;
  const v0 = head - beta;
  for (let i = 0; i < j; i++) r[i * k + j] = q[at + i]!;
  r[j * k + j] = beta;
  q[at + j] = v0;
  const tau = -1 / (beta * v0);
  for (let c = j + 1; c < k + m; c += 4) reflectFour(q, at, c * n, n, j, tau);
}

/** Four columns from offset a: each ← (I − τ v v′) of it over rows from j, v in the column at offset `at`. */
function reflectFour(q: Float64Array, at: number, a: number, n: number, j: number, tau: number): void {
  const b = a + n;
  const c = b + n;
  const d = c + n;
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  for (let i = j; i < n; i++) {
    const x = q[at + i]!;
    sa += x * q[a + i]!;
    sb += x * q[b + i]!;
    sc += x * q[c + i]!;
    sd += x * q[d + i]!;
  }
  sa *= tau;
  sb *= tau;
  sc *= tau;
  sd *= tau;
  for (let i = j; i < n; i++) {
    const x = q[at + i]!;
    q[a + i] = q[a + i]! - sa * x;
    q[b + i] = q[b + i]! - sb * x;
    q[c + i] = q[c + i]! - sc * x;
    q[d + i] = q[d + i]! - sd * x;
  }
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

function gramInverseOf(r: Float64Array, k: number): Matrix {
  const inverse = new Float64Array(k * k);
  for (let c = 0; c < k; c++) {
    inverse[c * k + c] = 1 / r[c * k + c]!;
    for (let i = c - 1; i >= 0; i--) {
      let s = 0;
      for (let h = i + 1; h <= c; h++) s -= r[i * k + h]! * inverse[h * k + c]!;
      inverse[i * k + c] = s / r[i * k + i]!;
    }
  }
  const out = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let h = i; h < k; h++) s += inverse[i * k + h]! * inverse[j * k + h]!;
      out.data[i * k + j] = s;
      out.data[j * k + i] = s;
    }
  return out;
}
