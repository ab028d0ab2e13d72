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

/** Days of four hundred years, of a century less its leap day, of four years and of a year; months run as 153 days in five. */
const ERA = 146_097;
const CENTURY = 36_524;
const FOUR_YEARS = 1_461;
const YEAR = 365;
/** From 1 March of year 0, where every leap day is the last of its year, to 1970-01-01. */
const FROM_MARCH = 719_468;

/**
 * Year, month (1–12) and day of an epoch day: days since a first of March, by eras of four hundred years. Panels of months ask for
 * it by the million.
 */
export function civil(day: EpochDay): { year: number; month: number; day: number } {
  const since = day + FROM_MARCH;
  const era = Math.floor(since / ERA);
  const inEra = since - era * ERA;
  const year = Math.floor(
    (inEra -
      Math.floor(inEra / (FOUR_YEARS - 1)) +
      Math.floor(inEra / CENTURY) -
      Math.floor(inEra / (ERA - 1))) /
      YEAR,
  );
  const inYear = inEra - (YEAR * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The date `days` after `date`. Throws on text that is no date: callers pass dates already read. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const start = parseIsoDate(date);
  if (start === null) throw new RangeError(`not a date: ${date}`);
  return isoDate(start + days);
}
