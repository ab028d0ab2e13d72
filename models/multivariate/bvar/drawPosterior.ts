import { chiSquaredVariate } from "../../statistics/random/gamma.ts";
import { zigguratSource } from "../../statistics/random/ziggurat.ts";
import { inWorkspace } from "../../statistics/simd/workspace.ts";
import type { ConjugatePosterior } from "./conjugatePosterior.ts";

/**
 * `coefficients` k × n and `impact` n × n lower with Σ = impact impact′; both are used again for the next draw, and by
 * others after the last: copy what is to be kept.
 */
export type PosteriorVisitor = (coefficients: Float64Array, impact: Float64Array, draw: number) => void;

/**
 * Independent draws from a conjugate posterior:
 *   U = F C⁻¹,  C lower, C_ij ~ N(0, 1), C_ii² ~ χ²(ν − (n−1−i));   Σ = U U′ ~ IW(F F′, ν)
 *   B = B̄ + V Z U′,  Z ~ N(0, I)
 * The Bartlett factor is taken from its last corner, so that U is at once the Cholesky factor of Σ: the recursive
 * impact of the shocks, and triangular in the product. Bartlett (1933); Karlsson (2013), Handbook of Economic Forecasting 2B, §3.
 * `simd: false` keeps to plain TypeScript; the draws are the same.
 */
export function drawPosterior(
  posterior: ConjugatePosterior,
  draws: number,
  seed: number,
  visit: PosteriorVisitor,
  { simd = true }: { simd?: boolean } = {},
): void {
  const { n, k, mean, spread, scaleFactor, degreesOfFreedom } = posterior;
  const f = scaleFactor.data;
  const source = zigguratSource(seed);
  const c = new Float64Array(n * n);
  const u = new Float64Array(n * n);
  const shapes = [
    { length: k * n, width: n },
    { length: k * k, width: k },
    // Z, then the normals below the diagonal of C: one call fills both.
    { length: k * n + (n * (n - 1)) / 2, width: n },
    { length: k * n, width: n },
    { length: n * n, width: n },
    { length: k * n, width: n },
  ];
  inWorkspace(
    shapes,
    ({ arrays, product }) => {
      const [base, v, z, w, upper, b] = arrays as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      base.set(mean.data);
      v.set(spread.data);
      for (let draw = 0; draw < draws; draw++) {
        source.fill(z);
        for (let i = 0, at = k * n; i < n; i++) {
          for (let j = 0; j < i; j++) c[i * n + j] = z[at++]!;
          c[i * n + i] = Math.sqrt(chiSquaredVariate(source, degreesOfFreedom - (n - 1 - i)));
        }
        // U′ C′ = F′ from the last row of U′ up: inner loops along rows.
        for (let j = n - 1; j >= 0; j--) {
          for (let r = j; r < n; r++) upper[j * n + r] = f[r * n + j]!;
          for (let h = j + 1; h < n; h++) {
            const x = c[h * n + j]!;
            for (let r = h; r < n; r++) upper[j * n + r] = upper[j * n + r]! - upper[h * n + r]! * x;
          }
          for (let r = j; r < n; r++) {
            upper[j * n + r] = upper[j * n + r]! / c[j * n + j]!;
            u[r * n + j] = upper[j * n + r]!;
          }
        }
        product(null, v, z, w, k, k, n, true, false);
        product(base, w, upper, b, k, n, n, false, true);
        visit(b, u, draw);
      }
    },
    simd,
  );
}
