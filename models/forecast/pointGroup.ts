import type { IsoDate } from "../series/date.ts";
import type { VintageBasis } from "../series/observation.ts";
import type { Period } from "../series/period.ts";
import { actualAsOf } from "./actualsOf.ts";
import type { BacktestPoint } from "./backtestContract.ts";

/** Whose points they are. */
export interface GroupName {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
}

/**
 * The back-test points of one model on one series at one horizon as somebody knew them on a day, as columns of equal
 * length by origin, oldest first. NaN where there is no number: an actual not out by that day, a scale of a history
 * that never moves, a seasonal naive without a season before it.
 */
export interface PointGroup extends GroupName {
  origins: readonly Period[];
  originDays: readonly IsoDate[];
  originBases: readonly VintageBasis[];
  targets: readonly Period[];
  predicted: readonly number[];
  lower80: readonly number[];
  upper80: readonly number[];
  lower95: readonly number[];
  upper95: readonly number[];
  actual: readonly number[];
  /** The day on which the target was first published; null where no actual is known. */
  actualDays: readonly (IsoDate | null)[];
  plainNaive: readonly number[];
  seasonalNaive: readonly number[];
  scale: readonly number[];
}

/** A point whose benchmark is not chosen yet: that takes all origins of the group. */
export type UnjudgedPoint = Omit<BacktestPoint, "naive">;

/**
 * Points of one model, series and horizon, in the order of their origins, as known on a day: an origin of a later day
 * is left out, and an actual is the figure that the day knew.
 */
export function groupAsOf(name: GroupName, points: readonly UnjudgedPoint[], day: IsoDate): PointGroup {
  const known = points.filter((p) => p.originAsOf <= day);
  const actual = known.map((p) => actualAsOf(p.actuals, day) ?? Number.NaN);
  const numbers = (of: (p: UnjudgedPoint) => number | null): number[] =>
    known.map((p) => of(p) ?? Number.NaN);
  return {
    ...name,
    origins: known.map((p) => p.origin),
    originDays: known.map((p) => p.originAsOf),
    originBases: known.map((p) => p.originBasis),
    targets: known.map((p) => p.target),
    predicted: numbers((p) => p.predicted),
    lower80: numbers((p) => p.lower80),
    upper80: numbers((p) => p.upper80),
    lower95: numbers((p) => p.lower95),
    upper95: numbers((p) => p.upper95),
    actual,
    actualDays: known.map((p, i) => (Number.isNaN(actual[i]!) ? null : p.actuals[0]!.day)),
    plainNaive: numbers((p) => p.plainNaive),
    seasonalNaive: numbers((p) => p.seasonalNaive),
    scale: numbers((p) => p.scale),
  };
}
