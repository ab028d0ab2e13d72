import type { Series } from "../../series/series.ts";
import { adjustSeries, type SeasonalResult } from "./adjustSeries.ts";
import { AS_PUBLISHED, type ComparableBasis } from "./comparableBasis.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

/** Settings of a policy that may be tried otherwise. */
export type SeasonalTrial = Partial<
  Omit<SeasonalPolicy, "indicator" | "revision" | "from" | "comparable" | "restated">
>;

export interface SeasonalWhatIf {
  base: SeasonalResult;
  other: SeasonalResult;
  /** 100 (other/base − 1) of the adjusted series, percent; differences in the series' unit where either adds. */
  difference: Series;
  /** Largest and root mean square of its size. */
  largest: number;
  rootMeanSquare: number;
}

/** The adjustment under other settings (window, method, outliers, logs) beside the policy's, both made from nothing. */
export function whatIf(
  series: Series,
  policy: SeasonalPolicy,
  trial: SeasonalTrial,
  basis: ComparableBasis = AS_PUBLISHED,
): SeasonalWhatIf {
  const base = adjustSeries(series, policy, undefined, { basis });
  const other = adjustSeries(series, { ...policy, ...trial }, undefined, { basis });
  const ratio = base.mult && other.mult;
  const values = base.adjusted.values.map((v, i) => {
    const o = other.adjusted.values[i]!;
    return ratio ? 100 * (o / v! - 1) : o - v!;
  });
  return {
    base,
    other,
    difference: { ...base.adjusted, unit: ratio ? "percent" : series.unit, values },
    largest: Math.max(...values.map(Math.abs)),
    rootMeanSquare: Math.sqrt(values.reduce((s, v) => s + v * v, 0) / values.length),
  };
}
