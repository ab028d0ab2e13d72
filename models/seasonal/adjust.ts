import { adjustSeats } from "./adjustSeats.ts";
import { adjustX11, type X11Choices } from "./adjustX11.ts";
import { type X11Quality, x11Quality } from "./quality/x11Quality.ts";
import {
  type RegarimaResult,
  type RegarimaSpec,
  regarima,
  type SeasonalSeries,
} from "./regarima/regarima.ts";

export interface AdjustmentSpec {
  regarima: Partial<RegarimaSpec>;
  method: "x11" | "seats";
  x11: X11Choices;
}

export const ADJUSTMENT: AdjustmentSpec = { regarima: {}, method: "x11", x11: {} };

/** A seasonal adjustment: original = combined · adjusted, adjusted = trend · irregular; sums where no logs were taken. */
export interface Adjustment {
  series: SeasonalSeries;
  method: "x11" | "seats";
  /** Products, or sums. */
  mult: boolean;
  regarima: RegarimaResult;
  /** The figures, gaps estimated. */
  original: Float64Array;
  /** D10, S10. */
  seasonal: Float64Array;
  tradingDay: Float64Array;
  holiday: Float64Array;
  /** D16, S16: seasonal, trading days and holidays. */
  combined: Float64Array;
  /** D11, S11. */
  adjusted: Float64Array;
  /** D12, S12. */
  trend: Float64Array;
  /** D13, S13 · S14. */
  irregular: Float64Array;
  /** Over the periods forecast. */
  ahead: { original: Float64Array; combined: Float64Array; adjusted: Float64Array; trend: Float64Array };
  /** X-13's tables by name. */
  tables: Readonly<Record<string, Float64Array>>;
  /** X-11's quality measures; null for SEATS. */
  quality: X11Quality | null;
  /** What a reader should know, such as that another model stands in. */
  notes: readonly string[];
}

/**
 * Seasonal adjustment of a whole: regARIMA → X-11 or SEATS → components, with calendar and holiday effects apart and quality
 * measures. Errors are those of `regarima`, `x11` and `seats`.
 */
export function adjust(series: SeasonalSeries, options: Partial<AdjustmentSpec> = {}): Adjustment {
  const spec = { ...ADJUSTMENT, ...options };
  const model = regarima(series, spec.regarima);
  const n = series.values.length;
  const own = (x: Float64Array) => x.slice(0, n);
  const common = { series, method: spec.method, regarima: model, mult: model.model.log };
  if (spec.method === "x11") {
    const { tables, effects, x11, ahead } = adjustX11(model, spec.x11);
    const { order } = model.model;
    const original = own(effects.extended);
    const differences = Math.max(1, order.d + order.D);
    // F2 and F3 are of what X-11 decomposed; what season is left is asked of the figures as published.
    const ofParts = x11Quality(own(effects.linearised), x11, differences);
    const ofWhole = x11Quality(original, { ...x11, tables }, differences);
    return {
      ...common,
      original,
      seasonal: tables.d10,
      tradingDay: own(effects.tradingDay),
      holiday: own(effects.holiday),
      combined: tables.d16,
      adjusted: tables.d11,
      trend: tables.d12,
      irregular: tables.d13,
      ahead: { original: ahead.original, combined: ahead.d16, adjusted: ahead.d11, trend: ahead.d12 },
      tables: { ...tables },
      quality: { ...ofParts, residual: ofWhole.residual, qs: ofWhole.qs },
      notes: x11.trendRepaired ? ["a trend that fell below zero was made positive"] : [],
    };
  }
  const { tables, effects, seats, ahead } = adjustSeats(model);
  const join = common.mult ? (a: number, b: number) => a * b : (a: number, b: number) => a + b;
  return {
    ...common,
    original: own(effects.extended),
    seasonal: tables.s10,
    tradingDay: own(effects.tradingDay),
    holiday: own(effects.holiday),
    combined: tables.s16,
    adjusted: tables.s11,
    trend: tables.s12,
    irregular: tables.s13.map((v, t) => join(v, tables.s14[t]!)),
    ahead: { original: ahead.original, combined: ahead.s16, adjusted: ahead.s11, trend: ahead.s12 },
    tables: { ...tables },
    quality: null,
    notes: seats.note === null ? [] : [seats.note],
  };
}
