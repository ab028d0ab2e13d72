import { AppError } from "../errors.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import type { Forecast } from "./contract.ts";

/** Throws AppError("invalid-input") unless horizon is a whole number from 1 and every level lies in (0, 100). */
export function checkRequest(horizon: number, levels: readonly number[]): void {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new AppError("invalid-input", `a forecast needs a horizon of at least 1 period; found ${horizon}`);
  for (const level of levels)
    if (!(level > 0 && level < 100))
      throw new AppError("invalid-input", `interval levels lie between 0 and 100 percent; found ${level}`);
}

/**
 * Central intervals of a normal distribution at each horizon:
 *   [μ(h) − z·sd(h), μ(h) + z·sd(h)],  z = Φ⁻¹(½ + level/200)
 * With `log`, μ and sd are of the logarithm: bounds are exponentials and the mean is exp(μ + sd²/2).
 */
export function gaussianForecast(
  start: string,
  mean: ArrayLike<number>,
  sd: ArrayLike<number>,
  levels: readonly number[],
  log = false,
): Forecast {
  const back = log ? Math.exp : (x: number) => x;
  const centre = Array.from(mean, (m, h) => (log ? Math.exp(m + sd[h]! ** 2 / 2) : m));
  if (!centre.every(Number.isFinite))
    throw new AppError("invalid-input", "the forecast left the range of finite numbers");
  return {
    start,
    mean: centre,
    intervals: normalIntervals(mean, sd, levels, back),
  };
}

/** [g(μ − z·sd), g(μ + z·sd)] at each level and horizon; `back` is g, the way back from the scale that is normal. */
export function normalIntervals(
  mean: ArrayLike<number>,
  sd: ArrayLike<number>,
  levels: readonly number[],
  back: (x: number) => number,
): Forecast["intervals"] {
  return levels.map((level) => {
    const z = normalQuantile(0.5 + level / 200);
    return {
      level,
      lower: Array.from(mean, (m, h) => back(m - z * sd[h]!)),
      upper: Array.from(mean, (m, h) => back(m + z * sd[h]!)),
    };
  });
}
