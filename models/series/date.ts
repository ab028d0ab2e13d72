/** A calendar day, `YYYY-MM-DD`. Days are for vintages and release calendars; models count in periods. */
export type IsoDate = string;
/** Days since 1970-01-01, the form dates take in arithmetic and in typed arrays. */
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;

/** The epoch day of a civil date; months and days beyond their range carry over (day 0 = last of the month before). */
export function epochDay(year: number, month: number, day: number): EpochDay {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** Reads `YYYY-MM-DD`; null when it is not a day of the calendar. */
export function parseIsoDate(text: string): EpochDay | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return null;
  const day = epochDay(Number(m[1]), Number(m[2]), Number(m[3]));
  return isoDate(day) === text ? day : null;
}

/** Writes an epoch day as `YYYY-MM-DD`. */
export function isoDate(day: EpochDay): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (1–12) and day of an epoch day. */
export function civil(day: EpochDay): { year: number; month: number; day: number } {
  const d = new Date(day * MS_PER_DAY);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
}

/** The date `days` after `date`. Throws on text that is no date: callers pass dates already read. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const start = parseIsoDate(date);
  if (start === null) throw new RangeError(`not a date: ${date}`);
  return isoDate(start + days);
}
