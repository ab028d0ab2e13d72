import { AppError } from "../errors.ts";

/**
 * A figure published as running total and growth of the running total, month by month: index 12 · (year − firstYear) +
 * month − 1, NaN where nothing was published (January where only January–February is).
 */
export interface RunningTotals {
  firstYear: number;
  /** C, in the unit of the figure. */
  total: Float64Array;
  /** G, percent on a year earlier, on the comparable basis. */
  growth: Float64Array;
  /** Half the last digit published: C ± `totalHalf`, G ± `growthHalf`. */
  totalHalf: number;
  growthHalf: number;
}

/** A derived number with the range that rounding of its sources leaves open. */
export interface Rounded {
  value: number;
  low: number;
  high: number;
}

/** 1 … 12. */
export const monthOf = (index: number): number => (index % 12) + 1;

/** Refuses totals and growth of different length, infinite figures, and growth of −100 % or less. */
export function checkTotals({ total, growth, firstYear }: RunningTotals): void {
  if (total.length !== growth.length)
    throw new AppError(
      "invalid-input",
      `${total.length} running totals and ${growth.length} growth rates; their numbers must agree`,
    );
  const where = (i: number) => `${firstYear + Math.floor(i / 12)}-${String(monthOf(i)).padStart(2, "0")}`;
  for (let i = 0; i < total.length; i++) {
    if (Math.abs(total[i]!) === Number.POSITIVE_INFINITY || Math.abs(growth[i]!) === Number.POSITIVE_INFINITY)
      throw new AppError("invalid-input", `an infinite figure at ${where(i)}`);
    if (growth[i]! <= -100)
      throw new AppError(
        "invalid-input",
        `growth of ${growth[i]} % at ${where(i)}: a running total cannot fall by all of itself`,
      );
  }
}

/**
 * The span of months that the difference at `index` covers: the months since the last published total of the year, or
 * since its start. null where nothing is published there. January–February published together give 2 in February.
 */
export function spanAt(of: Float64Array, index: number): { before: number | null; months: number } | null {
  if (Number.isNaN(of[index]!)) return null;
  const january = index - (index % 12);
  for (let i = index - 1; i >= january; i--)
    if (!Number.isNaN(of[i]!)) return { before: i, months: index - i };
  return { before: null, months: index - january + 1 };
}
