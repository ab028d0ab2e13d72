import type { RandomSource } from "./generator.ts";

/**
 * A gamma variate of the given shape (> 0) and scale 1. Marsaglia & Tsang (2000), A simple method for generating gamma
 * variables, ACM TOMS 26; below shape 1 by G(a) = G(a+1) U^(1/a).
 */
export function gammaVariate(random: RandomSource, shape: number): number {
  if (shape < 1) return gammaVariate(random, shape + 1) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** χ² with k degrees of freedom. */
export const chiSquaredVariate = (random: RandomSource, df: number): number =>
  2 * gammaVariate(random, df / 2);
