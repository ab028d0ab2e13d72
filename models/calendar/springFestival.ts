import type { IsoDate } from "../series/date.ts";

const FIRST_YEAR = 1980;

/** Month and day of Lunar New Year's Day, ten years a line from 1980. */
const DAYS = `
    02-16 02-05 01-25 02-13 02-02 02-20 02-09 01-29 02-17 02-06
    01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-07 01-28 02-16
    02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26
    02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05
    01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13
    02-03 01-23 02-11 01-31 02-19 02-08
`
  .trim()
  .split(/\s+/);

/** The last year the table holds. */
export const LAST_SPRING_FESTIVAL = FIRST_YEAR + DAYS.length - 1;

/** Lunar New Year's Day of a year (always between 21 January and 20 February); null outside 1980–2035. */
export function springFestival(year: number): IsoDate | null {
  const day = DAYS[year - FIRST_YEAR];
  return day === undefined ? null : `${year}-${day}`;
}
