import type { Expectation } from "./expectation.ts";
import type { FactorParameters } from "./factorModel.ts";
import { whiten } from "./observationPattern.ts";
import { factorReadings } from "./observedMoments.ts";
import type { StateLayout } from "./stateLayout.ts";

/**
 * Precisions u of the figures under t-distributed shocks with ν degrees of freedom, as a scale mixture: the whitened
 * error ε of a figure has variance σ²v/u, u ~ Gamma(ν/2, ν/2), and given the smoothed factors
 *   u = (ν + 1) / (ν + E[ε²]/(σ²v)).
 * A figure five standard deviations out counts a sixth of the others at ν = 4. The factors' and the mixture's posteriors
 * are taken as independent (variational EM), so what rises is a bound of the likelihood. Lange, Little & Taylor (1989).
 * Series whose idiosyncratic part is a state keep u = 1. `counts` multiply, where a figure is a mean of several.
 */
export function tailWeights(
  layout: StateLayout,
  expectation: Expectation,
  values: Float64Array,
  { loadings, rho, variance }: FactorParameters,
  degrees: number,
  counts: Float64Array | null,
): Float64Array {
  const { factors: k, obsStart, obsSeries, obsPattern, patterns, part, loaded, months } = layout;
  const n = part.length;
  const out = new Float64Array(months * n).fill(1);
  if (counts) out.set(counts.subarray(0, Math.min(counts.length, out.length)));
  const most = Math.max(1, ...patterns.map((p) => p.readings.length));
  const c = new Float64Array(most);
  const g = new Float64Array(most * k);
  const gg = new Float64Array(((most * (most + 1)) / 2) * k * k);
  for (let t = 0; t < months; t++)
    for (let o = obsStart[t]!; o < obsStart[t + 1]!; o++) {
      const i = obsSeries[o]!;
      if (part[i] !== "observed") continue;
      const pattern = patterns[obsPattern[o]!]!;
      const readings = pattern.readings;
      const v = whiten(pattern, rho[i]!, c);
      factorReadings(layout, expectation, pattern, t, g, gg);
      let error = 0;
      let fitted = 0;
      let square = 0;
      let pair = 0;
      readings.forEach((r, a) => {
        for (const d of r.data) error += c[a]! * d.coefficient * values[(t - r.lag - d.lag) * n + i]!;
        for (const f of loaded[i]!) fitted += c[a]! * loadings[i * k + f]! * g[a * k + f]!;
        for (let b = a; b < readings.length; b++, pair++) {
          const weight = c[a]! * c[b]! * (a === b ? 1 : 2);
          for (const f of loaded[i]!)
            for (const h of loaded[i]!)
              square += weight * loadings[i * k + f]! * loadings[i * k + h]! * gg[(pair * k + f) * k + h]!;
        }
      });
      const squared = Math.max(0, error * error - 2 * error * fitted + square);
      const count = out[t * n + i]!;
      out[t * n + i] = (count * (degrees + 1)) / (degrees + (squared * count) / (variance[i]! * v));
    }
  return out;
}
