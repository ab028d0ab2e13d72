import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";

/** The same readings, a series laid out once for all days between two of its vintages instead of once a day. */
export function byVintage(readings: Readings): Readings {
  const vintages = new Map<string, IsoDate[]>();
  const of = (indicator: string): IsoDate[] => {
    const held =
      vintages.get(indicator) ??
      [...new Set(readings.history(indicator).map((o) => o.vintage))].sort((a, b) => (a < b ? -1 : 1));
    vintages.set(indicator, held);
    return held;
  };
  return {
    ...readings,
    series: (indicator, day = readings.day) =>
      readings.series(indicator, of(indicator).findLast((v) => v <= day) ?? day),
  };
}
