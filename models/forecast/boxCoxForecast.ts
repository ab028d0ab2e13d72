import { AppError } from "../errors.ts";
import { boxCoxInverse, boxCoxMean } from "../statistics/boxCox.ts";
import type { Forecast } from "./contract.ts";
import { normalIntervals } from "./gaussianForecast.ts";

/** What stands at the centre: the median (the mean carried back) or the mean (corrected for the bend). */
export type Centre = "median" | "mean";

/**
 * Forecasts made on the Box–Cox scale, carried back: bounds are the bounds' images,
 *   [g(μ − z·sd), g(μ + z·sd)],  the centre g(μ) or its mean (boxCox.ts; for λ = 0 exp(μ + sd²/2))
 * Where λ < 0 puts an upper bound out of reach it is the largest finite number. Throws AppError("invalid-input") when the
 * centre itself is out of reach.
 */
export function boxCoxForecast(
  start: string,
  mean: ArrayLike<number>,
  sd: ArrayLike<number>,
  levels: readonly number[],
  lambda: number,
  centre: Centre = "mean",
): Forecast {
  const centres = Array.from(mean, (m, h) => {
    if (centre === "median") return boxCoxInverse(m, lambda);
    return lambda === 0 ? Math.exp(m + sd[h]! ** 2 / 2) : boxCoxMean(m, sd[h]!, lambda);
  });
  if (!centres.every(Number.isFinite))
    throw new AppError(
      "invalid-input",
      `the forecast left the range of the Box–Cox transformation with λ = ${lambda}; a λ nearer to 1 has a wider one`,
    );
  const back = (x: number): number => {
    const v = boxCoxInverse(x, lambda);
    return Number.isNaN(v) ? Number.MAX_VALUE : v;
  };
  return {
    start,
    mean: centres,
    intervals: normalIntervals(mean, sd, levels, back),
  };
}
