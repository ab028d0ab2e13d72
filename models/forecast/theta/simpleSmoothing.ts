import { minimiseBetween } from "../../statistics/optimise/goldenSection.ts";

export interface SimpleSmoothing {
  alpha: number;
  /** l(0) and l(n). */
  start: number;
  last: number;
  /** One-step forecasts. */
  fitted: Float64Array;
  squares: number;
}

const LOWEST = 1e-4;
const HIGHEST = 0.9999;

/**
 * Simple exponential smoothing by least squares, the start free.
 *   f(t) = l(t−1),  l(t) = l(t−1) + α (y(t) − l(t−1))
 * For a given α the errors are linear in l(0): e(t) = e₀(t) − (1−α)^(t−1) l(0), so l(0) is a projection and only α is searched,
 * on a grid first, since the sum of squares may have several valleys. Hyndman et al. 2008, §2.3; Gardner (1985).
 */
export function simpleSmoothing(y: Float64Array): SimpleSmoothing {
  const cost = (alpha: number) => atAlpha(y, alpha).squares;
  const grid = Array.from({ length: 21 }, (_, i) => LOWEST + ((HIGHEST - LOWEST) * i) / 20);
  const best = grid.reduce((kept, a, i) => (cost(a) < cost(grid[kept]!) ? i : kept), 0);
  const { x } = minimiseBetween(cost, grid[Math.max(0, best - 1)]!, grid[Math.min(20, best + 1)]!, 1e-10);
  const alpha = cost(x) <= cost(grid[best]!) ? x : grid[best]!;
  const { start, squares } = atAlpha(y, alpha);
  const fitted = new Float64Array(y.length);
  let level = start;
  for (let t = 0; t < y.length; t++) {
    fitted[t] = level;
    level += alpha * (y[t]! - level);
  }
  return { alpha, start, last: level, fitted, squares };
}

function atAlpha(y: Float64Array, alpha: number): { start: number; squares: number } {
  let level = 0;
  let weight = 1;
  let xx = 0;
  let xe = 0;
  let ee = 0;
  for (let t = 0; t < y.length; t++) {
    const e = y[t]! - level;
    xx += weight * weight;
    xe += weight * e;
    ee += e * e;
    level += alpha * e;
    weight *= 1 - alpha;
  }
  return { start: xe / xx, squares: Math.max(0, ee - (xe * xe) / xx) };
}
