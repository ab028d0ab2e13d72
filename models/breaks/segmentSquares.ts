import type { Matrix } from "../statistics/matrix/matrix.ts";
import { GrowingFit } from "./givens.ts";

/**
 * Sums of squared residuals of the first 1, 2, … n rows: entry t − 1 for the first t.
 *   RSS(t) = RSS(t−1) + w(t)²,  w the recursive residuals
 * `backwards` gives those of the last t rows.
 */
export function growingSquares(x: Matrix, y: ArrayLike<number>, backwards = false): Float64Array {
  const { rows: n, cols: k } = x;
  const fit = new GrowingFit(k);
  const out = new Float64Array(n);
  let sum = 0;
  for (let t = 0; t < n; t++) {
    const at = backwards ? n - 1 - t : t;
    const w = fit.add(x.data, at * k, y[at]!);
    if (!Number.isNaN(w)) sum += w * w;
    out[t] = sum;
  }
  return out;
}

/**
 * RSS of every stretch of at least `shortest` rows: `squares[i][j]` for rows i … i + j, both counted from 0.
 * n²k² operations, and n²/2 numbers.
 */
export function segmentSquares(x: Matrix, y: ArrayLike<number>, shortest: number): Float64Array[] {
  const { rows: n, cols: k } = x;
  const fit = new GrowingFit(k);
  return Array.from({ length: n - shortest + 1 }, (_, i) => {
    fit.clear();
    const out = new Float64Array(n - i);
    let sum = 0;
    for (let t = i; t < n; t++) {
      const w = fit.add(x.data, t * k, y[t]!);
      if (!Number.isNaN(w)) sum += w * w;
      out[t - i] = sum;
    }
    return out;
  });
}
