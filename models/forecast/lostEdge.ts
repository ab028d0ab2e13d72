import type { IsoDate } from "../series/date.ts";
import type { Frequency } from "../series/frequency.ts";
import { chooseModel } from "./chooseModel.ts";
import type { PointGroup } from "./pointGroup.ts";
import { type ErrorRecordThen, recordOf } from "./recordOf.ts";
import { type Standing, standingOf } from "./standingOf.ts";

/** A model that was relied on for a series and lost its place. */
export interface LostEdge {
  model: string;
  /** The day of the figure on which it was demoted. */
  since: IsoDate;
  /** How it stands now. */
  standing: Standing;
  /** Its error record at the shortest horizon; null where nothing can be measured. */
  record: ErrorRecordThen | null;
  /** The model relied on instead; null where none is in good standing. */
  successor: string | null;
  /** The successor's record at the same horizon. */
  successorRecord: ErrorRecordThen | null;
}

/**
 * The newest demotion, still in force and not before `from`, of a model that was the one chosen on the day before it; null
 * where there is none. `first` are the points of one series at the shortest horizon, all models that may be relied on, as
 * known on a day; `all` those at every horizon, asked for only when somebody was demoted. The day before a demotion is
 * read off the same points without what came later.
 */
export function lostEdge(
  first: readonly PointGroup[],
  all: () => readonly PointGroup[],
  frequency: Frequency,
  from: IsoDate = "",
): LostEdge | null {
  const demoted = first
    .map((g) => ({ model: g.model, standing: standingOf(g, frequency) }))
    .filter(({ standing }) => standing.state === "demoted" && standing.since! >= from)
    .sort((a, b) => b.standing.since!.localeCompare(a.standing.since!) || a.model.localeCompare(b.model));
  if (demoted.length === 0) return null;
  const groups = all();
  const lost = demoted.find(
    ({ model, standing }) => chosen(before(groups, standing.since!), frequency) === model,
  );
  if (!lost) return null;
  const { model, standing } = lost;
  const recordFor = (id: string | null): ErrorRecordThen | null => {
    const own = first.find((g) => g.model === id);
    return own ? recordOf(own, frequency) : null;
  };
  const successor = chosen(groups, frequency);
  return {
    model,
    since: standing.since!,
    standing,
    record: recordFor(model),
    successor,
    successorRecord: recordFor(successor),
  };
}

function chosen(groups: readonly PointGroup[], frequency: Frequency): string | null {
  return chooseModel(groups.flatMap((g) => recordOf(g, frequency) ?? []));
}

/** The same points without the actuals that came out on the day or later. */
function before(groups: readonly PointGroup[], day: IsoDate): PointGroup[] {
  return groups.map((g) => ({
    ...g,
    actual: g.actual.map((a, i) => (g.actualDays[i] !== null && g.actualDays[i]! < day ? a : Number.NaN)),
  }));
}
