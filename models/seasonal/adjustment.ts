import type { RegarimaResult } from "./regarima/regarima.ts";

/** What a regARIMA model takes out of a series before it is decomposed: factors, or amounts where no logs are taken. */
export interface CalendarAndOutliers {
  /** Multiplied (mult) or added. */
  mult: boolean;
  tradingDay: Float64Array;
  holiday: Float64Array;
  /** Additive outliers and temporary changes, which belong to the irregular. */
  outlier: Float64Array;
  /** Level shifts and ramps, which belong to the trend. */
  level: Float64Array;
  /** Regressors of the season and seasonal outliers. */
  seasonal: Float64Array;
  /** The user's, which stay in the adjusted series. */
  user: Float64Array;
  /** The figures, gaps estimated, then the forecasts. */
  extended: Float64Array;
  /** B1: `extended` without any of these. */
  linearised: Float64Array;
}

/** Splits the figures and forecasts of a regARIMA model into its effects and what is left to decompose. */
export function calendarAndOutliers(result: RegarimaResult): CalendarAndOutliers {
  const { effects, prior, filled, forecast, model } = result;
  const n = filled.length;
  const mult = model.log;
  const count = effects.level.length;
  const back = (v: Float64Array) => (mult ? v.map(Math.exp) : v);
  const y = new Float64Array(count);
  y.set(filled);
  y.set(forecast.mean, n);
  const linear = y.slice();
  for (const effect of Object.values(effects))
    for (let t = 0; t < count; t++) linear[t] = linear[t]! - effect[t]!;
  const tradingDay = back(effects["trading-day"]);
  return {
    mult,
    tradingDay: mult ? tradingDay.map((v, t) => v * prior[t]!) : tradingDay,
    holiday: back(effects.holiday),
    outlier: back(effects.outlier),
    level: back(effects.level),
    seasonal: back(effects.seasonal),
    user: back(effects.user),
    extended: mult ? y.map((v, t) => Math.exp(v) * prior[t]!) : y,
    linearised: back(linear),
  };
}
