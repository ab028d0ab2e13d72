import { periodOfSlot } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";
import type { Adjustment } from "../adjust.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";

/** Columns of an adjustment on the same months. Factors are ratios around 1; amounts where no logs were taken. */
export interface SeasonalColumns {
  /** Months as adjusted: gaps, parted Januaries and restated bases estimated, and marked so. */
  original: Series;
  adjusted: Series;
  trend: Series;
  seasonal: Series;
  irregular: Series;
  /** Effect of the Spring Festival beyond what its average belongs to the season. */
  festival: Series;
  /** Effect of working days and the month's length. */
  calendar: Series;
}

/**
 * Lays an adjustment out as series. Every cell rests on all figures, so each carries the newest vintage among them. A cell
 * whose original was not published as a month, or was on another base, has the status `estimated`.
 */
export function adjustedColumns(
  series: Series,
  figures: MonthsToAdjust,
  adjustment: Adjustment,
): SeasonalColumns {
  const { first, values, combined, derived } = figures;
  let newest: string | null = null;
  for (const v of series.vintages) if (v !== null && (newest === null || v > newest)) newest = v;
  const periods = Array.from(values, (_, t) => periodOfSlot(first + t, "M"));
  const status = Array.from(values, (v, t) =>
    derived || combined.includes(t) || v !== series.values[first + t - series.firstSlot]
      ? "estimated"
      : (series.status[first + t - series.firstSlot] ?? "normal"),
  );
  const frame = {
    ...series,
    basis: "period" as const,
    firstSlot: first,
    periods,
    status,
    reasons: periods.map(() => null),
    vintages: periods.map(() => newest),
  };
  const level = (x: Float64Array): Series => ({ ...frame, values: [...x] });
  const effect = (x: Float64Array): Series => ({
    ...frame,
    unit: adjustment.mult ? "ratio" : series.unit,
    values: [...x],
  });
  return {
    original: level(adjustment.original),
    adjusted: level(adjustment.adjusted),
    trend: level(adjustment.trend),
    seasonal: effect(adjustment.seasonal),
    irregular: effect(adjustment.irregular),
    festival: effect(adjustment.holiday),
    calendar: effect(adjustment.tradingDay),
  };
}
