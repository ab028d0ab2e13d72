import { randomSource } from "../statistics/random/generator.ts";

/** Errors for tests: twelve uniform numbers less six, from a seed. */
export function noise(n: number, seed: number): Float64Array {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Float64Array.from(
    { length: n },
    () => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, 0) - 6,
  );
}

/** x(t) = φx(t−1) + e(t) for tests, its first fifty steps thrown away. */
export const AR1 = (n: number, phi: number, seed: number): Float64Array => {
  const e = noise(n + 50, seed);
  for (let t = 1; t < e.length; t++) e[t]! += phi * e[t - 1]!;
  return e.slice(50);
};

/** The airline's way for tests: (0,1,1)(0,1,1)12 with θ = −0.4 and Θ = −0.6. */
export function seasonalWalk(n: number, seed: number): Float64Array {
  const { normal } = randomSource(seed);
  const e = Float64Array.from({ length: n }, () => normal());
  const w = e.map((v, t) => v - 0.4 * (e[t - 1] ?? 0) - 0.6 * (e[t - 12] ?? 0) + 0.24 * (e[t - 13] ?? 0));
  const y = new Float64Array(n);
  for (let t = 0; t < n; t++)
    y[t] = w[t]! + (y[t - 1] ?? 0) + (y[t - 12] ?? 30 * Math.sin(t)) - (y[t - 13] ?? 30 * Math.sin(t - 1));
  return y;
}
