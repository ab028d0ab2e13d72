import type { IsoDate } from "../../series/date.ts";
import type { Series } from "../../series/series.ts";

/** The running figures of one year on twelve months; a quarter stands in its last month. NaN and null without a figure. */
export interface YearOfFigures {
  year: number;
  values: Float64Array;
  vintages: (IsoDate | null)[];
}

/** Lays a monthly or quarterly series out by year. */
export function yearsOfFigures(series: Series): Map<number, YearOfFigures> {
  const perYear = series.frequency === "Q" ? 4 : 12;
  const step = 12 / perYear;
  const years = new Map<number, YearOfFigures>();
  series.values.forEach((value, i) => {
    if (value === null) return;
    const slot = series.firstSlot + i;
    const year = Math.floor(slot / perYear);
    const found = years.get(year) ?? emptyYear(year);
    years.set(year, found);
    const month = (slot - year * perYear + 1) * step - 1;
    found.values[month] = value;
    found.vintages[month] = series.vintages[i] ?? null;
  });
  return years;
}

/** A year nobody spoke of. */
export const emptyYear = (year: number): YearOfFigures => ({
  year,
  values: new Float64Array(12).fill(Number.NaN),
  vintages: Array.from({ length: 12 }, () => null),
});
