import { civil, epochDay } from "../../../models/series/date.ts";

const known = new Map<number, [number, number]>();

/** First and last day of the same period a year before; whole months stay whole months. */
export function yearBefore(start: number, end: number): readonly [start: number, end: number] {
  const key = start * 512 + (end - start);
  let pair = known.get(key);
  if (!pair) {
    const a = civil(start);
    const b = civil(end + 1);
    pair = [epochDay(a.year - 1, a.month, a.day), epochDay(b.year - 1, b.month, b.day) - 1];
    if (known.size > 100_000) known.clear();
    known.set(key, pair);
  }
  return pair;
}

/** Last days of the running totals before this one in its year, nearest first. */
export function totalsBefore(start: number, end: number): number[] {
  const { year, month } = civil(start);
  const months = civil(end).month - month;
  return Array.from({ length: Math.max(0, months) }, (_, i) => epochDay(year, month + months - i, 0));
}
