import { type Period, periodOfSlot } from "../../series/period.ts";
import { basisBreaks } from "../basisBreaks.ts";
import { lastDigits } from "./lastDigits.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

export interface RestatedBase {
  period: Period;
  /** Growth as published and as the two totals have it, percent. */
  published: number;
  byLevels: number;
}

/**
 * Running totals whose growth is not the published one (`basisBreaks`), on the coarsest last digits of their time: the base was
 * restated. `years` follow one another.
 */
export function restatedBases(
  total: readonly YearOfFigures[],
  growth: readonly YearOfFigures[],
): RestatedBase[] {
  const firstYear = total[0]?.year;
  if (firstYear === undefined) return [];
  const joined = (years: readonly YearOfFigures[]) => Float64Array.from(years.flatMap((y) => [...y.values]));
  const halves = total.flatMap((y) => [...lastDigits(y.values)].filter((h) => !Number.isNaN(h)));
  const totals = {
    firstYear,
    total: joined(total),
    growth: joined(growth),
    totalHalf: Math.max(0, ...halves),
    growthHalf: HALF,
  };
  return basisBreaks(totals).map(({ index, published, byLevels }) => ({
    period: periodOfSlot(12 * firstYear + index, "M", "year-to-date"),
    published,
    byLevels,
  }));
}

/** Growth is published to a tenth of a percent. */
const HALF = 0.05;
