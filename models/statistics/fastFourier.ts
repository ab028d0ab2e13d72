export interface Twiddles {
  n: number;
  cos: Float64Array;
  sin: Float64Array;
}

/** Cosines and sines of 2πk/n for k = 0 … n/2 − 1, n a power of 2 of at least 8. */
export function twiddles(n: number): Twiddles {
  const half = n / 2;
  const quarter = n / 4;
  const cos = new Float64Array(half);
  const sin = new Float64Array(half);
  for (let k = 0; k < quarter; k++) {
    const c = Math.cos((2 * Math.PI * k) / n);
    cos[k] = c;
    if (k > 0) cos[half - k] = -c;
    sin[quarter + k] = c;
    sin[quarter - k] = c;
  }
  sin[0] = 0;
  return { n, cos, sin };
}

/**
 * X(f) = Σ x(t) exp(−2πi f t / n), in place, re and im apart. Frequencies come out in bit-reversed order, as
 * `inverseTransform` takes them: position j > 0 holds f, and j with the bits below its highest one flipped holds −f.
 * Gentleman & Sande (1966), Fast Fourier transforms for fun and profit.
 */
export function forwardTransform(re: Float64Array, im: Float64Array, { n, cos, sin }: Twiddles): void {
  for (let span = n / 2, stride = 1; span >= 1; span >>= 1, stride <<= 1)
    for (let k = 0; k < span; k++) {
      const c = cos[k * stride]!;
      const s = sin[k * stride]!;
      for (let i = k; i < n; i += 2 * span) {
        const j = i + span;
        const dRe = re[i]! - re[j]!;
        const dIm = im[i]! - im[j]!;
        re[i]! += re[j]!;
        im[i]! += im[j]!;
        re[j] = dRe * c + dIm * s;
        im[j] = dIm * c - dRe * s;
      }
    }
}

/** n · x(t) from frequencies in bit-reversed order, in place. Cooley & Tukey (1965). */
export function inverseTransform(re: Float64Array, im: Float64Array, { n, cos, sin }: Twiddles): void {
  for (let span = 1, stride = n / 2; span < n; span <<= 1, stride >>= 1)
    for (let k = 0; k < span; k++) {
      const c = cos[k * stride]!;
      const s = sin[k * stride]!;
      for (let i = k; i < n; i += 2 * span) {
        const j = i + span;
        const wRe = re[j]! * c - im[j]! * s;
        const wIm = im[j]! * c + re[j]! * s;
        re[j] = re[i]! - wRe;
        im[j] = im[i]! - wIm;
        re[i]! += wRe;
        im[i]! += wIm;
      }
    }
}
