import { quantile, sorted } from "./quantile.ts";

/**
 * The line through points (t, y(t)) that a third of them gone astray does not move.
 *   slope = median over pairs of (yⱼ − yᵢ) / (tⱼ − tᵢ),   intercept = median of (y − slope·t)
 * Sen (1968), Estimates of the regression coefficient based on Kendall's tau, JASA 63. n²/2 pairs: for hundreds of points.
 * Throws a RangeError on fewer than two points. Times differ.
 */
export function theilSen(t: ArrayLike<number>, y: ArrayLike<number>): { slope: number; intercept: number } {
  const n = t.length;
  if (n < 2) throw new RangeError(`a line needs two points; found ${n}`);
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let k = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) slopes[k++] = (y[j]! - y[i]!) / (t[j]! - t[i]!);
  const slope = quantile(slopes.sort(), 0.5);
  const levels = Array.from({ length: n }, (_, i) => y[i]! - slope * t[i]!);
  return { slope, intercept: quantile(sorted(levels), 0.5) };
}
