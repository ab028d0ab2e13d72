import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "./matrix.ts";

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
  const q = byColumns(x);
  const z = byColumns(y);
  const r = new Float64Array(k * k);
  for (let j = 0; j < k; j++) reflect(q, z, r, n, k, m, j);
  const coefficients = matrix(k, m);
  for (let c = 0; c < m; c++)
    for (let i = k - 1; i >= 0; i--) {
      let s = z[c * n + i]!;
      for (let h = i + 1; h < k; h++) s -= r[i * k + h]! * coefficients.data[h * m + c]!;
      coefficients.data[i * m + c] = s / r[i * k + i]!;
    }
  return { coefficients, residuals: residualsOf(x, y, coefficients), gramInverse: gramInverseOf(r, k) };
}

/** The columns one after another, so that a reflection runs along memory. */
function byColumns(a: Matrix): Float64Array {
  const out = new Float64Array(a.rows * a.cols);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.cols; j++) out[j * a.rows + i] = a.data[i * a.cols + j]!;
  return out;
}

/** The reflection that clears column j below its diagonal, applied to the columns to its right and to z. */
function reflect(
  q: Float64Array,
  z: Float64Array,
  r: Float64Array,
  n: number,
  k: number,
  m: number,
  j: number,
): void {
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
  reflectColumns(q, at, q, j + 1, k, n, j, tau);
  reflectColumns(q, at, z, 0, m, n, j, tau);
}

/** Columns from … to of an array by columns ← (I − τ v v′) of them over rows from j; four at a time share the reads of v. */
function reflectColumns(
  v: Float64Array,
  at: number,
  into: Float64Array,
  from: number,
  to: number,
  n: number,
  j: number,
  tau: number,
): void {
  let c = from;
  for (; c + 3 < to; c += 4) reflectFour(v, at, into, c * n, n, j, tau);
  for (; c < to; c++) {
    const a = c * n;
    let s = 0;
    for (let i = j; i < n; i++) s += v[at + i]! * into[a + i]!;
    s *= tau;
    for (let i = j; i < n; i++) into[a + i] = into[a + i]! - s * v[at + i]!;
  }
}

function reflectFour(
  v: Float64Array,
  at: number,
  into: Float64Array,
  a: number,
  n: number,
  j: number,
  tau: number,
): void {
  const b = a + n;
  const c = b + n;
  const d = c + n;
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  for (let i = j; i < n; i++) {
    const x = v[at + i]!;
    sa += x * into[a + i]!;
    sb += x * into[b + i]!;
    sc += x * into[c + i]!;
    sd += x * into[d + i]!;
  }
  sa *= tau;
  sb *= tau;
  sc *= tau;
  sd *= tau;
  for (let i = j; i < n; i++) {
    const x = v[at + i]!;
    into[a + i] = into[a + i]! - sa * x;
    into[b + i] = into[b + i]! - sb * x;
    into[c + i] = into[c + i]! - sc * x;
    into[d + i] = into[d + i]! - sd * x;
  }
}

function residualsOf(x: Matrix, y: Matrix, b: Matrix): Matrix {
  const out = matrix(y.rows, y.cols, y.data.slice());
  const { rows, cols } = x;
  const m = y.cols;
  for (let t = 0; t < rows; t++)
    for (let i = 0; i < cols; i++) {
      const v = x.data[t * cols + i]!;
      if (v === 0) continue;
      for (let c = 0; c < m; c++) out.data[t * m + c] = out.data[t * m + c]! - v * b.data[i * m + c]!;
    }
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
