import { AppError } from "../errors.ts";

/**
 * A series split in two: y = trend + cycle, both as long as y. NaN where the filter gives no estimate (its lost ends).
 */
export interface TrendAndCycle {
  trend: Float64Array;
  cycle: Float64Array;
}

/**
 * The figures of a filter as an array of numbers, which is only read; refuses a gap and a series shorter than `least`.
 * A filter's answer at t leans on every neighbour, so a gap is bridged before by someone who knows how, or by a filter
 * that says so (`hodrickPrescottWithGaps`).
 */
export function completeFigures(y: ArrayLike<number>, least: number, who: string): Float64Array {
  if (y.length < least)
    throw new AppError("not-enough-data", `the ${who} needs at least ${least} figures; found ${y.length}`);
  const figures = y instanceof Float64Array ? y : new Float64Array(y);
  for (let t = 0; t < figures.length; t++)
    if (!Number.isFinite(figures[t]!))
      throw new AppError(
        "invalid-input",
        `the ${who} needs a figure in every period; found none at position ${t + 1} of ${y.length}`,
      );
  return figures;
}

/** trend = y − cycle. */
export function withCycle(y: Float64Array, cycle: Float64Array): TrendAndCycle {
  const trend = new Float64Array(y.length);
  for (let t = 0; t < y.length; t++) trend[t] = y[t]! - cycle[t]!;
  return { trend, cycle };
}
