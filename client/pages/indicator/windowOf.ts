import { civil, epochDay } from "../../../models/series/date.ts";
import { parsePeriod, spanOf } from "../../../models/series/period.ts";
import type { Range } from "./search.ts";

/** First (included) and last (excluded) cell to show. */
export interface Window {
  from: number;
  to: number;
}

export interface WindowChoice {
  range: Range;
  start?: string | undefined;
  end?: string | undefined;
}

/**
 * The cells inside a range. A range counts years back from the last period, so that a saved link keeps showing
 * the newest ten years; `start` and `end` are fixed periods and win.
 */
export function windowOf(periods: readonly string[], choice: WindowChoice): Window {
  const ends = periods.map((p) => spanOf(p).end);
  const last = ends.at(-1);
  if (last === undefined) return { from: 0, to: 0 };
  const startDay = choice.start ? parsePeriod(choice.start)?.start : undefined;
  const endDay = choice.end ? parsePeriod(choice.end)?.end : undefined;
  const low =
    startDay ??
    (choice.range === "all" || endDay !== undefined ? -Infinity : yearsBack(last, choice.range) + 1);
  const from = ends.findIndex((e) => e >= low);
  const beyond = ends.findIndex((e) => e > (endDay ?? Infinity));
  const to = beyond < 0 ? ends.length : beyond;
  return from < 0 ? { from: to, to } : { from: Math.min(from, to), to };
}

function yearsBack(day: number, range: Exclude<Range, "all">): number {
  const { year, month, day: d } = civil(day + 1);
  // Day 1 of the month after, so that ten years of months are a hundred and twenty.
  return epochDay(year - Number.parseInt(range, 10), month, d) - 1;
}
