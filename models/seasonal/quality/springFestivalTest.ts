import { springFestival } from "../../calendar/springFestival.ts";
import { AppError } from "../../errors.ts";
import { epochDay, parseIsoDate } from "../../series/date.ts";
import { leastSquares } from "../../statistics/leastSquares.ts";
import { type FTest, fTest } from "./stableSeasonality.ts";

/** Days from Lunar New Year's Day, both ends in. */
export type FestivalDays = readonly [number, number];

const WINDOWS: readonly FestivalDays[] = [
  [-15, -1],
  [0, 6],
  [7, 21],
];
const MONTHS = [1, 2, 3] as const;

/**
 * Whether an irregular still moves with the date of Spring Festival: over January to March,
 *   I(t) = a_month + Σ_k b_k H_k(t) + e(t),   H_k the share of window k (days −15…−1, 0…6, 7…21) that lies in the month
 * F test that all b_k are zero against month means alone. Months without a figure (NaN) or without a known festival are
 * left out; regressors that the others explain do not count. `firstMonth` 1 … 12 and `firstYear` are of irregular[0].
 * Roberts & White (2015), Seasonal adjustment of Chinese economic statistics, RBA RDP 2015-13, §4.
 */
export function springFestivalTest(
  irregular: Float64Array,
  firstYear: number,
  firstMonth: number,
  windows: readonly FestivalDays[] = WINDOWS,
): FTest {
  const rows: { value: number; month: number; shares: readonly number[] }[] = [];
  irregular.forEach((value, t) => {
    const month = ((firstMonth - 1 + t) % 12) + 1;
    const year = firstYear + Math.floor((firstMonth - 1 + t) / 12);
    const date = springFestival(year);
    const newYear = date === null ? null : parseIsoDate(date);
    if (month > MONTHS.length || newYear === null || Number.isNaN(value)) return;
    rows.push({
      value,
      month,
      shares: windows.map((w) => shareOf(w, newYear, year, month)),
    });
  });
  const y = Float64Array.from(rows, (r) => r.value);
  const monthMeans = MONTHS.map((m) => Float64Array.from(rows, (r) => (r.month === m ? 1 : 0)));
  const shares = windows.map((_, k) => Float64Array.from(rows, (r) => r.shares[k]!));
  const columns = [...monthMeans, ...shares];
  if (rows.length <= columns.length)
    throw new AppError(
      "not-enough-data",
      `The Spring Festival test needs more than ${columns.length} figures of January to March; there are ${rows.length}.`,
    );
  const without = leastSquares(y, monthMeans);
  const withAll = leastSquares(y, columns);
  const df1 = withAll.rank - without.rank;
  const df2 = rows.length - withAll.rank;
  if (df1 === 0)
    throw new AppError(
      "not-enough-data",
      "Spring Festival fell on the same days in every year there is: nothing to test.",
    );
  const explained = Math.max(without.residualSquares - withAll.residualSquares, 0);
  return fTest(explained / df1, Math.max(withAll.residualSquares, 0) / df2, df1, df2);
}

/** Share of the window's days in a month; `newYear` in days since 1970. */
function shareOf(window: FestivalDays, newYear: number, year: number, month: number): number {
  const from = epochDay(year, month, 1);
  const to = epochDay(year, month + 1, 1);
  const inside = Math.min(newYear + window[1] + 1, to) - Math.max(newYear + window[0], from);
  return Math.max(inside, 0) / (window[1] - window[0] + 1);
}
