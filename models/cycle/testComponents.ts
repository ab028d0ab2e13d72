import { randomSource } from "../statistics/random/generator.ts";

/** A level that grows with a cycle `lead` months ahead of the others. */
export function level(n: number, seed: number, lead = 0, noise = 0.3): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from({ length: n }, (_, t) =>
    Math.exp((0.3 * t + 6 * Math.sin((2 * Math.PI * (t + lead)) / 60) + noise * random.normal()) / 100 + 4),
  );
}
export const logs = (x: Float64Array): Float64Array => x.map((v) => 100 * Math.log(v));
export const mean = (x: ArrayLike<number>): number => Array.from(x).reduce((a, b) => a + b, 0) / x.length;
export const meanAbsolute = (x: ArrayLike<number>): number => mean(Array.from(x, Math.abs));
/** The largest distance; NaN stands on both sides or nowhere. */
export const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (v, t) => (Number.isNaN(v) && Number.isNaN(b[t]!) ? 0 : Math.abs(v - b[t]!))));
export const sumOf = (rows: readonly Float64Array[]): Float64Array =>
  rows[0]!.map((_, t) => rows.reduce((s, row) => s + row[t]!, 0));

/** Months. */
export const N = 240;
/** Three components of one cycle: with it, three months ahead, three behind. */
export const three = [level(N, 1), level(N, 2, 3), level(N, 3, -3)];
