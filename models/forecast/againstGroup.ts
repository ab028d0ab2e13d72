import { chanceBetter } from "../evaluation/chanceBetter.ts";
import { rootMeanSquaredError } from "./evaluate.ts";
import type { PointGroup } from "./pointGroup.ts";

/** How a model did beside another, on the origins that both were tried on. */
export interface AgainstGroup {
  origins: number;
  /** RMSE over the other's: below 1 it errs less. */
  ratio: number;
  /** One-sided p-value that it errs less (Diebold–Mariano); null where there is nothing to test. */
  p: number | null;
}

/**
 * Two models on one series at one horizon, as the groups' day knew them: RMSE over RMSE on common origins whose figure
 * is known. null where there is none, or where the other never errs.
 */
export function againstGroup(own: PointGroup, other: PointGroup): AgainstGroup | null {
  const places = new Map(other.origins.map((origin, i) => [origin, i]));
  const pairs = own.origins.flatMap((origin, i) => {
    const at = places.get(origin);
    const actual = own.actual[i]!;
    return at === undefined || Number.isNaN(actual)
      ? []
      : [[own.predicted[i]! - actual, other.predicted[at]! - actual] as const];
  });
  if (pairs.every(([, theirs]) => theirs === 0)) return null;
  const [mine, theirs] = [pairs.map((p) => p[0]), pairs.map((p) => p[1])];
  const none = pairs.map(() => 0);
  return {
    origins: pairs.length,
    ratio: rootMeanSquaredError(mine, none) / rootMeanSquaredError(theirs, none),
    p: chanceBetter(mine, theirs, { horizon: own.horizon }),
  };
}
