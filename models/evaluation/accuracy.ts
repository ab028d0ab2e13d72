import { AppError } from "../errors.ts";
import { laggedProduct } from "../statistics/laggedProduct.ts";

/** Measures of a set of errors e = actual − forecast. Units: those of the figure, percent, or none. */
export interface Accuracy {
  n: number;
  /** Mean error, in the unit of the figure: above zero the forecasts were too low. */
  me: number;
  rmse: number;
  mae: number;
  /** Mean percentage error and mean absolute percentage error, in percent of the actual; null where an actual is 0. */
  mpe: number | null;
  mape: number | null;
  /** Symmetric MAPE, mean of 200 |e| / (|actual| + |forecast|), in percent; null where both are 0. */
  smape: number | null;
  /** Mean absolute scaled error: MAE over the in-sample MAE of seasonal naive; null without a scale. */
  mase: number | null;
  /** First autocorrelation of the errors: near 0 where nothing is left to learn from the last one. null below 2 errors. */
  acf1: number | null;
  /**
   * Theil's U of relative changes: 1 is the forecast of no change. null where an actual before is 0 or nothing moves.
   *   U = √( Σ (f(t+1)/y(t) − y(t+1)/y(t))² / Σ (y(t+1)/y(t) − 1)² )
   */
  theilU: number | null;
}

/**
 * The measures over pairs; a pair with a missing side (null or NaN) is left out.
 * `scale` is the in-sample MAE of seasonal naive (`seasonalNaiveScale`).
 * Hyndman & Koehler (2006), International Journal of Forecasting 22, §2–3; Theil (1966), Applied Economic Forecasting.
 */
export function accuracy(
  actual: ArrayLike<number | null>,
  forecast: ArrayLike<number | null>,
  scale: number | null = null,
): Accuracy {
  const pairs = pairsOf(actual, forecast);
  const n = pairs.length;
  if (n === 0)
    throw new AppError("not-enough-data", "no period has both a forecast and an actual; one is needed");
  const mean = (of: (y: number, f: number) => number) => pairs.reduce((s, [y, f]) => s + of(y, f), 0) / n;
  const hasZero = pairs.some(([y]) => y === 0);
  const bothZero = pairs.some(([y, f]) => y === 0 && f === 0);
  const mae = mean((y, f) => Math.abs(y - f));
  const rmse = Math.sqrt(mean((y, f) => (y - f) ** 2));
  if (!Number.isFinite(rmse))
    throw new AppError(
      "invalid-input",
      "errors so large that their squares leave the range of numbers; rescale them",
    );
  return {
    n,
    me: mean((y, f) => y - f),
    rmse,
    mae,
    mpe: hasZero ? null : mean((y, f) => (100 * (y - f)) / y),
    mape: hasZero ? null : mean((y, f) => 100 * Math.abs((y - f) / y)),
    smape: bothZero ? null : mean((y, f) => (200 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f))),
    mase: scale !== null && scale > 0 ? mae / scale : null,
    acf1: firstAutocorrelation(pairs.map(([y, f]) => y - f)),
    theilU: theilU(pairs),
  };
}

/** mean |y(t) − y(t−m)| over the training sample: the scale of MASE. null where no pair is known or none differs. */
export function seasonalNaiveScale(values: ArrayLike<number | null>, m: number): number | null {
  let sum = 0;
  let n = 0;
  for (let t = m; t < values.length; t++) {
    const step = Math.abs((values[t] ?? Number.NaN) - (values[t - m] ?? Number.NaN));
    if (Number.isNaN(step)) continue;
    sum += step;
    n++;
  }
  return sum > 0 ? sum / n : null;
}

function pairsOf(
  actual: ArrayLike<number | null>,
  forecast: ArrayLike<number | null>,
): (readonly [number, number])[] {
  if (actual.length !== forecast.length)
    throw new AppError(
      "invalid-input",
      `${actual.length} actuals for ${forecast.length} forecasts; their numbers must agree`,
    );
  return Array.from({ length: actual.length }, (_, t) => [actual[t], forecast[t]] as const).filter(
    (p): p is [number, number] => Number.isFinite(p[0]) && Number.isFinite(p[1]),
  );
}

function firstAutocorrelation(e: readonly number[]): number | null {
  const mean = e.reduce((s, v) => s + v, 0) / e.length;
  const centred = Float64Array.from(e, (v) => v - mean);
  const square = laggedProduct(centred, 0);
  return square > 0 ? laggedProduct(centred, 1) / square : null;
}

function theilU(pairs: readonly (readonly [number, number])[]): number | null {
  let missed = 0;
  let moved = 0;
  for (let t = 1; t < pairs.length; t++) {
    const before = pairs[t - 1]![0];
    if (before === 0) return null;
    const [y, f] = pairs[t]!;
    missed += ((f - y) / before) ** 2;
    moved += ((y - before) / before) ** 2;
  }
  return moved > 0 ? Math.sqrt(missed / moved) : null;
}
