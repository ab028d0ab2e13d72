/** A source of random numbers: the same seed gives the same numbers on every machine. */
export interface RandomSource {
  /** Uniform on (0, 1), 53 bits, never 0 or 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * xoshiro128** with the state filled by splitmix32, so that neighbouring seeds give unrelated streams.
 * Normals by the polar method, two at a time.
 * Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47; Marsaglia & Bray (1964).
 */
export function randomSource(seed: number): RandomSource {
  let mix = seed | 0;
  const next = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  const bits = (): number => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const uniform = (): number => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6) + 0.5) / 9_007_199_254_740_992;
  let kept = Number.NaN;
  return {
    uniform,
    normal() {
      if (!Number.isNaN(kept)) {
        const second = kept;
        kept = Number.NaN;
        return second;
      }
      for (;;) {
        const u = 2 * uniform() - 1;
        const v = 2 * uniform() - 1;
        const s = u * u + v * v;
        if (s >= 1 || s === 0) continue;
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        kept = v * scale;
        return u * scale;
      }
    },
  };
}
