import type { LatestFigure } from "../../db/stores/contract.ts";
import type { Indicator } from "../../models/indicators/indicator.ts";
import { lastIndex, type Series } from "../../models/series/series.ts";
import type { Figure } from "../routers/views.ts";
import { agencyName } from "./catalogue.ts";

/** A number with its passport. `latest` null: nothing known on that day, shown as a gap that says so. */
export function figureOf(indicator: Indicator, region: string, latest: LatestFigure | null): Figure {
  return {
    indicator: indicator.id,
    region,
    name: indicator.name,
    short: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    period: latest?.period ?? "",
    value: latest?.value ?? null,
    reason: latest ? latest.reason : "not-yet-released",
    status: latest?.status ?? "missing",
    vintage: latest?.vintage ?? null,
    agency: indicator.agency,
    agencyName: agencyName(indicator.agency),
    sourceTable: indicator.sourceTable,
    simulated: indicator.simulated === true,
  };
}

/** The newest number of a series already read, in the shape of the latest table. */
export function latestOf(series: Series): LatestFigure | null {
  const i = lastIndex(series);
  if (i === null) return null;
  return {
    indicator: series.indicator,
    region: series.region,
    period: series.periods[i]!,
    value: series.values[i]!,
    status: series.status[i]!,
    reason: series.reasons[i]!,
    vintage: series.vintages[i]!,
    previous: previousOf(series)?.value ?? null,
  };
}

/** The number before the newest one, with its period: “较上期” compares with what stands there, however far back. */
export function previousOf(series: Series): { period: string; value: number } | null {
  const last = lastIndex(series);
  if (last === null) return null;
  for (let i = last - 1; i >= 0; i--) {
    const value = series.values[i];
    if (value !== null && value !== undefined) return { period: series.periods[i]!, value };
  }
  return null;
}

/** The last `n` slots up to the newest number, for a sparkline. */
export function tailOf(series: Series, n: number): { periods: string[]; values: (number | null)[] } {
  const last = lastIndex(series);
  if (last === null) return { periods: [], values: [] };
  const from = Math.max(0, last + 1 - n);
  return { periods: series.periods.slice(from, last + 1), values: series.values.slice(from, last + 1) };
}
