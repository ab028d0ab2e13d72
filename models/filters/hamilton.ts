import { AppError } from "../errors.ts";
import { design } from "../regression/design.ts";
import { ols } from "../regression/ols.ts";
import { completeFigures, type TrendAndCycle } from "./trendAndCycle.ts";

export interface HamiltonFilter extends TrendAndCycle {
  /** Of the constant, then of y(t−h), y(t−h−1), …, y(t−h−p+1). */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** Residual squares over the rows less the p + 1 coefficients. */
  sigma2: number;
}

/**
 * What could not have been foreseen two years before:
 *   y(t) = β₀ + β₁ y(t−h) + … + β_p y(t−h−p+1) + c(t),  trend = fitted value, cycle = residual
 * by ordinary least squares. By custom h = 8, p = 4 for quarters; h = 24, p = 12 for months. The first h + p − 1
 * periods have NaN. Standard errors are the ordinary ones; residuals overlap by h − 1 periods, so read them with care.
 * Hamilton (2018), Why you should never use the Hodrick–Prescott filter, REStat 100, eq. 20.
 */
export function hamiltonFilter(figures: ArrayLike<number>, { h = 8, p = 4 } = {}): HamiltonFilter {
  checkWhole("horizon h", h);
  checkWhole("number of lags p", p);
  const lost = h + p - 1;
  const y = completeFigures(figures, lost + p + 2, `Hamilton filter with h = ${h} and p = ${p}`);
  const n = y.length;
  const lags = Array.from({ length: p }, (_, j) => y.subarray(p - 1 - j, n - h - j));
  const names = lags.map((_, j) => `y(t−${h + j})`);
  const fit = ols(y.subarray(lost), design(lags, { names }));
  const trend = new Float64Array(n).fill(Number.NaN);
  const cycle = new Float64Array(n).fill(Number.NaN);
  trend.set(fit.fitted, lost);
  cycle.set(fit.residuals, lost);
  return {
    trend,
    cycle,
    coefficients: fit.coefficients,
    standardErrors: fit.standardErrors,
    sigma2: fit.rss / fit.df,
  };
}

/** The same under a random walk, with nothing to estimate: c(t) = y(t) − y(t−h). Hamilton (2018), eq. 21. */
export function randomWalkCycle(figures: ArrayLike<number>, h = 8): TrendAndCycle {
  checkWhole("horizon h", h);
  const y = completeFigures(figures, h + 1, `random-walk filter with h = ${h}`);
  const trend = new Float64Array(y.length).fill(Number.NaN);
  const cycle = new Float64Array(y.length).fill(Number.NaN);
  for (let t = h; t < y.length; t++) {
    trend[t] = y[t - h]!;
    cycle[t] = y[t]! - trend[t]!;
  }
  return { trend, cycle };
}

function checkWhole(what: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new AppError("invalid-input", `the ${what} is a whole number of 1 or more; found ${value}`);
}
