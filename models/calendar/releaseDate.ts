import type { UpdateRule } from "../indicators/indicator.ts";
import { civil, epochDay, type IsoDate, isoDate } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";

/**
 * The day on which the publication rule has the source publish a period.
 *   months, quarters, years:  day `rule.day` of the month `rule.lagMonths` after the period's last month,
 *                             the month's last day where it is shorter
 *   weeks, days:              `rule.day` days after the period's last day
 * Weekends and holidays are left alone: agencies move releases off them, or publish on them, by yearly
 * notices that no rule repeats; the true days of release records stand in the vintages.
 */
export function releaseDate(rule: Pick<UpdateRule, "lagMonths" | "day">, period: Period): IsoDate {
  const span = spanOf(period);
  if (span.months === null) return isoDate(span.end + rule.day);
  const { year, month } = civil(span.end);
  const last = civil(epochDay(year, month + rule.lagMonths + 1, 0)).day;
  return isoDate(epochDay(year, month + rule.lagMonths, Math.min(rule.day, last)));
}
