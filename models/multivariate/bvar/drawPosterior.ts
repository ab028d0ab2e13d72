import { chiSquaredVariate } from "../../statistics/random/gamma.ts";
import { zigguratSource } from "../../statistics/random/ziggurat.ts";
import type { ConjugatePosterior } from "./conjugatePosterior.ts";
import { plusTimesLowerTransposed, upperTimes } from "./triangularProduct.ts";

/** `coefficients` k × n and `impact` n × n lower with Σ = impact impact′; both are used again for the next draw. */
export type PosteriorVisitor = (coefficients: Float64Array, impact: Float64Array, draw: number) => void;

/**
 * Independent draws from a conjugate posterior:
 *   U = F C⁻¹,  C lower, C_ij ~ N(0, 1), C_ii² ~ χ²(ν − (n−1−i));   Σ = U U′ ~ IW(F F′, ν)
 *   B = B̄ + V Z U′,  Z ~ N(0, I)
 * The Bartlett factor is taken from its last corner, so that U is at once the Cholesky factor of Σ: the recursive
 * impact of the shocks, and triangular in the product. Bartlett (1933); Karlsson (2013), Handbook of Economic Forecasting 2B, §3.
 */
export function drawPosterior(
  posterior: ConjugatePosterior,
  draws: number,
  seed: number,
  visit: PosteriorVisitor,
): void {
  const { n, k, mean, spread, scaleFactor, degreesOfFreedom } = posterior;
  const source = zigguratSource(seed);
  const c = new Float64Array(n * n);
  const u = new Float64Array(n * n);
  // Z, then the normals below the diagonal of C: one call fills both.
  const z = new Float64Array(k * n + (n * (n - 1)) / 2);
  const w = new Float64Array(k * n);
  const b = new Float64Array(k * n);
  for (let draw = 0; draw < draws; draw++) {
    source.fill(z);
    for (let i = 0, at = k * n; i < n; i++) {
      for (let j = 0; j < i; j++) c[i * n + j] = z[at++]!;
      c[i * n + i] = Math.sqrt(chiSquaredVariate(source, degreesOfFreedom - (n - 1 - i)));
    }
    for (let r = 0; r < n; r++)
      for (let j = r; j >= 0; j--) {
        let s = scaleFactor.data[r * n + j]!;
        for (let h = j + 1; h <= r; h++) s -= u[r * n + h]! * c[h * n + j]!;
        u[r * n + j] = s / c[j * n + j]!;
      }
    upperTimes(spread.data, z, w, k, n);
    plusTimesLowerTransposed(mean.data, w, u, b, k, n);
    visit(b, u, draw);
  }
}
