import type { MemberScreening } from "../../../models/analyses/cycleResult.ts";
import type { CycleGroup } from "../../../models/cycle/china/cycleMember.ts";

/** Months by which a coincident member may lead or lag and still count as coincident. */
const TOGETHER = 2;

/**
 * The group that the screening of a member bears out, by the lag of its best correlation with the reference: a leading
 * member leads at all, a lagging one lags at all, a coincident one stays within two months. Of the group it
 * stands in the test is kind: at one or two months more than one group would do. null where nothing could be measured.
 */
export function screenedPlace(
  { correlation }: Pick<MemberScreening, "correlation">,
  group: CycleGroup,
): CycleGroup | null {
  if (correlation === null) return null;
  const { lag } = correlation;
  const fits = { leading: lag < 0, coincident: Math.abs(lag) <= TOGETHER, lagging: lag > 0 };
  if (fits[group]) return group;
  return fits.coincident ? "coincident" : lag < 0 ? "leading" : "lagging";
}
