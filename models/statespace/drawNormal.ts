import type { RandomSource } from "../statistics/random/generator.ts";
import { ldl } from "./ldl.ts";

/**
 * A sampler of N(0, V) for a k × k covariance that may be singular: x = L D^½ z from V = L D L′.
 * Adds a draw to `out` from `at` on.
 */
export function normalSampler(
  V: Float64Array,
  k: number,
): (random: RandomSource, out: Float64Array, at: number) => void {
  const { L, D } = ldl(
    V,
    k,
    Array.from({ length: k }, (_, i) => i),
  );
  const spread = D.map(Math.sqrt);
  return (random, out, at) => {
    for (let j = 0; j < k; j++) {
      if (spread[j] === 0) continue;
      const z = spread[j]! * random.normal();
      for (let i = j; i < k; i++) out[at + i]! += L[i * k + j]! * z;
    }
  };
}
