import { civil } from "../../models/series/date.ts";
import { type Basis, type Period, spanOf } from "../../models/series/period.ts";
import { formatDate, MONTHS_EN } from "./formatDate.ts";
import { formatWords } from "./formatWords.ts";
import type { Locale } from "./locale.ts";

const QUARTERS_ZH = ["一季度", "二季度", "三季度", "四季度"] as const;

/**
 * A period as people say it: 2025年3月 / Mar 2025, 2025年二季度 / 2025 Q2, 2025年1–2月 / Jan–Feb 2025.
 * Running totals say so: 2025年1–8月累计 / Jan–Aug 2025, year to date. January–February is a running
 * total only where the indicator's basis says it, for the sources also publish it as a month of its own.
 */
export function formatPeriod(period: Period, locale: Locale, basis: Basis = "period"): string {
  const span = spanOf(period);
  const { year, month, day } = civil(span.start);
  const zh = locale === "zh";
  switch (span.kind) {
    case "year":
      return zh ? `${year}年` : `${year}`;
    case "quarter": {
      const quarter = Math.floor((month - 1) / 3);
      return zh ? `${year}年${QUARTERS_ZH[quarter]}` : `${year} Q${quarter + 1}`;
    }
    case "month":
      return zh ? `${year}年${month}月` : `${MONTHS_EN[month - 1]} ${year}`;
    case "months":
      return months(year, month, span.months ?? 1, locale, basis);
    case "week": {
      const number = Number(period.slice(6));
      const weekYear = Number(period.slice(0, 4));
      return zh ? `${weekYear}年第${number}周` : `Week ${number}, ${weekYear}`;
    }
    case "day":
      return formatDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`, locale);
  }
}

function months(year: number, first: number, count: number, locale: Locale, basis: Basis): string {
  const last = first + count - 1;
  const total = first === 1 && (basis === "year-to-date" || count > 2);
  const word = formatWords(locale).cumulative;
  if (locale === "zh") {
    const range = count === 1 ? `${first}月` : `${first}–${last}月`;
    return `${year}年${range}${total && count > 1 ? word : ""}`;
  }
  const from = MONTHS_EN[first - 1];
  const range = count === 1 ? from : `${from}–${MONTHS_EN[(last - 1) % 12]}`;
  return `${range} ${year}${total && count > 1 ? `, ${word}` : ""}`;
}

/** A period in the space of a table cell or an axis: 2025-03, 2025Q2, 2025-01~02, 2025, 2025W05. */
export function formatPeriodShort(period: Period): string {
  const span = spanOf(period);
  if (span.kind === "quarter") return period.replace("-", "");
  if (span.kind === "week") return period.replace("-", "");
  if (span.kind !== "months") return period;
  const start = civil(span.start);
  const end = civil(span.end);
  const two = (n: number): string => String(n).padStart(2, "0");
  if (span.months === 1) return `${start.year}-${two(start.month)}`;
  return `${start.year}-${two(start.month)}~${two(end.month)}`;
}
