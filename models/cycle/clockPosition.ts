import { AppError } from "../errors.ts";

/** Where a cycle stands: above or below its trend, rising or falling. */
export type Quadrant = "expansion" | "downturn" | "slowdown" | "recovery";

/**
 * Above and rising: expansion. Above and falling: downturn. Below and falling: slowdown. Below and rising: recovery.
 * On the line counts as below, standing still as falling. null where either is NaN.
 * The quadrants of the OECD's and Eurostat's business cycle clocks.
 */
export function quadrantOf(level: number, change: number, centre = 100): Quadrant | null {
  if (Number.isNaN(level) || Number.isNaN(change)) return null;
  if (level > centre) return change > 0 ? "expansion" : "downturn";
  return change > 0 ? "recovery" : "slowdown";
}

export interface ClockPosition {
  /** Deviation of the smoothed level from `centre`, in units of its root mean square. */
  level: number;
  /** Its change over `span` periods, in units of its own root mean square. */
  change: number;
  quadrant: Quadrant | null;
}

export interface ClockOptions {
  centre?: number;
  /** Terms of the trailing average that the level is smoothed by; 1 leaves it. By default 3. */
  smooth?: number;
  /** Periods over which the change is taken; by default 1. */
  span?: number;
}

/**
 * The path of a cycle around the clock: level upwards, change to the right, so that it turns anticlockwise: expansion upper right,
 * downturn upper left, slowdown lower left, recovery lower right.
 *   x̄(t) = mean of y(t−s+1) … y(t),  level = (x̄(t) − centre)/rms,  change = (x̄(t) − x̄(t−span))/rms
 * Trailing averages, so that no position changes when a month is added (rms apart). NaN and null before the first s +
 * span.
 */
export function clockPositions(y: ArrayLike<number>, options: ClockOptions = {}): ClockPosition[] {
  const { centre = 100, smooth = 3, span = 1 } = options;
  if (![smooth, span].every((v) => Number.isInteger(v) && v >= 1))
    throw new AppError(
      "invalid-input",
      `smoothing and span of a clock are whole numbers of 1 or more; found ${smooth} and ${span}`,
    );
  const n = y.length;
  const level = new Float64Array(n).fill(Number.NaN);
  for (let t = smooth - 1; t < n; t++) {
    let sum = 0;
    for (let j = 0; j < smooth; j++) sum += y[t - j]!;
    level[t] = sum / smooth - centre;
  }
  const change = level.map((v, t) => (t < span ? Number.NaN : v - level[t - span]!));
  const levelUnit = rootMeanSquare(level);
  const changeUnit = rootMeanSquare(change);
  return Array.from(level, (v, t) => ({
    level: v / levelUnit,
    change: change[t]! / changeUnit,
    quadrant: quadrantOf(v, change[t]!, 0),
  }));
}

function rootMeanSquare(x: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const v of x)
    if (!Number.isNaN(v)) {
      sum += v * v;
      n++;
    }
  if (n === 0 || sum === 0)
    throw new AppError(
      "not-enough-data",
      `a clock needs a cycle that moves; found ${n} positions${n === 0 ? "" : " that never leave the centre"}`,
    );
  return Math.sqrt(sum / n);
}
