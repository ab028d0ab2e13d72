import { type EpochDay, epochDay } from "../../series/date.ts";
import { type Span, yearAndIndex } from "./span.ts";

/** First and last day of each period of a span of months or quarters. */
export function periodDays(span: Span): { start: EpochDay; end: EpochDay }[] {
  const months = 12 / span.period;
  return Array.from({ length: span.count }, (_, i) => {
    const { year, index } = yearAndIndex(span.first + i, span.period);
    const start = epochDay(year, index * months + 1, 1);
    return { start, end: epochDay(year, (index + 1) * months + 1, 0) };
  });
}

/** Day of the week of an epoch day: 0 Monday … 6 Sunday. */
export const weekdayOf = (day: EpochDay): number => (((day + 3) % 7) + 7) % 7;

/** How often each day of the week (0 Monday … 6 Sunday) falls in a run of days. */
export function weekdayCounts(start: EpochDay, end: EpochDay): Float64Array {
  const whole = Math.floor((end - start + 1) / 7);
  const counts = new Float64Array(7).fill(whole);
  for (let d = start + 7 * whole; d <= end; d++) counts[weekdayOf(d)]! += 1;
  return counts;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
