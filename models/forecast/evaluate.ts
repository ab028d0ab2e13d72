import { seasonalNaiveScale } from "../evaluation/accuracy.ts";

/**
 * Measures of forecast accuracy over pairs of the same index; every list is as long as the others and not empty.
 * Hyndman & Koehler (2006), Another look at measures of forecast accuracy, International Journal of Forecasting 22.
 */

/** MAE = mean |a − p|, in the unit of the figure. */
export function meanAbsoluteError(actual: readonly number[], predicted: readonly number[]): number {
  return mean(actual.map((a, i) => Math.abs(a - predicted[i]!)));
}

/** RMSE = √ mean (a − p)², in the unit of the figure. */
export function rootMeanSquaredError(actual: readonly number[], predicted: readonly number[]): number {
  return Math.sqrt(mean(actual.map((a, i) => (a - predicted[i]!) ** 2)));
}

/** MASE = mean (|a − p| / q), q the in-sample error of seasonal naive at each origin (`naiveScale`). */
export function meanAbsoluteScaledError(
  actual: readonly number[],
  predicted: readonly number[],
  scales: readonly number[],
): number {
  return mean(actual.map((a, i) => Math.abs(a - predicted[i]!) / scales[i]!));
}

/** Share of actuals inside their intervals, ends included, in percent. */
export function coverage(
  actual: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): number {
  return 100 * mean(actual.map((a, i) => (a >= lower[i]! && a <= upper[i]! ? 1 : 0)));
}

/** RMSE over the benchmark's RMSE on the same origins: below 1 the model beats it. */
export function relativeError(
  actual: readonly number[],
  predicted: readonly number[],
  benchmark: readonly number[],
): number {
  return rootMeanSquaredError(actual, predicted) / rootMeanSquaredError(actual, benchmark);
}

/**
 * In-sample scale of MASE: mean |y(t) − y(t−m)| over pairs of known figures; where no pair a season apart is known
 * or they never differ, neighbours one period apart. null for a history that never moves.
 */
export function naiveScale(values: readonly (number | null)[], m: number): number | null {
  return seasonalNaiveScale(values, m) ?? seasonalNaiveScale(values, 1);
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
