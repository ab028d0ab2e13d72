import { AppError } from "../../errors.ts";
import { highFrequencyLags } from "./highFrequencyLags.ts";
import { type MidasRegression, midasRegression } from "./midasRegression.ts";
import type { MidasTerm } from "./midasTerm.ts";
import type { Weighting } from "./midasWeights.ts";
import type { MonthlyDriver } from "./monthlyDriver.ts";

export interface DirectStep {
  fit: MidasRegression;
  /** Of y(T+h). */
  forecast: number;
  sigma: number;
  /** Beside y, NaN where the regression has no row. */
  fitted: Float64Array;
}

export interface DirectOptions {
  lags: number;
  months: number;
  weighting: Exclude<Weighting, "almon-polynomial">;
}

/**
 * The regression of one horizon h: every quarter t+h of the past on what was known at the same distance before it.
 *   first lag of a driver = max(−2, 3h − 2 − d),  d its known months beyond the target's last quarter
 * `first` is the quarter slot of y[0]. Rows without all their months are left out. Throws AppError("not-enough-data")
 * where too few are left, saying how many.
 */
export function directStep(
  y: Float64Array,
  first: number,
  drivers: readonly MonthlyDriver[],
  h: number,
  { lags, months, weighting }: DirectOptions,
): DirectStep {
  const last = y.length - 1;
  // Row r of everything below is about y[r]; the last is the quarter to be forecast.
  const wanted = Array.from({ length: y.length + h }, (_, r) => r).filter((r) => r - h - lags + 1 >= 0);
  const all = drivers.map(({ name, x, firstQuarter }): MidasTerm => {
    const beyond = x.length - 3 * (first + last + 1 - firstQuarter);
    const from = Math.max(-2, 3 * h - 2 - beyond);
    const rows = wanted.map((r) => first + r - firstQuarter);
    return { name, lags: highFrequencyLags(x, 3, rows, from, from + months - 1), weighting };
  });
  const whole = (i: number): boolean =>
    all.every(({ lags: m }) => m.data.subarray(i * m.cols, (i + 1) * m.cols).every(Number.isFinite));
  const kept = Array.from(wanted.keys()).filter((i) => wanted[i]! <= last && whole(i));
  const coefficients = 1 + lags + drivers.length * (weighting === "unrestricted" ? months : 4);
  if (kept.length < coefficients + 4)
    throw new AppError(
      "not-enough-data",
      `midas needs ${coefficients + 4} quarters with all months of its drivers; found ${kept.length} for horizon ${h}`,
    );
  if (!whole(wanted.length - 1))
    throw new AppError("invalid-input", `midas meets a gap among the latest ${months} months of a driver`);
  const linear = (r: number): number[] => [1, ...Array.from({ length: lags }, (_, j) => y[r - h - j]!)];
  const names = ["constant", ...Array.from({ length: lags }, (_, j) => `target lag ${j + h}`)];
  const fit = midasRegression({
    y: kept.map((i) => y[wanted[i]!]!),
    linear: { names, columns: names.map((_, j) => kept.map((i) => linear(wanted[i]!)[j]!)) },
    terms: all.map((term) => ({ ...term, lags: rowsOf(term.lags, kept) })),
  });
  const fitted = new Float64Array(y.length).fill(Number.NaN);
  kept.forEach((i, at) => {
    fitted[wanted[i]!] = fit.fitted[at]!;
  });
  const edge = wanted.length - 1;
  const forecast = fit.predict(
    linear(wanted[edge]!),
    all.map(({ lags: m }) => m.data.subarray(edge * m.cols)),
  );
  return { fit, forecast, sigma: fit.sigma, fitted };
}

function rowsOf(m: MidasTerm["lags"], rows: readonly number[]): MidasTerm["lags"] {
  const data = new Float64Array(rows.length * m.cols);
  rows.forEach((r, at) => {
    data.set(m.data.subarray(r * m.cols, (r + 1) * m.cols), at * m.cols);
  });
  return { rows: rows.length, cols: m.cols, data };
}
