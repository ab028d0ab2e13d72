import { isWorkingDay } from "../../calendar/workingDays.ts";
import { isLeapYear, periodDays, weekdayCounts, weekdayOf } from "./monthDays.ts";
import { type Span, yearAndIndex } from "./span.ts";

export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

/**
 * Trading day contrasts of a flow: six columns
 *   Tⱼ(t) = #dayⱼ(t) − #Sunday(t),   j = Monday … Saturday
 * The effect of Sunday is −Σβⱼ. Bell & Hillmer (1983), JASA 78; X-13ARIMA-SEATS Reference Manual, table 4.1.
 */
export function tradingDay(span: Span): Float64Array[] {
  const counts = periodDays(span).map(({ start, end }) => weekdayCounts(start, end));
  return WEEKDAYS.map((_, j) => Float64Array.from(counts, (c) => c[j]! - c[6]!));
}

/**
 * One coefficient for weekdays against the weekend:
 *   T(t) = #(Monday … Friday) − 5/2 #(Saturday, Sunday)
 */
export function weekdayContrast(span: Span): Float64Array {
  return Float64Array.from(periodDays(span), ({ start, end }) => {
    const c = weekdayCounts(start, end);
    return c[0]! + c[1]! + c[2]! + c[3]! + c[4]! - 2.5 * (c[5]! + c[6]!);
  });
}

/**
 * Trading day contrasts under the State Council's notices (调休): days off are days off whatever their weekday, make-up
 * workdays are worked.
 *   pooled:  W(t) = #working(t) − r #off(t),   r = working days to days off in the mean of 2007–2026
 *   six:     Wⱼ(t) = #worked dayⱼ(t) − r/5 #off(t),  j = Monday … Friday;  M(t) = #worked weekend days(t)
 * Outside the years of the notices weekdays are counted, as `isWorkingDay` does.
 */
export function officialTradingDay(span: Span, pooled: boolean): Float64Array[] {
  const columns = Array.from({ length: pooled ? 1 : 6 }, () => new Float64Array(span.count));
  const off = pooled ? WORKING_PER_DAY_OFF : WORKING_PER_DAY_OFF / 5;
  periodDays(span).forEach(({ start, end }, t) => {
    for (let d = start; d <= end; d++)
      if (isWorkingDay(d)) columns[pooled ? 0 : Math.min(5, weekdayOf(d))]![t]! += 1;
      else for (let j = 0; j < (pooled ? 1 : 5); j++) columns[j]![t]! -= off;
  });
  return columns;
}

/** Working days to days off a year, mean of the calendars of 2007 to 2026. */
const WORKING_PER_DAY_OFF = 249.55 / 115.7;

/** Leap year of a flow: ¾ in a February (first quarter) of 29 days, −¼ in one of 28, 0 elsewhere. */
export function leapYear(span: Span): Float64Array {
  const february = span.period === 12 ? 1 : 0;
  return Float64Array.from({ length: span.count }, (_, i) => {
    const { year, index } = yearAndIndex(span.first + i, span.period);
    if (index !== february) return 0;
    return isLeapYear(year) ? 0.75 : -0.25;
  });
}

/** Days of the period less the mean length, 30.4375 of a month and 91.3125 of a quarter. */
export function lengthOfPeriod(span: Span): Float64Array {
  const mean = 365.25 / span.period;
  return Float64Array.from(periodDays(span), ({ start, end }) => end - start + 1 - mean);
}

/**
 * Prior factors by which a flow is divided before logs: 29/28.25 or 28/28.25 in February (91/90.25 or 90/90.25 in the
 * first quarter), 1 elsewhere. X-13ARIMA-SEATS does so in place of the leap-year regressor where logs are taken.
 */
export function leapYearFactors(span: Span): Float64Array {
  const february = span.period === 12 ? 1 : 0;
  const days = span.period === 12 ? 28 : 90;
  return Float64Array.from({ length: span.count }, (_, i) => {
    const { year, index } = yearAndIndex(span.first + i, span.period);
    return index === february ? (days + (isLeapYear(year) ? 1 : 0)) / (days + 0.25) : 1;
  });
}

/** Length of the period over its mean: prior factors where the whole length is divided out. */
export function lengthFactors(span: Span): Float64Array {
  const mean = 365.25 / span.period;
  return lengthOfPeriod(span).map((v) => v / mean + 1);
}

/**
 * Trading day contrasts of an end-of-period stock: six columns, 1 where the period's day w (its last where it is shorter)
 * is weekday j, −1 where it is Sunday, 0 elsewhere. Bell (1984), SRD Research Report 84/01; w = 31 is the month's end.
 */
export function stockTradingDay(span: Span, day: number): Float64Array[] {
  const columns = WEEKDAYS.map(() => new Float64Array(span.count));
  periodDays(span).forEach(({ start, end }, t) => {
    const monthStart = span.period === 12 ? start : end - 30;
    const weekday = weekdayOf(Math.min(end, (span.period === 12 ? start : monthStart) + day - 1));
    columns.forEach((column, j) => {
      column[t] = weekday === j ? 1 : weekday === 6 ? -1 : 0;
    });
  });
  return columns;
}
