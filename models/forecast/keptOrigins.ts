import { slotOf } from "../series/period.ts";
import type { Actual, BacktestPoint, BacktestRequest } from "./backtestContract.ts";
import { type Origin, targetOf } from "./origins.ts";
import type { GroupName, UnjudgedPoint } from "./pointGroup.ts";

/** What of an earlier back-test still stands. */
export interface KeptOrigins {
  /** By origin: true where the models are to be fitted. */
  anew: readonly boolean[];
  /** A group's points of the origins that stand, with the actuals known now. */
  points(name: GroupName): UnjudgedPoint[];
}

/**
 * Origins whose figures are what they were when the earlier back-test saw them keep what was said there; a block of
 * origins shares its structure, so a block is fitted anew as a whole where one of its origins saw figures that have come
 * since, or where a target has been published that no point tells of.
 */
export function keptOrigins(
  request: BacktestRequest,
  origins: readonly Origin[],
  actuals: ReadonlyMap<number, readonly Actual[]>,
  block: number,
): KeptOrigins {
  const { kept, models, horizons } = request;
  const { frequency } = request.head;
  if (!kept) return { anew: origins.map(() => true), points: () => [] };
  const versions = new Map(models.map((m) => [m.id, m.version]));
  const nameOf = (p: Pick<BacktestPoint, "model" | "horizon" | "origin">): string =>
    `${p.model} ${p.horizon} ${p.origin}`;
  const held = new Map(
    kept.points.filter((p) => versions.get(p.model) === p.modelVersion).map((p) => [nameOf(p), p]),
  );
  const lacking = ({ period, day }: Origin): boolean =>
    (kept.since !== null && day >= kept.since) ||
    horizons.some((horizon) => {
      const target = slotOf(targetOf(request, period, horizon), frequency);
      const known = (actuals.get(target)?.at(-1)?.value ?? null) !== null;
      return known && models.some((m) => !held.has(nameOf({ model: m.id, horizon, origin: period })));
    });
  const stale = new Set(origins.flatMap((o, i) => (lacking(o) ? [Math.floor(i / block)] : [])));
  const anew = origins.map((_, i) => stale.has(Math.floor(i / block)));
  return {
    anew,
    points: (name) =>
      origins.flatMap((origin, i) => {
        const point = held.get(nameOf({ ...name, origin: origin.period }));
        if (anew[i] || !point) return [];
        const words = actuals.get(slotOf(point.target, frequency));
        const actual = words?.at(-1)?.value ?? null;
        if (!words || actual === null) return [];
        const { naive: _chosenAnew, ...rest } = point;
        return [{ ...rest, actual, actuals: words }];
      }),
  };
}
