import type { LightBounds } from "../../../db/stores/contract.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { boundsInForce, lightOf } from "../../../models/monitor/lights.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Series } from "../../../models/series/series.ts";
import type { Light, LightCell } from "../../routers/views.ts";

/** Presets in the order their bounds speak for an indicator that is a member of several. */
const PRESET_ORDER = ["nbs-10", "sic-10"] as const;

/** The bounds in force for an indicator on a day, from the first preset that has it; null for one no preset watches. */
export function boundsFor(
  rows: readonly LightBounds[],
  indicator: string,
  asOf: IsoDate,
): LightBounds["bounds"] | null {
  for (const preset of PRESET_ORDER) {
    const row = boundsInForce(rows, preset, indicator, asOf);
    if (row) return row.bounds;
  }
  return null;
}

/** The light of a national figure, or null where there is no figure or no bound. Bounds are national: provinces have none. */
export function indicatorLight(
  rows: readonly LightBounds[],
  indicator: Indicator,
  region: string,
  value: number | null | undefined,
  asOf: IsoDate,
): Light | null {
  const bounds = region === "CHN" ? boundsFor(rows, indicator.id, asOf) : null;
  return bounds === null || value === null || value === undefined
    ? null
    : lightOf(value, bounds, indicator.orientation);
}

/** The lights of a whole series, each month under the bounds in force on the day shown. Gaps carry no light here. */
export function lightCells(series: Series, indicator: Indicator, bounds: LightBounds["bounds"]): LightCell[] {
  return series.periods.map((period, i) => {
    const value = series.values[i] ?? null;
    return {
      period,
      value,
      light: value === null ? null : lightOf(value, bounds, indicator.orientation),
      carried: false,
      reason: series.reasons[i] ?? null,
    };
  });
}
