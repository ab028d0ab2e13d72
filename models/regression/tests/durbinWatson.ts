/**
 * Durbin–Watson statistic of residuals in order of time: 2 speaks for none, 0 for positive, 4 for negative correlation.
 *   d = Σ (e(t) − e(t−1))² / Σ e(t)²
 * Durbin & Watson (1950), Biometrika 37.
 */
export function durbinWatson(residuals: ArrayLike<number>): number {
  let steps = 0;
  let squares = 0;
  for (let t = 0; t < residuals.length; t++) {
    squares += residuals[t]! ** 2;
    if (t > 0) steps += (residuals[t]! - residuals[t - 1]!) ** 2;
  }
  return steps / squares;
}
