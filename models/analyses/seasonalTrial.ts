import { AppError } from "../errors.ts";
import type { Readings } from "../readings/readings.ts";
import { comparableBasis } from "../seasonal/china/comparableBasis.ts";
import type { SeasonalPolicy } from "../seasonal/china/seasonalPolicy.ts";
import { type SeasonalTrial, whatIf } from "../seasonal/china/whatIf.ts";
import type { Period } from "../series/period.ts";
import { adjustedFigures } from "./adjustedFigures.ts";
import type { AdjustedFigures } from "./seasonalResult.ts";

/** An adjustment under other settings beside the policy's, both made from nothing with the same figures. */
export interface SeasonalTrialResult {
  base: AdjustedFigures;
  other: AdjustedFigures;
  /** Percent of the adjusted series; differences in the unit of the series where `ratio` is false. */
  ratio: boolean;
  difference: readonly (number | null)[];
  /** Where the two differ most. */
  largest: { period: Period; value: number };
  rootMeanSquare: number;
}

/** Throws as `adjustSeries` does, and AppError("invalid-input") for logs of a series that is not above 0. */
export function seasonalTrial(
  readings: Readings,
  policy: SeasonalPolicy,
  trial: SeasonalTrial,
): SeasonalTrialResult {
  const { base, other, difference, rootMeanSquare } = whatIf(
    readings.series(policy.indicator),
    policy,
    trial,
    comparableBasis(policy, (id) => readings.series(id)),
  );
  const most = difference.values.reduce<number>(
    (best, v, i) => (Math.abs(v ?? 0) > Math.abs(difference.values[best] ?? 0) ? i : best),
    0,
  );
  const value = difference.values[most] ?? null;
  if (value === null || !Number.isFinite(value) || !Number.isFinite(rootMeanSquare))
    throw new AppError(
      "invalid-input",
      `${policy.indicator} under these settings comes to no finite figures; other settings are needed`,
    );
  return {
    base: adjustedFigures(base),
    other: adjustedFigures(other),
    ratio: base.mult && other.mult,
    difference: [...difference.values],
    largest: { period: difference.periods[most]!, value },
    rootMeanSquare,
  };
}
