import { forwardTransform, inverseTransform, twiddles } from "../statistics/fastFourier.ts";

/** Length of the circle on which z and `reach` leads and lags do not meet themselves: a power of 2. */
export function circleOf(length: number, reach: number): number {
  let n = 8;
  while (n < length + reach) n *= 2;
  return n;
}

/**
 * x(t) = Σ w(|t − s|) z(s) for every t, by multiplying spectra: O(n log n).
 *   A = F(z + i w°) on a circle, w° the weights on both sides of 0. Both being real and w° even, F(w°) is real, so that
 *   F(w°)(f) = ½ Im[A(f) + A(−f)],  F(z)(f) = Re A(f) + ½ i Im[A(f) − A(−f)]
 * and one transform gives both. Errors are some units in the last place of mean |z| · √n. Weights of a gain of order 1.
 */
export function fourierToeplitz(w: Float64Array, reach: number, z: Float64Array, out: Float64Array): void {
  const n = circleOf(z.length, reach);
  const table = twiddles(n);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  // Both spectra are of order 1, so that neither takes digits from the other where they are parted.
  let size = 0;
  for (let t = 0; t < z.length; t++) size += Math.abs(z[t]!);
  const unit = size === 0 ? 0 : 1 / size;
  for (let t = 0; t < z.length; t++) re[t] = z[t]! * unit;
  im[0] = w[0]!;
  for (let j = 1; j <= reach; j++) {
    im[j] = w[j]!;
    im[n - j] = w[j]!;
  }
  forwardTransform(re, im, table);
  // Positions 0 and 1 hold the frequencies that are their own opposites.
  for (let j = 0; j < 2; j++) {
    re[j]! *= im[j]!;
    im[j] = 0;
  }
  for (let high = 2; high < n; high *= 2)
    for (let j = high; j < 1.5 * high; j++) {
      const opposite = j ^ (high - 1);
      const weight = 0.5 * (im[j]! + im[opposite]!);
      const imaginary = 0.5 * (im[j]! - im[opposite]!);
      re[j]! *= weight;
      re[opposite]! *= weight;
      im[j] = imaginary * weight;
      im[opposite] = -imaginary * weight;
    }
  inverseTransform(re, im, table);
  for (let t = 0; t < z.length; t++) out[t] = re[t]! * (size / n);
}
