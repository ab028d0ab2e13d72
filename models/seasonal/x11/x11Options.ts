import { AppError } from "../../errors.ts";

/** Y = T·S·I, Y = T+S+I, log Y = T+S+I, or Y = T·(S+I−1). */
export type SeasonalMode = "mult" | "add" | "logadd" | "pseudoadd";

/**
 * A seasonal moving average, run over the same month of successive years: `s3x1` … `s3x15` are 3×n averages, `stable` the
 * plain mean, `x11default` 3×3 for the first and 3×5 for the second estimate of each part, `msr` the same until D10,
 * whose filter follows the global moving seasonality ratio.
 */
export type SeasonalMa = "msr" | "s3x1" | "s3x3" | "s3x5" | "s3x9" | "s3x15" | "stable" | "x11default";

/**
 * Standard deviations behind the extreme-value weights: `none` = moving five-year spans; `all` = one per calendar month;
 * `signif` = per calendar month where Cochran's test finds them unequal; a list of flags = two groups of months.
 */
export type CalendarSigma = "none" | "signif" | "all" | readonly boolean[];

export interface X11Options {
  period: 12 | 4;
  /** Month or quarter of y[0], counted from 1. */
  firstPeriod: number;
  mode?: SeasonalMode;
  /** One filter, or one per month (quarter), January first. */
  seasonalMa?: SeasonalMa | readonly SeasonalMa[];
  /** Terms of the Henderson filter (odd, 3 … 101), or `auto` after the I/C ratio: 9, 13, 23 (quarterly 5, 7). */
  trendMa?: number | "auto";
  /** I/C ratio D behind the filters at the ends; by default 1, 3.5 or 4.5 after the length. Only with a fixed `trendMa`. */
  trendIc?: number;
  /** Below the first a weight of 1, above the second 0, graduated between, in standard deviations of the irregular. */
  sigmaLimits?: readonly [number, number];
  calendarSigma?: CalendarSigma;
  /** How many of the first and last points of y are backcasts and forecasts. */
  backcasts?: number;
  forecasts?: number;
  /** Leaves the extension out of the standard deviations of the irregular. */
  excludeForecasts?: boolean;
  /** A 7-term Henderson filter with ends of its own instead of those of the 5-term filter. */
  trueSevenTerm?: boolean;
}

export interface X11Plan {
  period: number;
  first: number;
  n: number;
  /** The original series stands at from … to−1 of the extended one. */
  from: number;
  to: number;
  mode: SeasonalMode;
  filters: readonly SeasonalMa[];
  trendMa: number | "auto";
  trendIc: number | null;
  limits: readonly [number, number];
  calendarSigma: CalendarSigma;
  excludeForecasts: boolean;
  trueSevenTerm: boolean;
}

const LONGEST_HENDERSON = 101;
const bad = (message: string) => new AppError("invalid-input", message);

/** Options with their defaults, checked against the series. */
export function planX11(y: Float64Array, o: X11Options): X11Plan {
  const { period, mode = "mult", seasonalMa = "msr", trendMa = "auto" } = o;
  if (period !== 12 && period !== 4)
    throw bad(`X-11 adjusts months (12) or quarters (4), not a period of ${period}.`);
  if (!Number.isInteger(o.firstPeriod) || o.firstPeriod < 1 || o.firstPeriod > period)
    throw bad(`The first period is ${o.firstPeriod}; it must be a whole number from 1 to ${period}.`);
  const backcasts = o.backcasts ?? 0;
  const forecasts = o.forecasts ?? 0;
  if (!Number.isInteger(backcasts) || !Number.isInteger(forecasts) || backcasts < 0 || forecasts < 0)
    throw bad(
      `The extension of ${backcasts} backcasts and ${forecasts} forecasts must be counted in whole periods.`,
    );
  const length = y.length - backcasts - forecasts;
  if (length < 3 * period)
    throw new AppError(
      "not-enough-data",
      `X-11 needs three years, ${3 * period} figures; the series has ${Math.max(length, 0)}.`,
    );
  for (let t = 0; t < y.length; t++) {
    if (!Number.isFinite(y[t]))
      throw bad(`Figure ${t + 1} is missing or not finite; X-11 needs a series without gaps.`);
    if (mode !== "add" && y[t]! <= 0)
      throw bad(
        `Figure ${t + 1} is ${y[t]}; the mode ${mode} needs positive figures, or choose the additive mode.`,
      );
  }
  const filters =
    typeof seasonalMa === "string" ? Array.from({ length: period }, () => seasonalMa) : seasonalMa;
  if (filters.length !== period)
    throw bad(`${filters.length} seasonal filters were given for ${period} periods.`);
  if (
    trendMa !== "auto" &&
    !(Number.isInteger(trendMa) && trendMa % 2 === 1 && trendMa >= 3 && trendMa <= LONGEST_HENDERSON)
  )
    throw bad(
      `A Henderson filter of ${trendMa} terms: the number must be odd, from 3 to ${LONGEST_HENDERSON}.`,
    );
  if (trendMa !== "auto" && trendMa > y.length)
    throw new AppError(
      "not-enough-data",
      `A Henderson filter of ${trendMa} terms needs as many figures; there are ${y.length}.`,
    );
  if (o.trendIc !== undefined && (trendMa === "auto" || !(o.trendIc > 0)))
    throw bad("An I/C ratio for the ends must be positive, and goes with a trend filter of fixed length.");
  const limits = o.sigmaLimits ?? [1.5, 2.5];
  if (!(limits[0] > 0 && limits[1] > limits[0]))
    throw bad(`Sigma limits ${limits[0]} and ${limits[1]}: the lower must be positive and below the upper.`);
  const calendarSigma = o.calendarSigma ?? "none";
  if (typeof calendarSigma !== "string" && calendarSigma.length !== period)
    throw bad(`${calendarSigma.length} groups of standard deviations were given for ${period} periods.`);
  // A 3×15 average of fewer than 20 years of one month is not worth its ends: the mean stands in.
  const years = Math.floor(length / period);
  return {
    period,
    first: (((o.firstPeriod - 1) % period) + period) % period,
    n: y.length,
    from: backcasts,
    to: y.length - forecasts,
    mode,
    filters: filters.map((f) => (f === "s3x15" && years < 20 ? "stable" : f)),
    trendMa,
    trendIc: o.trendIc ?? null,
    limits,
    calendarSigma,
    excludeForecasts: o.excludeForecasts ?? false,
    trueSevenTerm: o.trueSevenTerm ?? false,
  };
}
