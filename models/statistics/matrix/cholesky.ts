import { type Matrix, matrix } from "./matrix.ts";

/**
 * In place: the lower triangle of the n × n array `a` becomes L with A = L L′; the upper triangle is left as it was.
 * Returns 0, or the 1-based row at which A ceased to be positive definite.
 * Golub & Van Loan, Matrix Computations, 4th ed., §4.2.5.
 */
export function choleskyInPlace(a: Float64Array, n: number): number {
  for (let j = 0; j < n; j++) {
    const rj = j * n;
    let d = a[rj + j]!;
    for (let k = 0; k < j; k++) d -= a[rj + k]! * a[rj + k]!;
    if (!(d > 0)) return j + 1;
    const root = Math.sqrt(d);
    const inverse = 1 / root;
    a[rj + j] = root;
    for (let i = j + 1; i < n; i++) {
      const ri = i * n;
      let s = a[ri + j]!;
      for (let k = 0; k < j; k++) s -= a[ri + k]! * a[rj + k]!;
      a[ri + j] = s * inverse;
    }
  }
  return 0;
}

/** L b ← b in place of b: solves L x = b for the lower triangle L. */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const r = i * n;
    let s = b[i]!;
    for (let k = 0; k < i; k++) s -= l[r + k]! * b[k]!;
    b[i] = s / l[r + i]!;
  }
}

/** Solves L′ x = b in place of b. */
export function solveLowerTransposed(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const r = i * n;
    const x = b[i]! / l[r + i]!;
    b[i] = x;
    for (let k = 0; k < i; k++) b[k] = b[k]! - x * l[r + k]!;
  }
}

/** The lower factor L of A = L L′ with zeros above the diagonal; null where A is not positive definite. */
export function cholesky(a: Matrix): Matrix | null {
  const n = a.rows;
  const l = matrix(n, n, a.data.slice());
  if (choleskyInPlace(l.data, n) !== 0) return null;
  for (let i = 0; i < n; i++) l.data.fill(0, i * n + i + 1, (i + 1) * n);
  return l;
}

/** A⁻¹ B for symmetric positive definite A; null where it is not. */
export function solvePositive(a: Matrix, b: Matrix): Matrix | null {
  const l = cholesky(a);
  if (!l) return null;
  const n = a.rows;
  const out = matrix(n, b.cols);
  const column = new Float64Array(n);
  for (let j = 0; j < b.cols; j++) {
    for (let i = 0; i < n; i++) column[i] = b.data[i * b.cols + j]!;
    solveLower(l.data, n, column);
    solveLowerTransposed(l.data, n, column);
    for (let i = 0; i < n; i++) out.data[i * b.cols + j] = column[i]!;
  }
  return out;
}

/** log det A from its lower factor. */
export function logDeterminantOf(l: Matrix): number {
  let sum = 0;
  for (let i = 0; i < l.rows; i++) sum += Math.log(l.data[i * l.cols + i]!);
  return 2 * sum;
}
