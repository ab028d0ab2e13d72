import type { IsoDate } from "../series/date.ts";
import type { Period } from "../series/period.ts";
import type { PointGroup } from "./pointGroup.ts";

/** What a model said at one origin of its back-test: the horizons tried, so with holes between them. */
export interface PathSaid {
  origin: Period;
  madeAsOf: IsoDate;
  periods: Period[];
  mean: number[];
  intervals: { level: number; lower: number[]; upper: number[] }[];
}

/**
 * What a model said at its newest origin, read off its back-test points, one group a horizon, all of the same model and
 * series. null where it has none. Horizons without a figure to score by today have no point, so a path may be short.
 */
export function pathSaid(groups: readonly PointGroup[]): PathSaid | null {
  const days = groups.flatMap((g) => g.originDays.slice(-1));
  const madeAsOf = days.toSorted().at(-1);
  if (madeAsOf === undefined) return null;
  const said = groups
    .filter((g) => g.originDays.at(-1) === madeAsOf)
    .toSorted((a, b) => a.horizon - b.horizon);
  const last = (of: (g: PointGroup) => readonly number[]): number[] => said.map((g) => of(g).at(-1)!);
  return {
    origin: said[0]!.origins.at(-1)!,
    madeAsOf,
    periods: said.map((g) => g.targets.at(-1)!),
    mean: last((g) => g.predicted),
    intervals: [
      { level: 80, lower: last((g) => g.lower80), upper: last((g) => g.upper80) },
      { level: 95, lower: last((g) => g.lower95), upper: last((g) => g.upper95) },
    ],
  };
}
