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
    const t = 1 + c * x;
    const v = t * t * t;
    if (v <= 0) continue;
    const u = random.uniform();
    const square = x * x;
    // The paper's squeeze accepts nearly always, and only where the logarithms would.
    if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** χ² with k degrees of freedom. */
export const chiSquaredVariate = (random: RandomSource, df: number): number =>
  2 * gammaVariate(random, df / 2);
