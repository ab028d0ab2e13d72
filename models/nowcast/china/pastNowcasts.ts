import { type IsoDate, isoDate, parseIsoDate } from "../../series/date.ts";
import type { Period } from "../../series/period.ts";
import type { Nowcast } from "../nowcastOf.ts";
import { densityOn, fitOn, members, panelOn, type SeriesById } from "./growthNowcast.ts";
import { firstKnown } from "./knownOn.ts";
import type { NowcastSpecification } from "./specification.ts";

export interface PastNowcast {
  period: Period;
  /** The day the figure came out, and the figure as read today. */
  published: IsoDate;
  actual: number;
  /** What was told `daysBefore` it, with parameters of that day. */
  told: Nowcast;
  /** told − actual. */
  error: number;
  /** Whether the 80 % interval held the figure. */
  inside: boolean;
}

/**
 * How it was: for each figure of the target published from `since` to `day`, the density some days before its publication. Fits
 * once a period. A week by default: members that come out together with the target may be some days earlier by their rules.
 * Pseudo-real-time as a path is (knownOn.ts).
 */
export function pastNowcasts(
  seriesById: SeriesById,
  specification: NowcastSpecification,
  since: IsoDate,
  day: IsoDate,
  daysBefore = 7,
): PastNowcast[] {
  const series = members(seriesById, specification);
  const target = series[specification.members.findIndex((m) => m.id === specification.target)]!;
  return target.values.flatMap((actual, i) => {
    const published = firstKnown(target, i);
    if (actual === null || published === null || published < since || published > day) return [];
    const period = target.periods[i]!;
    const before = isoDate(parseIsoDate(published)! - daysBefore);
    const { panel } = panelOn(series, specification, before);
    const told = densityOn(fitOn(series, specification, before), panel, specification, period);
    const eighty = told.intervals.find((x) => x.level === 80)!;
    const inside = actual >= eighty.lower && actual <= eighty.upper;
    return [{ period, published, actual, told, error: told.mean - actual, inside }];
  });
}
