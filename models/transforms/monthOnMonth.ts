import type { Measure } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import { lagChange } from "./lagChange.ts";

/**
 * Change against the period before (month on month, quarter on quarter), not seasonally adjusted.
 * January–February and the March after it have no month before of their own length: gaps with that reason.
 */
export function monthOnMonth(series: Series, measure?: Measure): Series {
  return lagChange(series, 1, measure);
}
