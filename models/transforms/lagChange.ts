import type { Measure } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import { sameSpan } from "../series/spanMonths.ts";
import { type DerivedCell, derive, gap, reasonAt } from "./cells.ts";
import { differenceUnit, rateLike } from "./rateLike.ts";

/**
 * Change against the cell `lag` slots earlier.
 *   level:      g(t) = 100 · (x(t) / x(t−lag) − 1)     in percent; only where x(t−lag) > 0
 *   rate-like:  d(t) = x(t) − x(t−lag)                 in percentage points
 * A January–February figure is compared only with another January–February figure.
 */
export function lagChange(series: Series, lag: number, measure?: Measure): Series {
  const asDifference = rateLike(series.unit, measure);
  const unit = asDifference ? differenceUnit(series.unit) : "percent";
  return derive(series, unit, (i): DerivedCell => {
    const now = series.values[i] ?? null;
    if (now === null) return gap(reasonAt(series, i));
    const before = series.values[i - lag] ?? null;
    if (before === null) return gap(reasonAt(series, i - lag));
    if (!sameSpan(series, i, i - lag)) return gap("combined-with-next");
    if (asDifference) return { value: now - before };
    return before > 0 ? { value: 100 * (now / before - 1) } : gap("unknown");
  });
}

/** Simple difference against the slot before, in the unit of the series (percentage points for percent). */
export function differenceOf(series: Series): Series {
  return derive(series, differenceUnit(series.unit), (i): DerivedCell => {
    const now = series.values[i] ?? null;
    if (now === null) return gap(reasonAt(series, i));
    const before = series.values[i - 1] ?? null;
    if (before === null) return gap(reasonAt(series, i - 1));
    return sameSpan(series, i, i - 1) ? { value: now - before } : gap("combined-with-next");
  });
}
