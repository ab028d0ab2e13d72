import { AppError } from "../errors.ts";

export interface DiffusionOptions {
  /** Periods over which a component rises or falls: 1, 3 or 6 by custom. */
  span?: 1 | 3 | 6 | 12;
  /** One weight a component; equal by default. */
  weights?: readonly number[];
}

/**
 * The share of components that rise, in percent; one that stands still counts half.
 *   DI(t) = 100 Σ wᵢ [1(xᵢ(t) > xᵢ(t−j)) + ½ 1(xᵢ(t) = xᵢ(t−j))] / Σ wᵢ  over the components known at t and t − j
 * NaN where none is known. 50 divides expansion from contraction.
 * The Conference Board (2001), Business Cycle Indicators Handbook; Moore (1961), Business Cycle Indicators,
 * vol. I.
 */
export function diffusionIndex(
  components: readonly ArrayLike<number>[],
  { span = 1, weights = components.map(() => 1) }: DiffusionOptions = {},
): Float64Array {
  return weightedShare(components, weights, (x, t) => {
    const change = t < span ? Number.NaN : x[t]! - x[t - span]!;
    return Number.isNaN(change) ? null : change > 0 ? 1 : change === 0 ? 0.5 : 0;
  });
}

/**
 * The same from dated phases (`phaseStates`): the share of components in an expansion. Free of noise, known only
 * afterwards.
 *   HDI(t) = 100 Σ wᵢ 1(Sᵢ(t) = 1) / Σ wᵢ
 * Moore (1961), Business Cycle Indicators, vol. I (historical diffusion index).
 */
export function historicalDiffusionIndex(
  states: readonly ArrayLike<number>[],
  weights: readonly number[] = states.map(() => 1),
): Float64Array {
  return weightedShare(states, weights, (s, t) => (s[t] === 0 ? null : s[t]! > 0 ? 1 : 0));
}

/** Running sum of DI − 50: turns where the index crosses 50. NaN counts as 50. */
export function cumulatedDiffusion(index: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(index, (v) => {
    if (!Number.isNaN(v)) sum += v - 50;
    return sum;
  });
}

function weightedShare(
  components: readonly ArrayLike<number>[],
  weights: readonly number[],
  vote: (x: ArrayLike<number>, t: number) => number | null,
): Float64Array {
  const n = components[0]?.length ?? 0;
  if (n === 0 || components.some((x) => x.length !== n) || weights.length !== components.length)
    throw new AppError(
      "invalid-input",
      `a diffusion index takes components over the same periods and a weight for each; found lengths ${components.map((x) => x.length).join(", ") || "none"} and ${weights.length} weights`,
    );
  if (weights.some((w) => !(w > 0 && Number.isFinite(w))))
    throw new AppError("invalid-input", `weights are above 0; found ${weights.join(", ")}`);
  return Float64Array.from({ length: n }, (_, t) => {
    let rising = 0;
    let known = 0;
    components.forEach((x, i) => {
      const v = vote(x, t);
      if (v === null) return;
      rising += weights[i]! * v;
      known += weights[i]!;
    });
    return known === 0 ? Number.NaN : (100 * rising) / known;
  });
}
