import type { SeasonalResult } from "../seasonal/china/adjustSeries.ts";
import type { AdjustedFigures } from "./seasonalResult.ts";

/**
 * An adjustment as plain columns. The change on the month before is 100 (A(t)/A(t−1) − 1) where parts multiply, null after a month not
 * above 0; A(t) − A(t−1) where they add.
 */
export function adjustedFigures(result: SeasonalResult): AdjustedFigures {
  const { original, adjusted, quality } = result;
  const change = adjusted.values.map((now, t) => {
    const before = adjusted.values[t - 1] ?? null;
    if (now === null || before === null) return null;
    if (!result.mult) return now - before;
    return before > 0 ? 100 * (now / before - 1) : null;
  });
  return {
    mult: result.mult,
    rebased: result.rebased,
    periods: original.periods,
    original: told(original.values),
    status: original.status,
    adjusted: told(adjusted.values),
    trend: told(result.trend.values),
    seasonal: told(result.seasonal.values),
    festival: told(result.festival.values),
    calendar: told(result.calendar.values),
    irregular: told(result.irregular.values),
    change: told(change),
    quality: quality.readings,
    specification: result.specification,
  };
}

const told = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((v) => (v !== null && Number.isFinite(v) ? v : null));
