import type { SeasonalResult } from "../seasonal/china/adjustSeries.ts";
import type { AdjustedFigures } from "./seasonalResult.ts";

/** An adjustment as plain columns; change = 100 (A(t)/A(t−1) − 1), null where the month before is not above 0. */
export function adjustedFigures(result: SeasonalResult): AdjustedFigures {
  const { original, adjusted, quality } = result;
  const change = adjusted.values.map((now, t) => {
    const before = adjusted.values[t - 1] ?? null;
    return now === null || before === null || !(before > 0) ? null : 100 * (now / before - 1);
  });
  return {
    mult: result.mult,
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
