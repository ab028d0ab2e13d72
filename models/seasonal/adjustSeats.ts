import { type CalendarAndOutliers, calendarAndOutliers } from "./adjustment.ts";
import type { RegarimaResult } from "./regarima/regarima.ts";
import { type SeatsResult, seats } from "./seats/seats.ts";

/** Tables by the names of X-13ARIMA-SEATS: factors where logs were taken, amounts otherwise. */
export interface SeatsTables {
  /** Seasonal. */
  s10: Float64Array;
  /** Seasonally adjusted, outliers put back. */
  s11: Float64Array;
  /** Trend-cycle, level shifts put back. */
  s12: Float64Array;
  /** Irregular; additive outliers, temporary changes and the user’s effects put back. */
  s13: Float64Array;
  /** Transitory. */
  s14: Float64Array;
  /** Combined adjustment: seasonal, trading days and holidays. */
  s16: Float64Array;
  /** The series over its adjusted self, also where the adjustment is a sum. */
  s18: Float64Array;
}

export interface SeatsAdjustment {
  tables: SeatsTables;
  effects: CalendarAndOutliers;
  seats: SeatsResult;
  ahead: { s16: Float64Array; s11: Float64Array; s12: Float64Array; original: Float64Array };
}

/**
 * SEATS of a series that a regARIMA model has freed from calendar effects and outliers.
 * In logs exp makes means of components larger than 1; seasonal and irregular are divided by theirs and the trend takes both:
 *   b_S = mean exp(ŝ) over whole years,  b_I = mean exp(î),   S = exp(ŝ)/b_S,  I = exp(î)/b_I,  T = b_S b_I exp(t̂)
 */
export function adjustSeats(result: RegarimaResult): SeatsAdjustment {
  const effects = calendarAndOutliers(result);
  const { mult } = effects;
  const n = result.series.values.length;
  const y = mult ? effects.linearised.map(Math.log) : effects.linearised;
  const { order, fit } = result.model;
  const mean = order.constant ? fit.coefficients[fit.data.gaps.length]! : 0;
  const parts = seats(y, { order, arma: fit.arma, mean }, y.length - n);
  const back = (v: Float64Array, bias: number) => (mult ? v.map((x) => Math.exp(x) / bias) : v);
  const whole = Math.max(result.series.period, Math.floor(n / result.series.period) * result.series.period);
  const seasonalBias = mult ? meanExp(parts.seasonal, Math.min(n, whole)) : 1;
  const irregularBias = mult ? meanExp(parts.irregular, n) : 1;
  const together = (a: Float64Array, b: Float64Array) => a.map((v, t) => (mult ? v * b[t]! : v + b[t]!));
  const apart = (a: Float64Array, b: Float64Array) => a.map((v, t) => (mult ? v / b[t]! : v - b[t]!));
  const calendar = together(effects.tradingDay, effects.holiday);
  const s10 = together(back(parts.seasonal, seasonalBias), effects.seasonal);
  const s16 = together(s10, calendar);
  const s11 = apart(effects.extended, s16);
  const s12 = together(back(parts.trend, 1 / (seasonalBias * irregularBias)), effects.level);
  const s13 = together(together(back(parts.irregular, irregularBias), effects.outlier), effects.user);
  const own = (x: Float64Array) => x.slice(0, n);
  const ahead = (x: Float64Array) => x.slice(n);
  return {
    tables: {
      s10: own(s10),
      s11: own(s11),
      s12: own(s12),
      s13: own(s13),
      s14: own(back(parts.transitory, 1)),
      s16: own(s16),
      s18: own(effects.extended.map((v, t) => v / s11[t]!)),
    },
    effects,
    seats: parts,
    ahead: { s16: ahead(s16), s11: ahead(s11), s12: ahead(s12), original: ahead(effects.extended) },
  };
}

function meanExp(x: Float64Array, count: number): number {
  let sum = 0;
  for (let t = 0; t < count; t++) sum += Math.exp(x[t]!);
  return sum / count;
}
