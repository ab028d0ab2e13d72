import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";

/** Sums of products of the rows [x(t)′ y(t)′] of a vector autoregression: all that a conjugate posterior asks of the data. */
export interface CrossProducts {
  /** n and k = np + 1. */
  n: number;
  k: number;
  T: number;
  /** (k + n)², lower triangle. */
  gram: Float64Array;
}

/** [X Y]′[X Y] with x(t) = [y(t−1)′ … y(t−p)′ 1]. */
export function crossProducts(y: Matrix, lags: number): CrossProducts {
  const n = y.cols;
  const k = n * lags + 1;
  const T = y.rows - lags;
  const rows = matrix(T, k + n);
  for (let i = 0; i < T; i++) {
    const t = lags + i;
    let at = i * rows.cols;
    for (let l = 1; l <= lags; l++) for (let j = 0; j < n; j++) rows.data[at++] = y.data[(t - l) * n + j]!;
    rows.data[at++] = 1;
    for (let j = 0; j < n; j++) rows.data[at++] = y.data[t * n + j]!;
  }
  return { n, k, T, gram: lowerGram(rows) };
}

/** A′A, its lower triangle, as an array of cols². */
export function lowerGram(a: Matrix): Float64Array {
  const m = a.cols;
  const out = new Float64Array(m * m);
  for (let t = 0; t < a.rows; t++) {
    const row = t * m;
    for (let i = 0; i < m; i++) {
      const x = a.data[row + i]!;
      if (x === 0) continue;
      const at = i * m;
      for (let j = 0; j <= i; j++) out[at + j] = out[at + j]! + x * a.data[row + j]!;
    }
  }
  return out;
}
