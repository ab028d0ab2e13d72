import type { Series } from "../../series/series.ts";
import type { BasisFactor } from "../../yearToDate/china/basisFactors.ts";
import { totalsHistory } from "../../yearToDate/china/totalsHistory.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

/** What makes the months of a series comparable with one another. */
export interface ComparableBasis {
  /** Years that restated the base they compare with, by how much. */
  factors: readonly BasisFactor[];
  /** Slots of months that are none, because the year was restated across them: left to be estimated. */
  gaps: readonly number[];
}

export const AS_PUBLISHED: ComparableBasis = { factors: [], gaps: [] };

/** Indicators that the policy reads beside the one it adjusts. */
export const basisReads = ({ comparable, restated }: SeasonalPolicy): string[] => [
  ...new Set([comparable, restated].flatMap((pair) => (pair ? [pair.total, pair.growth] : []))),
];

/** The basis of a policy's series, from what `read` knows of running totals and their growth. */
export function comparableBasis(
  policy: SeasonalPolicy,
  read: (indicator: string) => Series,
): ComparableBasis {
  const { comparable, restated } = policy;
  const told = (pair: typeof comparable) => pair && totalsHistory(read(pair.total), read(pair.growth));
  return {
    factors: told(comparable)?.factors ?? [],
    gaps: [...(told(restated)?.within ?? [])].sort((a, b) => a - b),
  };
}
