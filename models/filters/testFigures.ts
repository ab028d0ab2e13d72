import { randomSource } from "../statistics/random/generator.ts";

/** A random walk with drift 0.2. */
export function walk(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  const y = new Float64Array(n);
  for (let t = 1; t < n; t++) y[t] = y[t - 1]! + 0.2 + random.normal();
  return y;
}
/** The largest distance between two columns; where only one holds NaN the distance is NaN, which no bound takes. */
export const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let most = 0;
  for (let t = 0; t < a.length; t++)
    if (!Number.isNaN(a[t]!) || !Number.isNaN(b[t]!)) most = Math.max(most, Math.abs(a[t]! - b[t]!));
  return most;
};
/** 700 + 3.7 t. */
export const line = (n: number): Float64Array => Float64Array.from({ length: n }, (_, t) => 700 + 3.7 * t);
/** cos(2πt/period). */
export const wave = (n: number, period: number): Float64Array =>
  Float64Array.from({ length: n }, (_, t) => Math.cos((2 * Math.PI * t) / period));
/** The business cycle in quarters. */
export const band = { low: 6, high: 32 };
