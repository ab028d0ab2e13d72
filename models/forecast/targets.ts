import { NATION } from "../indicators/nation.ts";
import { heads } from "../indicators/registry.ts";
import type { Frequency } from "../series/frequency.ts";
import type { Period } from "../series/period.ts";
import type { SeriesHead } from "../series/series.ts";

/** The headline figures that every model forecasts and is tried on. */
export const FORECAST_TARGETS: readonly string[] = [
  "cpi.yoy",
  "ppi.yoy",
  "pmi.manufacturing",
  "iva.yoy",
  "retail.yoy",
  "m2.yoy",
  "exports.yoy",
  "imports.yoy",
  "fiscal-revenue.ytd-yoy",
  "unemployment.surveyed",
  "tsf.flow",
  "electricity.ytd-yoy",
  "gdp.yoy",
  "gdp.ytd-yoy",
];

/** Periods ahead at which models are scored, and how far forecasts reach: a year. */
export const HORIZONS: Readonly<Partial<Record<Frequency, readonly number[]>>> = {
  M: [1, 3, 6, 12],
  Q: [1, 2, 4],
};

/** Interval coverages of stored forecasts, percent. */
export const LEVELS: readonly number[] = [50, 80, 95];

/** The first origin of back-tests: release records, and with them true first vintages, begin in 2012. */
export const FIRST_ORIGIN: Readonly<Partial<Record<Frequency, Period>>> = { M: "2012-01", Q: "2012-Q1" };

/** Every period is an origin. */
export const STEP = 1;

export interface ForecastTarget {
  head: SeriesHead;
  horizons: readonly number[];
  firstOrigin: Period;
}

/** The targets among `indicators` (all when null), with how they are tried. */
export function forecastTargets(indicators: readonly string[] | null): ForecastTarget[] {
  return FORECAST_TARGETS.filter((id) => indicators === null || indicators.includes(id)).map((id) => {
    const head = { ...heads(id), region: NATION };
    const horizons = HORIZONS[head.frequency];
    const firstOrigin = FIRST_ORIGIN[head.frequency];
    if (!horizons || !firstOrigin)
      throw new RangeError(`${id} is ${head.frequency}: forecast targets are monthly or quarterly`);
    return { head, horizons, firstOrigin };
  });
}
