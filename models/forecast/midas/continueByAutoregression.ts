import { qrLeastSquares } from "../../regression/qrLeastSquares.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";

/**
 * Carries forecasts of the next quarters on to a longer horizon.
 *   y(h) = c + ρ y(h−1),  sd(h)² = ρ² sd(h−1)² + σ²,  by least squares on y;  ρ > 1 is held at 1, with c the mean change
 * A shorter horizon takes the first of what is given.
 */
export function continueByAutoregression(
  y: Float64Array,
  means: readonly number[],
  sds: readonly number[],
  horizon: number,
): { mean: number[]; sd: number[] } {
  const mean = means.slice(0, horizon);
  const sd = sds.slice(0, horizon);
  if (mean.length === horizon) return { mean, sd };
  const { c, rho, sigma } = firstOrder(y);
  while (mean.length < horizon) {
    mean.push(c + rho * mean.at(-1)!);
    sd.push(Math.hypot(rho * sd.at(-1)!, sigma));
  }
  return { mean, sd };
}

function firstOrder(y: Float64Array): { c: number; rho: number; sigma: number } {
  const n = y.length - 1;
  const x = matrix(n, 2);
  for (let t = 0; t < n; t++) {
    x.data[2 * t] = 1;
    x.data[2 * t + 1] = y[t]!;
  }
  const { coefficients, rss } = qrLeastSquares(x, y.subarray(1), { dropCollinear: true });
  const [c, rho] = coefficients;
  if (rho! <= 1) return { c: c!, rho: rho!, sigma: Math.sqrt(rss / (n - 2)) };
  const change = (y[n]! - y[0]!) / n;
  let squares = 0;
  for (let t = 1; t <= n; t++) squares += (y[t]! - y[t - 1]! - change) ** 2;
  return { c: change, rho: 1, sigma: Math.sqrt(squares / (n - 1)) };
}
