import { AppError } from "../../errors.ts";
import { quantile, sorted } from "../../statistics/quantile.ts";

/** Changes that tell the drift: those of ten years, so that no cycle is taken for it. */
const LONG_RUN = 40;
/** How much of it is carried on: no way goes on for ever. */
const KEPT = 0.5;

/**
 * By how much a series is expected to go on changing each period, whatever the months say: δ = ½ median Δ over the newest forty
 * changes, oldest first. A median, so that a crisis and the leap out of it leave no trace. That long-run growth drifts, and that a
 * model with a constant mean errs on one side for as long: Antolin-Diaz, Drechsel & Petrella (2017), Review of Economics and
 * Statistics 99, 343–356. Throws AppError("not-enough-data") without a change.
 */
export function slowDrift(changes: readonly number[]): number {
  if (changes.length === 0)
    throw new AppError("not-enough-data", "a drift needs at least one change; found none");
  return KEPT * quantile(sorted(changes.slice(-LONG_RUN)), 0.5);
}
