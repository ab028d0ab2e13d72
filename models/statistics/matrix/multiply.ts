import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "./matrix.ts";

/** A B. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows)
    throw new AppError(
      "invalid-input",
      `cannot multiply ${a.rows} × ${a.cols} by ${b.rows} × ${b.cols}: the inner sizes differ`,
    );
  const out = matrix(a.rows, b.cols);
  gemm(a.data, b.data, out.data, a.rows, a.cols, b.cols);
  return out;
}

/** A′B. */
export function crossProduct(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows)
    throw new AppError(
      "invalid-input",
      `a cross product needs equally many rows; found ${a.rows} and ${b.rows}`,
    );
  const out = matrix(a.cols, b.cols);
  const c = out.data;
  for (let p = 0; p < a.rows; p++)
    for (let i = 0; i < a.cols; i++) {
      const x = a.data[p * a.cols + i]!;
      if (x === 0) continue;
      const at = i * b.cols;
      const from = p * b.cols;
      for (let j = 0; j < b.cols; j++) c[at + j] = c[at + j]! + x * b.data[from + j]!;
    }
  return out;
}

/**
 * C ← A B on flat arrays: A m × k, B k × n, C m × n. Tiles of 4 × 4 entries of C stay in registers. C must not overlap
 * A or B.
 */
export function gemm(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  const n4 = n & ~3;
  const m4 = m & ~3;
  for (let i = 0; i < m4; i += 4) {
    const r0 = i * k;
    const r1 = r0 + k;
    const r2 = r1 + k;
    const r3 = r2 + k;
    for (let j = 0; j < n4; j += 4) tile(a, b, c, r0, r1, r2, r3, i * n + j, j, k, n);
    for (let j = n4; j < n; j++)
      for (let r = i; r < i + 4; r++) c[r * n + j] = rowTimesColumn(a, b, r * k, j, k, n);
  }
  for (let i = m4; i < m; i++)
    for (let j = 0; j < n; j++) c[i * n + j] = rowTimesColumn(a, b, i * k, j, k, n);
}

function rowTimesColumn(
  a: Float64Array,
  b: Float64Array,
  row: number,
  j: number,
  k: number,
  n: number,
): number {
  let s = 0;
  for (let p = 0, at = j; p < k; p++, at += n) s += a[row + p]! * b[at]!;
  return s;
}

function tile(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  r0: number,
  r1: number,
  r2: number,
  r3: number,
  out: number,
  j: number,
  k: number,
  n: number,
): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  for (let p = 0, at = j; p < k; p++, at += n) {
    const x0 = a[r0 + p]!;
    const x1 = a[r1 + p]!;
    const x2 = a[r2 + p]!;
    const x3 = a[r3 + p]!;
    const y0 = b[at]!;
    const y1 = b[at + 1]!;
    const y2 = b[at + 2]!;
    const y3 = b[at + 3]!;
    c00 += x0 * y0;
    c01 += x0 * y1;
    c02 += x0 * y2;
    c03 += x0 * y3;
    c10 += x1 * y0;
    c11 += x1 * y1;
    c12 += x1 * y2;
    c13 += x1 * y3;
    c20 += x2 * y0;
    c21 += x2 * y1;
    c22 += x2 * y2;
    c23 += x2 * y3;
    c30 += x3 * y0;
    c31 += x3 * y1;
    c32 += x3 * y2;
    c33 += x3 * y3;
  }
  let o = out;
  c[o] = c00;
  c[o + 1] = c01;
  c[o + 2] = c02;
  c[o + 3] = c03;
  o += n;
  c[o] = c10;
  c[o + 1] = c11;
  c[o + 2] = c12;
  c[o + 3] = c13;
  o += n;
  c[o] = c20;
  c[o + 1] = c21;
  c[o + 2] = c22;
  c[o + 3] = c23;
  o += n;
  c[o] = c30;
  c[o + 1] = c31;
  c[o + 2] = c32;
  c[o + 3] = c33;
}
