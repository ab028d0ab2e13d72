import { type Complex, polynomialRoots } from "../../statistics/polynomialRoots.ts";
import type { Symmetric } from "./symmetric.ts";

/** A moving average 1 + θ₁B + … and the variance of its shocks. */
export interface MovingAverage {
  theta: Float64Array;
  variance: number;
}

/**
 * The moving average whose autocovariances are given: c(z) = v θ(z)θ(z⁻¹), roots of θ on or outside the unit circle.
 * With x = z + z⁻¹, c is a polynomial in x; each of its roots gives z² − xz + 1 = 0 and the root outside the circle is taken. A root
 * on the circle, where a canonical component has one, is double in x and good to about 1e-7.
 */
export function spectralFactor(c: Symmetric): MovingAverage {
  let m = c.length - 1;
  const size = Math.max(...c.map(Math.abs));
  while (m > 0 && Math.abs(c[m]!) <= 1e-13 * size) m--;
  let re: number[] = [1];
  let im: number[] = [0];
  for (const x of polynomialRoots(inPowersOfX(c.subarray(0, m + 1)))) {
    const z = outside(x);
    const square = z.re * z.re + z.im * z.im;
    const r = { re: z.re / square, im: -z.im / square };
    const nextRe = [...re, 0];
    const nextIm = [...im, 0];
    re.forEach((v, i) => {
      nextRe[i + 1] = nextRe[i + 1]! - (v * r.re - im[i]! * r.im);
      nextIm[i + 1] = nextIm[i + 1]! - (v * r.im + im[i]! * r.re);
    });
    re = nextRe;
    im = nextIm;
  }
  const theta = Float64Array.from(re);
  const squares = theta.reduce((s, v) => s + v * v, 0);
  return { theta, variance: c[0]! / squares };
}

/** c₀ + Σ c_k (zᵏ + z⁻ᵏ) in powers of x: zᵏ + z⁻ᵏ = x(zᵏ⁻¹ + z⁻ᵏ⁺¹) − (zᵏ⁻² + z⁻ᵏ⁺²). */
function inPowersOfX(c: Symmetric): Float64Array {
  const n = c.length;
  const out = new Float64Array(n);
  let before = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 2 : 0));
  let now = Float64Array.from({ length: n }, (_, i) => (i === 1 ? 1 : 0));
  out[0] = c[0]!;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < n; i++) out[i] = out[i]! + c[k]! * now[i]!;
    const next = now.map((_, i) => (i > 0 ? now[i - 1]! : 0) - before[i]!);
    before = now;
    now = next;
  }
  return out;
}

/** The root of z² − xz + 1 with |z| ≥ 1. */
function outside({ re, im }: Complex): Complex {
  // √(x² − 4)
  const a = re * re - im * im - 4;
  const b = 2 * re * im;
  const modulus = Math.hypot(a, b);
  const sr = Math.sqrt(Math.max(0, (modulus + a) / 2));
  const si = Math.sign(b || 1) * Math.sqrt(Math.max(0, (modulus - a) / 2));
  const plus = { re: (re + sr) / 2, im: (im + si) / 2 };
  const minus = { re: (re - sr) / 2, im: (im - si) / 2 };
  return Math.hypot(plus.re, plus.im) >= Math.hypot(minus.re, minus.im) ? plus : minus;
}
