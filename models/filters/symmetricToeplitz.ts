import { circleOf, fourierToeplitz } from "./fourierToeplitz.ts";

/** Products that cost as much as one step of a transform of length n, of which there are n log₂ n. Measured. */
const STEP = 14;

/**
 * x(t) = Σ w(|t − s|) z(s) over the s within `reach` of t, for every t, written into `out`. `w` holds lags 0 … reach;
 * z counts as 0 beyond its ends. Term by term while that is quicker, then through the spectrum.
 */
export function symmetricToeplitz(w: Float64Array, reach: number, z: Float64Array, out: Float64Array): void {
  const n = z.length;
  const circle = circleOf(n, reach);
  if (n * Math.min(n, 2 * reach + 1) < STEP * circle * Math.log2(circle)) termByTerm(w, reach, z, 0, n, out);
  else fourierToeplitz(w, reach, z, out);
}

/**
 * The same for t = `from` … `to` − 1 only. Blocks of four t by four s: each figure and each weight is read
 * once for its block, the weights passing from one t to the next as s moves on.
 */
export function termByTerm(
  w: Float64Array,
  reach: number,
  z: Float64Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  const n = z.length;
  // Both sides of the weights in one row, and figures, each with zeros that a block may read beyond its ends.
  const centre = reach + 7;
  const both = new Float64Array(2 * reach + 12);
  for (let j = 0; j <= reach; j++) {
    both[centre + j] = w[j]!;
    both[centre - j] = w[j]!;
  }
  const padded = new Float64Array(n + 4);
  padded.set(z);
  for (let t = from; t < to; t += 4) {
    const start = Math.max(0, t - reach);
    const end = Math.min(n, t + 4 + reach);
    let at = centre + t - start;
    // Weight of z(s) in x(t + i) is both[at + i].
    let b = both[at + 1]!;
    let c = both[at + 2]!;
    let d = both[at + 3]!;
    let x0 = 0;
    let x1 = 0;
    let x2 = 0;
    let x3 = 0;
    for (let s = start; s < end; s += 4, at -= 4) {
      const a = both[at]!;
      const z0 = padded[s]!;
      x0 += a * z0;
      x1 += b * z0;
      x2 += c * z0;
      x3 += d * z0;
      d = both[at - 1]!;
      const z1 = padded[s + 1]!;
      x0 += d * z1;
      x1 += a * z1;
      x2 += b * z1;
      x3 += c * z1;
      c = both[at - 2]!;
      const z2 = padded[s + 2]!;
      x0 += c * z2;
      x1 += d * z2;
      x2 += a * z2;
      x3 += b * z2;
      const e = both[at - 3]!;
      const z3 = padded[s + 3]!;
      x0 += e * z3;
      x1 += c * z3;
      x2 += d * z3;
      x3 += a * z3;
      b = e;
    }
    out[t] = x0;
    if (t + 1 < to) out[t + 1] = x1;
    if (t + 2 < to) out[t + 2] = x2;
    if (t + 3 < to) out[t + 3] = x3;
  }
}
