import { AppError } from "../../errors.ts";

/**
 * Durbin–Watson statistic of residuals in order of time: 2 speaks for none, 0 for positive, 4 for negative correlation.
 *   d = Σ (e(t) − e(t−1))² / Σ e(t)²
 * Throws AppError("invalid-input") for a number that is not finite or residuals of zero throughout.
 * Durbin & Watson (1950), Biometrika 37.
 */
export function durbinWatson(residuals: ArrayLike<number>): number {
  let steps = 0;
  let squares = 0;
  for (let t = 0; t < residuals.length; t++) {
    squares += residuals[t]! ** 2;
    if (t > 0) steps += (residuals[t]! - residuals[t - 1]!) ** 2;
  }
  if (!(squares > 0 && Number.isFinite(squares)))
    throw new AppError(
      "invalid-input",
      `Durbin–Watson needs finite residuals that are not all zero; ${residuals.length} come to squares of ${squares}`,
    );
  return steps / squares;
}
