import type { IsoDate } from "../series/date.ts";
import type { GapReason, Status } from "../series/observation.ts";
import type { Period } from "../series/period.ts";
import type { Series } from "../series/series.ts";

/** What a derived cell holds: a number, or null with the reason it could not be computed. */
export type DerivedCell = { value: number } | { value: null; reason: GapReason };

export const gap = (reason: GapReason): DerivedCell => ({ value: null, reason });

/**
 * A series computed cell by cell from another on the same slots. The vintage of a derived number is the day
 * its own slot became known; its status is the source cell's. Leading cells that no rule could fill
 * (the first year of a yearly change) are cut off, so the result starts where it can be computed.
 */
export function derive(series: Series, unit: string, cell: (index: number) => DerivedCell): Series {
  const cells = series.values.map((_, i) => cell(i));
  const firstFilled = cells.findIndex((c) => c.value !== null);
  const from = Math.max(firstFilled, 0);
  const kept = cells.slice(from);
  return {
    ...series,
    unit,
    firstSlot: series.firstSlot + from,
    periods: series.periods.slice(from) as readonly Period[],
    values: kept.map((c) => c.value),
    status: kept.map(
      (c, i): Status => (c.value === null ? "missing" : (series.status[from + i] ?? "normal")),
    ),
    reasons: kept.map((c) => (c.value === null ? c.reason : null)),
    vintages: series.vintages.slice(from) as readonly (IsoDate | null)[],
  };
}

/** The reason a cell without a number carries; `not-published` before the series begins. */
export function reasonAt(series: Series, index: number): GapReason {
  return series.reasons[index] ?? "not-published";
}
