import { type EpochDay, parseIsoDate } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";
import { FIRST_NOTICE_YEAR, LAST_NOTICE_YEAR, OFFICIAL_HOLIDAYS } from "./officialHolidays.ts";

function day(text: string): EpochDay {
  const found = parseIsoDate(text);
  if (found === null) throw new RangeError(`not a date in the holiday table: "${text}"`);
  return found;
}

function read(): { off: ReadonlySet<EpochDay>; work: ReadonlySet<EpochDay> } {
  const off = new Set<EpochDay>();
  const work = new Set<EpochDay>();
  for (const [year, notice] of Object.entries(OFFICIAL_HOLIDAYS)) {
    for (const run of notice.off.split(" ").filter(Boolean)) {
      const [from = run, to = from] = run.split("/");
      const last = day(to.length > 5 ? to : `${year}-${to}`);
      for (let d = day(`${year}-${from}`); d <= last; d++) off.add(d);
    }
    for (const made of notice.work.split(" ").filter(Boolean)) work.add(day(`${year}-${made}`));
  }
  return { off, work };
}

const { off, work } = read();

/** Whether offices work on a day: make-up workdays do, days off do not, otherwise Monday to Friday do. */
export function isWorkingDay(epochDay: EpochDay): boolean {
  if (work.has(epochDay)) return true;
  return !off.has(epochDay) && (((epochDay + 3) % 7) + 7) % 7 < 5;
}

/**
 * Official working days of a period, with days off and make-up workdays (调休).
 * Outside 2007–2026 no notice is on record and weekdays are counted: see `workingDaysEstimated`.
 */
export function workingDays(period: Period): number {
  const { start, end } = spanOf(period);
  let count = 0;
  for (let d = start; d <= end; d++) if (isWorkingDay(d)) count++;
  return count;
}

/** Whether the count for a period is an estimate, because no notice covers its year. */
export function workingDaysEstimated(period: Period): boolean {
  const year = Number(period.slice(0, 4));
  return year < FIRST_NOTICE_YEAR || year > LAST_NOTICE_YEAR;
}
