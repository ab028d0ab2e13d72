import type { Indicator } from "../indicators/indicator.ts";
import { type IsoDate, isoDate } from "../series/date.ts";
import { nextPeriod, type Period, spanOf } from "../series/period.ts";
import { releaseDate } from "./releaseDate.ts";
import { isWorkingDay } from "./workingDays.ts";

type Published = Pick<Indicator, "frequency" | "basis" | "update" | "januaryCombined" | "discontinued">;

/** The period a source publishes after one: January and February as one where it combines them. */
export function followingPeriod(indicator: Published, period: Period): Period {
  if (indicator.frequency === "D") {
    let day = spanOf(period).end + 1;
    while (!isWorkingDay(day)) day++;
    return isoDate(day);
  }
  const next = nextPeriod(period, indicator.frequency, 1, indicator.basis);
  if (!indicator.januaryCombined || indicator.frequency !== "M") return next;
  return next.replace(/^(\d{4})-01(\/P1M)?$/, "$1-01/P2M");
}

/**
 * What a source publishes next after `last`, and when by its publication rule.
 * null for series published only when something changes, and for discontinued ones.
 */
export function nextRelease(indicator: Published, last: Period): { period: Period; date: IsoDate } | null {
  if (indicator.update.onChange || indicator.discontinued !== undefined) return null;
  const period = followingPeriod(indicator, last);
  return { period, date: releaseDate(indicator.update, period) };
}
