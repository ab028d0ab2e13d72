import { AppError } from "../errors.ts";
import { type AverageOptions, chainedAverage, componentAverage } from "./componentAverage.ts";
import { type GrowthCycle, type GrowthCycleOptions, growthCycle } from "./growthCycle.ts";
import { type CycleScale, cycleMoments, normaliseCycle } from "./normaliseCycle.ts";

export interface OecdOptions extends GrowthCycleOptions, AverageOptions {
  scale?: CycleScale;
  /** Components whose rise is bad news (unemployment): their cycle is turned over. */
  inverted?: readonly boolean[];
  /** `mean` of what is known, or `chained` over a changing composition (around 100). */
  aggregate?: "mean" | "chained";
}

export interface OecdIndicator {
  /** Smoothed deviations from trend, turned over where inverted, one a component. */
  cycles: Float64Array[];
  /** The same in units of their scale, around 0. */
  normalised: Float64Array[];
  /** Their average, around 0. */
  average: Float64Array;
  reference: GrowthCycle;
  /** Around 100, with the amplitude of the reference's cycle. */
  amplitudeAdjusted: Float64Array;
  /** The indicator on the reference's trend: the reference is 100 · log of a level. */
  trendRestored: Float64Array;
  /** Twelve-month rate of the trend-restored indicator, in percent. */
  twelveMonthRate: Float64Array;
}

/**
 * The composite leading indicator of the OECD's system.
 *   cᵢ = ± HP₁₂(xᵢ − HP₁₂₀ xᵢ),  nᵢ = (cᵢ − mean cᵢ) / scale cᵢ,  a = Σ w n / Σ w
 *   amplitude adjusted: 100 + (a − mean a) · scale(c_ref) / scale(a)
 *   trend restored: exp[(trend_ref + adjusted − 100) / 100],  rate: 100 · [restored(t) / restored(t−12) − 1]
 * Components as they come (logs ·100 for levels), monthly, seasonally adjusted, NaN where not known. A period has a
 * figure where more than `minShare` (60 %) of the weights are known.
 * Gyomai & Guidetti (2012), OECD System of Composite Leading Indicators.
 */
export function oecdIndicator(
  components: readonly ArrayLike<number>[],
  reference: ArrayLike<number>,
  options: OecdOptions = {},
): OecdIndicator {
  const { scale = "mean-absolute-deviation", inverted = [], aggregate = "mean" } = options;
  if (components.length === 0 || components.some((x) => x.length !== reference.length))
    throw new AppError(
      "invalid-input",
      `a composite takes components over the ${reference.length} periods of its reference; found ${components.map((x) => x.length).join(", ") || "none"}`,
    );
  const cycles = components.map((x, i) =>
    growthCycle(x, options).cycle.map((c) => (inverted[i] === true ? -c : c)),
  );
  const normalised = cycles.map((c) => normaliseCycle(c, { scale, centre: 0 }));
  const average =
    aggregate === "mean"
      ? componentAverage(normalised, options)
      : chainedAverage(
          normalised.map((x) => x.map((v) => v + 100)),
          options,
        ).map((v) => v - 100);
  const ref = growthCycle(reference, options);
  const of = cycleMoments(average, scale);
  const ratio = cycleMoments(ref.cycle, scale).scale / of.scale;
  const amplitudeAdjusted = average.map((v) => 100 + (v - of.mean) * ratio);
  const trendRestored = amplitudeAdjusted.map((v, t) => Math.exp((ref.trend[t]! + v - 100) / 100));
  const twelveMonthRate = trendRestored.map((v, t) =>
    t < 12 ? Number.NaN : 100 * (v / trendRestored[t - 12]! - 1),
  );
  return { cycles, normalised, average, reference: ref, amplitudeAdjusted, trendRestored, twelveMonthRate };
}
