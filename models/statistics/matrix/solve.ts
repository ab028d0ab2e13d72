import { type Matrix, matrix } from "./matrix.ts";

/**
 * A⁻¹ B for square A, by elimination with partial pivoting; null where A is singular.
 * Golub & Van Loan, Matrix Computations, 4th ed., §3.4.
 */
export function solve(a: Matrix, b: Matrix): Matrix | null {
  const n = a.rows;
  const m = b.cols;
  const u = a.data.slice();
  const x = b.data.slice();
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(u[i * n + k]!) > Math.abs(u[pivot * n + k]!)) pivot = i;
    const head = u[pivot * n + k]!;
    if (!(Math.abs(head) > 0) || !Number.isFinite(head)) return null;
    if (pivot !== k) {
      swapRows(u, n, k, pivot);
      swapRows(x, m, k, pivot);
    }
    for (let i = k + 1; i < n; i++) {
      const factor = u[i * n + k]! / head;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) u[i * n + j] = u[i * n + j]! - factor * u[k * n + j]!;
      for (let j = 0; j < m; j++) x[i * m + j] = x[i * m + j]! - factor * x[k * m + j]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    const head = u[i * n + i]!;
    for (let j = 0; j < m; j++) {
      let s = x[i * m + j]!;
      for (let k = i + 1; k < n; k++) s -= u[i * n + k]! * x[k * m + j]!;
      x[i * m + j] = s / head;
    }
  }
  return matrix(n, m, x);
}

function swapRows(a: Float64Array, width: number, i: number, j: number): void {
  for (let k = 0; k < width; k++) {
    const held = a[i * width + k]!;
    a[i * width + k] = a[j * width + k]!;
    a[j * width + k] = held;
  }
}
