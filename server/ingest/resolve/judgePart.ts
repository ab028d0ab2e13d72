import { STATUSES } from "../../../models/series/observation.ts";
import type { GateCatalogue } from "../catalogue.ts";
import { growthAgainstLevel, growthInterval } from "../gate/growthAgainstLevel.ts";
import type { GateRule } from "../gate/rule.ts";
import { falls, isRunningTotal, runningTotal } from "../gate/runningTotal.ts";
import type { Gathered } from "./gather.ts";
import type { Known } from "./known.ts";
import { Timeline } from "./timeline.ts";
import { totalsBefore, yearBefore } from "./yearBefore.ts";

const MISSING = STATUSES.indexOf("missing");

/** A doubt about a row: the rule and what would have been in order. */
export interface Doubt {
  rule: GateRule;
  needed: string;
}

/** Judges the rows of one slot against other periods and series; null for a series no such rule is asked of. */
export type SlotJudge = (row: number) => Doubt | null;

/** Makes the judges of a part: `seriesOf[slot]` is a slot's series, `slotOf` its inverse. */
export function judgesOf(
  catalogue: GateCatalogue,
  rows: Gathered,
  known: Known,
  seriesOf: Int32Array,
  slotOf: Int32Array,
): (slot: number) => SlotJudge | null {
  const regions = catalogue.regions.length;
  return (slot) => {
    const series = seriesOf[slot]!;
    const indicator = catalogue.indicators[Math.floor(series / regions)]!;
    if (isRunningTotal(indicator)) {
      const own = new Timeline(rows, known, slot);
      return (row) => judgeTotal(rows, own, row);
    }
    if (indicator.growthOf < 0) return null;
    const levelSlot = slotOf[indicator.growthOf * regions + (series % regions)]!;
    if (levelSlot < 0) return null;
    const levels = new Timeline(rows, known, levelSlot);
    const levelOf = catalogue.indicators[indicator.growthOf]!;
    return (row) => {
      if (rows.status[row] === MISSING) return null;
      const start = rows.start[row]!;
      const end = rows.end[row]!;
      const day = rows.vintage[row]!;
      const level = levels.asOf(start, end, day);
      const base = level === null ? null : levels.asOf(...yearBefore(start, end), day);
      if (level === null || base === null) return null;
      const interval = growthInterval(indicator, levelOf, level, base);
      if (!interval || (rows.value[row]! >= interval[0] && rows.value[row]! <= interval[1])) return null;
      const needed = `[${interval[0].toFixed(indicator.decimals + 1)}, ${interval[1].toFixed(indicator.decimals + 1)}]`;
      return { rule: growthAgainstLevel, needed };
    };
  };
}

function judgeTotal(rows: Gathered, own: Timeline, row: number): Doubt | null {
  if (rows.status[row] === MISSING) return null;
  const start = rows.start[row]!;
  for (const end of totalsBefore(start, rows.end[row]!)) {
    const before = own.asOf(start, end, rows.vintage[row]!);
    if (before === null) continue;
    return falls(rows.value[row]!, before) ? { rule: runningTotal, needed: String(before) } : null;
  }
  return null;
}
