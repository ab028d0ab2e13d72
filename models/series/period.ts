import { civil, type EpochDay, epochDay, isoDate, parseIsoDate } from "./date.ts";
import type { Frequency } from "./frequency.ts";

/**
 * What a figure is about: a start and a length, written after SDMX.
 *
 *   2026          year                      2026-Q1       quarter
 *   2026-03       month                     2026-W05      ISO week (Monday to Sunday)
 *   2026-03-05    day
 *   2026-01/P2M   January and February together, as Chinese statistics publish them
 *   2026-01/P8M   January to August, a running total
 *
 * A combined or cumulative figure is a fact of its own, not a defective month.
 */
export type Period = string;

/** `period`: the figure covers its own period. `year-to-date`: it runs from January. */
export type Basis = "period" | "year-to-date";

export interface PeriodSpan {
  /** First and last day, both included. */
  start: EpochDay;
  end: EpochDay;
  kind: "year" | "quarter" | "month" | "months" | "week" | "day";
  /** Whole months covered; null for weeks and days. */
  months: number | null;
}

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

function monthsFrom(year: number, month: number, count: number, kind: PeriodSpan["kind"]): PeriodSpan {
  return { start: epochDay(year, month, 1), end: epochDay(year, month + count, 0), kind, months: count };
}

/** Monday of ISO week 1: the week that holds 4 January. */
function firstMonday(year: number): EpochDay {
  const fourth = epochDay(year, 1, 4);
  return fourth - ((fourth + 3) % 7);
}

/** Reads a period; null when the text is none. Lengths run from 1 to 12 months. */
export function parsePeriod(text: string): PeriodSpan | null {
  let m = /^(\d{4})(?:-(\d{2})(?:\/P(\d{1,2})M)?)?$/.exec(text);
  if (m) {
    const year = Number(m[1]);
    if (m[2] === undefined) return monthsFrom(year, 1, 12, "year");
    const month = Number(m[2]);
    if (month < 1 || month > 12) return null;
    if (m[3] === undefined) return monthsFrom(year, month, 1, "month");
    const count = Number(m[3]);
    return count >= 1 && count <= 12 ? monthsFrom(year, month, count, "months") : null;
  }
  m = /^(\d{4})-?Q([1-4])$/.exec(text);
  if (m) return monthsFrom(Number(m[1]), Number(m[2]) * 3 - 2, 3, "quarter");
  m = /^(\d{4})-W(\d{2})$/.exec(text);
  if (m) {
    const start = firstMonday(Number(m[1])) + (Number(m[2]) - 1) * 7;
    const known = Number(m[2]) >= 1 && start < firstMonday(Number(m[1]) + 1);
    return known ? { start, end: start + 6, kind: "week", months: null } : null;
  }
  const day = parseIsoDate(text);
  return day === null ? null : { start: day, end: day, kind: "day", months: null };
}

/** Spans read before: a base speaks of some thousand periods, again and again. */
const MOST_READ = 20_000;
const read = new Map<Period, Readonly<PeriodSpan>>();

/** The span of a period already known to be well formed; throws a RangeError that names the text otherwise. */
export function spanOf(period: Period): Readonly<PeriodSpan> {
  const before = read.get(period);
  if (before) return before;
  const span = parsePeriod(period);
  if (!span)
    throw new RangeError(`not a period: "${period}"; expected e.g. 2026, 2026-Q1, 2026-03, 2026-01/P2M`);
  if (read.size >= MOST_READ) read.clear();
  read.set(period, span);
  return span;
}

/** Writes a span of days in the canonical form of its basis; running totals are always `YYYY-01/PnM`. */
export function periodOfSpan(start: EpochDay, end: EpochDay, basis: Basis = "period"): Period {
  const a = civil(start);
  const b = civil(end + 1);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (a.day === 1 && b.day === 1 && months >= 1 && months <= 12) {
    if (basis === "year-to-date") return `${four(a.year)}-${two(a.month)}/P${months}M`;
    if (months === 1) return `${four(a.year)}-${two(a.month)}`;
    if (months === 3 && a.month % 3 === 1) return `${four(a.year)}-Q${(a.month + 2) / 3}`;
    if (months === 12 && a.month === 1) return four(a.year);
    return `${four(a.year)}-${two(a.month)}/P${months}M`;
  }
  if (start === end) return isoDate(start);
  if (end - start === 6 && (start + 3) % 7 === 0) {
    const thursday = civil(start + 3);
    return `${four(thursday.year)}-W${two((start - firstMonday(thursday.year)) / 7 + 1)}`;
  }
  throw new RangeError(`no period runs from ${isoDate(start)} to ${isoDate(end)}`);
}

/**
 * The slot a period takes on the axis of a frequency: consecutive integers, by the period's last day.
 * January–February and January-to-February both stand in the slot of February.
 */
export function slotOf(period: Period, frequency: Frequency): number {
  return slotOfDay(spanOf(period).end, frequency);
}

/** The slot that holds a day. */
export function slotOfDay(day: EpochDay, frequency: Frequency): number {
  if (frequency === "D") return day;
  if (frequency === "W") return Math.floor((day + 3) / 7);
  const { year, month } = civil(day);
  if (frequency === "A") return year;
  return frequency === "Q" ? year * 4 + Math.floor((month - 1) / 3) : year * 12 + month - 1;
}

/** The period that stands in a slot: the inverse of `slotOf` for plain periods, the running total for year-to-date. */
export function periodOfSlot(slot: number, frequency: Frequency, basis: Basis = "period"): Period {
  if (frequency === "D") return isoDate(slot);
  if (frequency === "W") return periodOfSpan(slot * 7 - 3, slot * 7 + 3);
  const per = { A: 1, Q: 4, M: 12 }[frequency];
  const year = Math.floor(slot / per);
  const index = slot - year * per;
  if (basis === "year-to-date") return `${four(year)}-01/P${((index + 1) * 12) / per}M`;
  if (frequency === "A") return four(year);
  return frequency === "Q" ? `${four(year)}-Q${index + 1}` : `${four(year)}-${two(index + 1)}`;
}

/** The period `steps` after this one on the axis of its frequency; negative steps go back. */
export function nextPeriod(period: Period, frequency: Frequency, steps = 1, basis: Basis = "period"): Period {
  return periodOfSlot(slotOf(period, frequency) + steps, frequency, basis);
}
