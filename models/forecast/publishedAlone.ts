import { type Period, slotOf } from "../series/period.ts";
import type { Series } from "../series/series.ts";

/**
 * Whether a period to come will be published on its own, judged by the last time its place in the year came round:
 * false for January where January–February is published together. Models bridge such a month so that the path has no
 * hole; a page shows no figure for it.
 */
export function publishedAlone(known: Series, period: Period): boolean {
  if (known.frequency !== "M") return true;
  const months = 12;
  let at = slotOf(period, "M") - known.firstSlot;
  while (at >= known.values.length) at -= months;
  return at < 0 || known.reasons[at] !== "combined-with-next";
}
