import type { Measure } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import { sameSpan } from "../series/spanMonths.ts";
import { type DerivedCell, derive, gap, reasonAt } from "./cells.ts";

/**
 * Index with the first number = 100.
 *   level:           I(t) = 100 · x(t) / x(t₀)
 *   month-on-month:  I(t) = I(t−1) · (1 + m(t)/100), I before the first rate = 100: the rates chained
 * A combined January–February total is not on the scale of single months: a gap. A gap breaks a chain: the
 * cells after it are gaps too, because the level it would stand on is not known.
 */
export function indexTo(series: Series, measure?: Measure): Series {
  return measure === "mom" || measure === "mom-sa" ? chained(series) : relative(series);
}

function relative(series: Series): Series {
  const base = series.values.findIndex((v) => v !== null);
  const at = series.values[base] ?? null;
  return derive(series, "index", (i): DerivedCell => {
    const x = series.values[i] ?? null;
    if (x === null) return gap(reasonAt(series, i));
    if (at === null || at <= 0) return gap("unknown");
    return sameSpan(series, i, base) ? { value: (100 * x) / at } : gap("combined-with-next");
  });
}

function chained(series: Series): Series {
  let level: number | null = null;
  let broken = false;
  return derive(series, "index", (i): DerivedCell => {
    const rate = series.values[i] ?? null;
    if (rate === null) {
      broken = level !== null;
      return gap(reasonAt(series, i));
    }
    if (broken) return gap("unknown");
    level = (level ?? 100) * (1 + rate / 100);
    return { value: level };
  });
}
