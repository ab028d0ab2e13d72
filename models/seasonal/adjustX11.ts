import { AppError } from "../errors.ts";
import { type CalendarAndOutliers, calendarAndOutliers } from "./adjustment.ts";
import type { RegarimaResult } from "./regarima/regarima.ts";
import { operationsOf } from "./x11/operations.ts";
import { type X11Result, x11 } from "./x11/x11.ts";
import type { X11Options } from "./x11/x11Options.ts";
import { modifiedTables, type X11Tables } from "./x11/x11Tables.ts";

/** X-11 tables of a series adjusted with a regARIMA model: D16 = D10 · D18, D18 = trading days · holidays. */
export interface AdjustedTables extends X11Tables {
  b1: Float64Array;
  d16: Float64Array;
  d18: Float64Array;
}

export interface X11Adjustment {
  tables: AdjustedTables;
  effects: CalendarAndOutliers;
  x11: X11Result;
  /** Combined factors, adjusted series and trend over the forecasts. */
  ahead: { d16: Float64Array; d11: Float64Array; d12: Float64Array; original: Float64Array };
}

export type X11Choices = Omit<X11Options, "period" | "firstPeriod" | "forecasts" | "backcasts">;

/**
 * X-11 of a series that a regARIMA model has freed from calendar effects and outliers and extended by its forecasts.
 *   B1 = Y / (TD · H · AO · LS …),  X-11 on B1 with forecasts → D10, D12, D13
 *   D18 = TD · H,  D16 = D10 · D18,  D11 = Y/D16  (outliers stay in),  D12 · LS,  D13 = D11/D12  (· AO · TC)
 * Sums for products where no logs were taken. X-13ARIMA-SEATS Reference Manual, §7.19 and table 7.33.
 */
export function adjustX11(result: RegarimaResult, choices: X11Choices = {}): X11Adjustment {
  const effects = calendarAndOutliers(result);
  const { series } = result;
  const n = series.values.length;
  const { period } = series;
  if (period !== 12 && period !== 4)
    throw new AppError(
      "invalid-input",
      `X-11 adjusts months (12) or quarters (4); the series has a season of ${period}`,
    );
  const mode = choices.mode ?? (effects.mult ? "mult" : "add");
  const { linear } = result.backcast;
  const before = linear.length;
  const extended = Float64Array.of(...(effects.mult ? linear.map(Math.exp) : linear), ...effects.linearised);
  const run = x11(extended, {
    ...choices,
    mode,
    period,
    firstPeriod: ((((series.first - before) % period) + period) % period) + 1,
    backcasts: before,
    forecasts: effects.linearised.length - n,
  });
  const op = operationsOf(mode === "add" ? "add" : "mult");
  const sign = effects.mult;
  const together = (a: Float64Array, b: Float64Array) => a.map((v, t) => (sign ? v * b[t]! : v + b[t]!));
  const apart = (a: Float64Array, b: Float64Array) => a.map((v, t) => (sign ? v / b[t]! : v - b[t]!));
  const whole = {
    d18: together(effects.tradingDay, effects.holiday),
    d10: together(run.extended.d10.subarray(before), effects.seasonal),
    d12: together(run.extended.d12.subarray(before), effects.level),
  };
  const d16 = together(whole.d10, whole.d18);
  const d11 = apart(effects.extended, d16);
  const d13 = apart(d11, whole.d12);
  const own = (x: Float64Array) => x.slice(0, n);
  const ahead = (x: Float64Array) => x.slice(n);
  // Part E is without irregular outliers; what weighs nothing in the rest is replaced.
  const modified = modifiedTables(
    op,
    own(apart(effects.extended, effects.outlier)),
    own(apart(d11, effects.outlier)),
    own(whole.d12),
    own(apart(d13, effects.outlier)),
    run.extended.c17.subarray(before, before + n),
  );
  return {
    tables: {
      ...run.tables,
      ...modified,
      b1: own(effects.linearised),
      d10: own(whole.d10),
      d11: own(d11),
      d12: own(whole.d12),
      d13: own(d13),
      d16: own(d16),
      d18: own(whole.d18),
    },
    effects,
    x11: run,
    ahead: { d16: ahead(d16), d11: ahead(d11), d12: ahead(whole.d12), original: ahead(effects.extended) },
  };
}
