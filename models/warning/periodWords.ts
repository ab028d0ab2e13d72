import type { Words } from "../indicators/indicator.ts";
import { civil } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const QUARTERS = ["一", "二", "三", "四"] as const;

/** A period inside a sentence of an alert: 2025年4月 / April 2025; 2020年一季度 / Q1 2020; 2026年1—2月 / January–February 2026. */
export function periodWords(period: Period): Words {
  const span = spanOf(period);
  const { year, month, day } = civil(span.start);
  const last = civil(span.end);
  const name = (m: number): string => MONTHS[m - 1]!;
  switch (span.kind) {
    case "year":
      return { zh: `${year}年`, en: String(year) };
    case "quarter": {
      const quarter = (month + 2) / 3;
      return { zh: `${year}年${QUARTERS[quarter - 1]!}季度`, en: `Q${quarter} ${year}` };
    }
    case "month":
      return { zh: `${year}年${month}月`, en: `${name(month)} ${year}` };
    case "months":
      return last.month === month
        ? { zh: `${year}年${month}月`, en: `${name(month)} ${year}` }
        : { zh: `${year}年${month}—${last.month}月`, en: `${name(month)}–${name(last.month)} ${year}` };
    case "week":
      return { zh: `${year}年${month}月${day}日当周`, en: `week of ${day} ${name(month)} ${year}` };
    case "day":
      return { zh: `${year}年${month}月${day}日`, en: `${day} ${name(month)} ${year}` };
  }
}
