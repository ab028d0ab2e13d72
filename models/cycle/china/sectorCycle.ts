import type { Series } from "../../series/series.ts";
import { oecdIndicator } from "../oecdIndicator.ts";
import type { CycleMember } from "./cycleMember.ts";
import { monthlyFigures } from "./monthlyFigures.ts";

/** A part of the economy has a position where at least half of its members are known. */
const MIN_SHARE = 0.49;

/**
 * The growth cycle of a few members together on months `firstSlot` … `firstSlot + length − 1`, around 0 in units of
 * its members' spread: the mean of their cycles HP₁₂(x − HP₁₂₀ x) over their mean absolute deviation. NaN before the first
 * and after the last month that they know. Throws AppError as `monthlyFigures` and `oecdIndicator` do.
 */
export function sectorCycle(
  members: readonly CycleMember[],
  series: ReadonlyMap<string, Series>,
  firstSlot: number,
  length: number,
): Float64Array {
  const laid = members.map((member) => {
    const { firstSlot: from, values } = monthlyFigures(series.get(member.indicator)!, member);
    return Float64Array.from({ length }, (_, t) => values[firstSlot + t - from] ?? Number.NaN);
  });
  return oecdIndicator(laid, laid[0]!, { minShare: MIN_SHARE }).average;
}
