/**
 * Locally weighted regression on equally spaced points 1 … n, of degree 0 or 1, over the `width` nearest points:
 *   ŷ(x) = Σ l_j(x) y_j,   w_j = (1 − (|j−x|/h)³)³ ρ_j,   h = distance to the farthest point of the window
 *   l_j = w_j/Σw · [1 + (x−j̄)(j−j̄)/Σ w(j−j̄)²]      (the bracket for degree 1)
 * h grows by ⌊(width−n)/2⌋ where the window is wider than the series. Weights within 0.001 h count as 1, beyond 0.999 h
 * as 0. It is evaluated at every `jump`-th point and joined by straight lines. Without robustness weights ρ the l_j
 * depend only on where x stands in its window: they are computed once, and inside the series one set serves all.
 * Cleveland (1979), JASA 74; Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6, §2 and appendix.
 */
export class Loess {
  readonly n: number;
  private readonly width: number;
  private readonly degree: 0 | 1;
  private readonly jump: number;
  private readonly linear = new Map<number, Float64Array>();
  private readonly tricubes = new Map<number, Float64Array>();
  private kept = 0;

  constructor(n: number, width: number, degree: 0 | 1, jump: number) {
    this.n = n;
    this.width = width;
    this.degree = degree;
    this.jump = Math.max(1, Math.min(jump, n - 1));
  }

  /**
   * ŷ at 1 … n: figures are y[offset], y[offset+stride], …, robustness weights stand likewise in `rho` (null: all one),
   * results go to out[outOffset], out[outOffset+stride] ….
   */
  smooth(
    y: Float64Array,
    rho: Float64Array | null,
    offset: number,
    stride: number,
    out: Float64Array,
    outOffset: number,
  ): void {
    const { n, width, jump } = this;
    const half = (width + 1) >> 1;
    // Points from half to n − width + half stand in the middle of a window of their own.
    const last = width < n ? n - width + half : 0;
    let x = 1;
    for (; x <= n && (x < half || last === 0); x += jump)
      out[outOffset + (x - 1) * stride] = this.fitAt(x, y, rho, offset, stride);
    if (x <= last && rho === null) {
      // In the middle of its window x has weights that mirror each other.
      const w = this.linearWeights(half, 1, width);
      const reach = half - 1;
      for (; x <= last; x += jump) {
        const at = offset + (x - 1) * stride;
        let a = w[reach]! * y[at]!;
        let b = 0;
        let j = 1;
        for (let d = stride; j < reach; j += 2, d += 2 * stride) {
          a += w[reach + j]! * (y[at - d]! + y[at + d]!);
          b += w[reach + j + 1]! * (y[at - d - stride]! + y[at + d + stride]!);
        }
        if (j === reach) a += w[reach + j]! * (y[at - j * stride]! + y[at + j * stride]!);
        out[outOffset + (x - 1) * stride] = a + b;
      }
    } else if (x <= last) {
      const base = this.tricube(half, 1, width);
      for (; x <= last; x += jump) {
        const fit = this.weighted(half - 1, base, y, rho!, offset + (x - half) * stride, stride);
        out[outOffset + (x - 1) * stride] = Number.isNaN(fit) ? y[offset + (x - 1) * stride]! : fit;
      }
    }
    for (; x <= n; x += jump) out[outOffset + (x - 1) * stride] = this.fitAt(x, y, rho, offset, stride);
    if (jump === 1) return;
    const evaluated = x - jump;
    if (evaluated < n) {
      // The last point uses the window of the last evaluated one, not its own.
      const lo = this.windowStart(evaluated);
      const fit = this.within(n, lo, Math.min(lo + this.width - 1, n), y, rho, offset, stride);
      out[outOffset + (n - 1) * stride] = Number.isNaN(fit) ? y[offset + (n - 1) * stride]! : fit;
    }
    for (let a = 1; a < n; a += jump) join(out, outOffset, stride, a, Math.min(a + jump, n));
  }

  /** ŷ(x) for x from 0 to n+1 over points lo … hi; NaN where every weight is zero. */
  within(
    x: number,
    lo: number,
    hi: number,
    y: Float64Array,
    rho: Float64Array | null,
    offset: number,
    stride: number,
  ): number {
    const first = offset + (lo - 1) * stride;
    if (rho === null) return dot(this.linearWeights(x, lo, hi), y, first, stride);
    return this.weighted(x - lo, this.tricube(x, lo, hi), y, rho, first, stride);
  }

  private windowStart(x: number): number {
    const { n, width } = this;
    if (width >= n) return 1;
    return Math.max(1, Math.min(x - ((width + 1) >> 1) + 1, n - width + 1));
  }

  private fitAt(
    x: number,
    y: Float64Array,
    rho: Float64Array | null,
    offset: number,
    stride: number,
  ): number {
    const lo = this.windowStart(x);
    const fit = this.within(x, lo, Math.min(lo + this.width - 1, this.n), y, rho, offset, stride);
    return Number.isNaN(fit) ? y[offset + (x - 1) * stride]! : fit;
  }

  private key(x: number, lo: number, hi: number): number {
    return (x - lo + 2) * (this.n + 4) + (hi - lo);
  }

  /** w_j over the window before robustness. */
  private kernel(x: number, lo: number, hi: number): Float64Array {
    let h = Math.max(x - lo, hi - x);
    if (this.width > this.n) h += (this.width - this.n) >> 1;
    const w = new Float64Array(hi - lo + 1);
    for (let i = 0; i < w.length; i++) {
      const distance = Math.abs(lo + i - x);
      if (distance > 0.999 * h) continue;
      const q = distance / h;
      const c = 1 - q * q * q;
      w[i] = distance <= 0.001 * h ? 1 : c * c * c;
    }
    return w;
  }

  private tricube(x: number, lo: number, hi: number): Float64Array {
    const key = this.key(x, lo, hi);
    const known = this.tricubes.get(key);
    if (known) return known;
    const w = this.kernel(x, lo, hi);
    this.remember(this.tricubes, key, w);
    return w;
  }

  private linearWeights(x: number, lo: number, hi: number): Float64Array {
    const key = this.key(x, lo, hi);
    const known = this.linear.get(key);
    if (known) return known;
    const w = this.kernel(x, lo, hi);
    if (!tilt(w, x - lo, this.degree, this.n)) w.fill(Number.NaN);
    this.remember(this.linear, key, w);
    return w;
  }

  /** A window as wide as a long series has other weights at every point: those are not kept. */
  private remember(weights: Map<number, Float64Array>, key: number, w: Float64Array): void {
    if (this.kept + w.length > MOST_KEPT) return;
    this.kept += w.length;
    weights.set(key, w);
  }

  /** The fit at x, counted from the window's first point, by sums of w, wd, wd², wy, wdy with d = i − x: one pass. */
  private weighted(
    x: number,
    base: Float64Array,
    y: Float64Array,
    rho: Float64Array,
    first: number,
    stride: number,
  ): number {
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let wy = 0;
    let wdy = 0;
    for (let i = 0, at = first; i < base.length; i++, at += stride) {
      const w = base[i]! * rho[at]!;
      const d = i - x;
      const value = w * y[at]!;
      w0 += w;
      wy += value;
      w1 += w * d;
      w2 += w * d * d;
      wdy += value * d;
    }
    if (!(w0 > 0)) return Number.NaN;
    const mean = wy / w0;
    if (this.degree === 0) return mean;
    const centre = w1 / w0;
    const spread = w2 / w0 - centre * centre;
    if (Math.sqrt(Math.max(spread, 0)) <= NO_SLOPE * (this.n - 1)) return mean;
    return mean - (centre * (wdy / w0 - centre * mean)) / spread;
  }
}

/** Weights kept by one smoother, 2 MB. */
const MOST_KEPT = 250_000;

/** Points closer together than this share of the series cannot carry a slope: the weighted mean stands in. */
const NO_SLOPE = 0.001;

/** Makes kernel weights at 0, 1, … into those of the fit at x; false where all are zero. */
function tilt(w: Float64Array, x: number, degree: 0 | 1, n: number): boolean {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i]!;
  if (!(sum > 0)) return false;
  let centre = 0;
  for (let i = 0; i < w.length; i++) {
    w[i]! /= sum;
    centre += w[i]! * i;
  }
  if (degree === 0) return true;
  let spread = 0;
  for (let i = 0; i < w.length; i++) spread += w[i]! * (i - centre) * (i - centre);
  if (Math.sqrt(spread) <= NO_SLOPE * (n - 1)) return true;
  const slope = (x - centre) / spread;
  for (let i = 0; i < w.length; i++) w[i]! *= 1 + slope * (i - centre);
  return true;
}

function dot(w: Float64Array, y: Float64Array, first: number, stride: number): number {
  const length = w.length;
  let a = 0;
  let b = 0;
  let i = 0;
  let at = first;
  for (; i + 1 < length; i += 2, at += 2 * stride) {
    a += w[i]! * y[at]!;
    b += w[i + 1]! * y[at + stride]!;
  }
  return i < length ? a + b + w[i]! * y[at]! : a + b;
}

/** A straight line through the points between a and b, counted from 1. */
function join(out: Float64Array, offset: number, stride: number, a: number, b: number): void {
  const start = out[offset + (a - 1) * stride]!;
  const step = (out[offset + (b - 1) * stride]! - start) / (b - a);
  for (let i = 1; i < b - a; i++) out[offset + (a + i - 1) * stride] = start + step * i;
}
