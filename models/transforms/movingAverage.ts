import type { Measure } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import { spanMonths } from "../series/spanMonths.ts";
import { type DerivedCell, derive, gap, reasonAt } from "./cells.ts";
import { rateLike } from "./rateLike.ts";

/**
 * Trailing mean of the last `span` slots, in the unit of the series.
 *   ma(t) = Σ x(i) / span,  i = t−span+1 … t
 * A combined January–February covers two slots: a rate counts twice, a total enters once and is divided by
 * the months it covers. A window that would cut a combined total in two, or holds any other gap, is a gap.
 */
export function movingAverage(series: Series, span: number, measure?: Measure): Series {
  const twice = rateLike(series.unit, measure);
  const covers = series.periods.map((_, i) => combinedSlots(series, i));
  return derive(series, series.unit, (t): DerivedCell => {
    if ((series.values[t] ?? null) === null) return gap(reasonAt(series, t));
    let sum = 0;
    let i = t;
    while (i > t - span) {
      const x = series.values[i] ?? null;
      if (x === null) return gap(reasonAt(series, i));
      const covered = covers[i]!;
      const inside = Math.min(covered, i - (t - span));
      if (inside < covered && !twice) return gap("combined-with-next");
      sum += twice ? x * inside : x;
      i -= covered;
    }
    return { value: sum / span };
  });
}

/** Slots a cell stands for: 2 where it is a combined January–February whose January holds no number. */
function combinedSlots(series: Series, index: number): number {
  const months = spanMonths(series, index);
  if (series.frequency !== "M" || months === null || months === 1) return 1;
  return months;
}
