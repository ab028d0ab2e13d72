import { AppError } from "../errors.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import type { Forecast } from "./contract.ts";

/**
 * Standard deviation of the predictive distribution at each horizon, read off an interval as if it were normal:
 *   sd = (upper − lower) / 2z
 * from the interval nearest to 80 % (the one leaders see). Throws AppError("invalid-input") without intervals.
 */
export function spread(forecast: Forecast): number[] {
  const nearest = forecast.intervals.toSorted((a, b) => Math.abs(a.level - 80) - Math.abs(b.level - 80))[0];
  if (!nearest) throw new AppError("invalid-input", "the spread of a forecast needs at least one interval");
  const z = normalQuantile(0.5 + nearest.level / 200);
  return nearest.lower.map((low, h) => (nearest.upper[h]! - low) / (2 * z));
}
