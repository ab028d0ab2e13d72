import type { Base } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { type IsoDate, isoDate, parseIsoDate } from "../../models/series/date.ts";
import { periodOfSlot, slotOfDay, spanOf } from "../../models/series/period.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import { evaluateWarnings } from "./evaluateWarnings.ts";
import { restoreMemory } from "./restoreMemory.ts";

/** Before 2012 first vintages follow the publication rule alone; the past of alerts begins where records do. */
export const REPLAY_FROM: IsoDate = "2012-01-31";

/** Every month-end from `from` up to `to`, and `to` itself. */
export function replayDays(from: IsoDate, to: IsoDate): IsoDate[] {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  if (first === null || last === null)
    throw new AppError("invalid-input", `replay needs two dates; found "${from}" and "${to}"`);
  const days: IsoDate[] = [];
  for (let slot = slotOfDay(first, "M"); ; slot++) {
    const end = spanOf(periodOfSlot(slot, "M")).end;
    if (end >= last) break;
    if (end >= first) days.push(isoDate(end));
  }
  return first <= last ? [...days, to] : days;
}

/**
 * The true past of alerts: every rule judged as of every month-end on what was known then, alerts opened and
 * closed as they would have been. Goes on after the last day already judged, so a kill costs one month.
 */
export async function replayHistory(options: {
  base: Pick<Base, "alerts" | "signals">;
  /** Asked for only when there is a day to judge. */
  knowledge: () => Promise<Knowledge>;
  rules: readonly WarningRule[];
  from?: IsoDate;
  to: IsoDate;
  at: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}): Promise<{
  days: number;
  signals: number;
  opened: number;
  closed: number;
  failures: { part: string; message: string }[];
}> {
  const { base, to, at, rules } = options;
  const memory = await restoreMemory(base, to);
  const all = replayDays(options.from ?? REPLAY_FROM, to);
  const days = all.filter((d) => memory.lastDay === null || d > memory.lastDay);
  const sum = { days: days.length, signals: 0, opened: 0, closed: 0 };
  const failures = new Map<string, { part: string; message: string }>();
  if (days.length === 0) return { ...sum, failures: [] };
  const knowledge = await options.knowledge();
  let before = memory.lastDay ?? "";
  for (const [i, day] of days.entries()) {
    if (options.signal?.aborted) throw new AppError("cancelled", `replay was cancelled before ${day}`);
    const isNew = (o: { vintage: IsoDate }): boolean => o.vintage > before;
    const result = await evaluateWarnings({
      base,
      rules,
      knowledge,
      day,
      at,
      replayed: true,
      memory,
      isNew,
    });
    sum.signals += result.signals;
    for (const { change } of result.touched) {
      if (change.kind === "open") sum.opened++;
      else if (change.set.state === "closed") sum.closed++;
    }
    for (const f of result.failures) failures.set(`${f.part} ${f.message}`, f);
    before = day;
    options.onProgress?.(i + 1, days.length);
  }
  return { ...sum, failures: [...failures.values()] };
}
