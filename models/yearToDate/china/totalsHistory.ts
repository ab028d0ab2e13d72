import type { Series } from "../../series/series.ts";
import { type BasisFactor, basisFactors } from "./basisFactors.ts";
import { comparableGrowth } from "./comparableGrowth.ts";
import { derivedAmounts } from "./derivedAmounts.ts";
import { everyYear, onYears } from "./everyYear.ts";
import { restatedWithin } from "./restatedWithin.ts";
import { yearsOfFigures } from "./yearsOfFigures.ts";

/** A running total and its published growth, by indicator. */
export interface RunningPair {
  total: string;
  growth: string;
}

/** What a running total and its published growth tell of how comparable its months are. */
export interface TotalsHistory {
  factors: readonly BasisFactor[];
  /** Slots of months across which the year was restated. */
  within: ReadonlySet<number>;
}

/** Reads both out of a monthly running total and its growth (`basisFactors`, `restatedWithin`). */
export function totalsHistory(total: Series, growth: Series): TotalsHistory {
  const years = everyYear(yearsOfFigures(total));
  const rates = onYears(yearsOfFigures(growth), years);
  const firstYear = years[0]?.year ?? 0;
  const within = restatedWithin(
    years.flatMap((y) => derivedAmounts(y, 1)),
    years.flatMap((y, i) => comparableGrowth(y, rates[i]!, 1)),
  );
  return {
    factors: basisFactors(years, rates),
    within: new Set([...within].map((i) => 12 * firstYear + i)),
  };
}
