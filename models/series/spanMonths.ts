import { spanOf } from "./period.ts";
import type { Series } from "./series.ts";

/** Most cells are plain months: told by their form alone, without reading the date. */
const PLAIN_MONTH = /^\d{4}-\d{2}$/;

/**
 * Months covered by the cell: 1 for a plain month, 2 for January–February in February's slot.
 * null for weeks and days. Running totals count as one slot: their growth rates follow one another month by month.
 */
export function spanMonths(series: Series, index: number): number | null {
  const period = series.periods[index];
  if (period === undefined) return null;
  if (series.basis === "year-to-date" || PLAIN_MONTH.test(period)) return 1;
  return spanOf(period).months;
}

/** true when both cells speak of spans of equal length, so that one may be compared with the other. */
export function sameSpan(series: Series, a: number, b: number): boolean {
  return spanMonths(series, a) === spanMonths(series, b);
}
