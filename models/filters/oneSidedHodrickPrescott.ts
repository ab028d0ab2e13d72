import { AppError } from "../errors.ts";
import { checkLambda } from "./hodrickPrescott.ts";
import { completeFigures, type TrendAndCycle } from "./trendAndCycle.ts";

/**
 * The Hodrick–Prescott trend as each period could have known it: τ(t) is the end point of the filter over y(1) … y(t).
 * The end point of the smoother is the filtered state of
 *   y(t) = τ(t) + ε(t),  τ(t+1) = 2τ(t) − τ(t−1) + η(t),  var ε = 1,  var η = 1/λ
 * and its first two figures settle a diffuse start exactly, so that no guessed state enters: one Kalman step a period,
 * O(n).
 *   P = [a b; b c] of (τ(t), τ(t−1));  predicted a' = 4a − 4b + c + 1/λ, b' = 2a − b, c' = a;  gains a'/(1+a'), b'/(1+a')
 * `first` (1-based, at least 3): earlier periods have NaN, since two points lie on every line.
 * Stock & Watson (1999), Forecasting inflation, J. Monetary Economics 44 (one-sided HP); Durbin & Koopman (2012),
 * §5.
 */
export function oneSidedHodrickPrescott(
  figures: ArrayLike<number>,
  lambda: number,
  options: { first?: number } = {},
): TrendAndCycle {
  checkLambda(lambda);
  const first = options.first ?? 4;
  if (!Number.isInteger(first) || first < 3)
    throw new AppError("invalid-input", `the first end point is period 3 or later; found ${first}`);
  const y = completeFigures(figures, first, "one-sided Hodrick–Prescott filter");
  const n = y.length;
  const trend = new Float64Array(n).fill(Number.NaN);
  const cycle = new Float64Array(n).fill(Number.NaN);
  const q = 1 / lambda; // λ = 0: infinite, the gain is 1 and the trend follows every figure
  let level = y[1]!;
  let before = y[0]!;
  let a = 1;
  let b = 0;
  let c = 1;
  for (let t = 2; t < n; t++) {
    const share = 1 / (1 + 4 * a - 4 * b + c + q); // of the error that is taken for noise
    const covariance = 2 * a - b;
    const expected = 2 * level - before;
    const error = y[t]! - expected;
    const gain = covariance * share;
    before = level + gain * error;
    level = expected + (1 - share) * error;
    c = a - gain * covariance;
    a = 1 - share;
    b = gain;
    if (t + 1 < first) continue;
    cycle[t] = share * error;
    trend[t] = y[t]! - cycle[t]!;
  }
  return { trend, cycle };
}
