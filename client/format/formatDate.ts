import { civil, type IsoDate, parseIsoDate } from "../../models/series/date.ts";
import type { Locale } from "./locale.ts";

export const MONTHS_EN = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

export type DateStyle = "long" | "short";

/** A calendar day: 2025年4月9日 / 9 Apr 2025; short: 4月9日 / 9 Apr. Throws a RangeError on text that is no date. */
export function formatDate(date: IsoDate, locale: Locale, style: DateStyle = "long"): string {
  const epoch = parseIsoDate(date);
  if (epoch === null) throw new RangeError(`not a date: "${date}"; expected YYYY-MM-DD`);
  const { year, month, day } = civil(epoch);
  if (locale === "zh") return `${style === "long" ? `${year}年` : ""}${month}月${day}日`;
  return `${day} ${MONTHS_EN[month - 1]}${style === "long" ? ` ${year}` : ""}`;
}

const BEIJING_MS = 8 * 3_600_000;

/** An instant (ISO, UTC) as wall time in Beijing, `2025-04-09 09:30`, the same in both languages. */
export function formatInstant(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: "${instant}"; expected ISO 8601`);
  return new Date(at + BEIJING_MS).toISOString().slice(0, 16).replace("T", " ");
}
