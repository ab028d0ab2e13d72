import { type IsoDate, parseIsoDate } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";
import type { Severity } from "./contract.ts";
import { periodWords } from "./periodWords.ts";
import { STALE_DAYS, type Undecided, undecided } from "./reading.ts";
import { isAlarm } from "./signals/composite.ts";

/**
 * How bad a probability is (percent): nothing unless even the lower end of its band exceeds the level; then watch, and more from
 * the steps on. A probability exactly on a step has not crossed it.
 */
export function probabilitySeverity(
  p: number,
  low: number,
  level: number,
  steps: { warning: number; critical: number },
): Severity {
  if (!isAlarm({ probability: p, low, high: p }, level)) return "none";
  if (p > steps.critical) return "critical";
  return p > steps.warning ? "warning" : "watch";
}

/** Why a probability told of a month is too old to judge by on a day: a month more than two monthly releases back; null where it is not. */
export function staleTold(month: Period, asOf: string): Undecided | null {
  const age = parseIsoDate(asOf)! - spanOf(month).end;
  if (age <= STALE_DAYS.M) return null;
  const words = periodWords(month);
  return undecided("stale", {
    zh: `最新的概率是${words.zh}的，距${asOf}已${age}天；判断需要${STALE_DAYS.M}天以内的`,
    en: `the newest probability is of ${words.en}, ${age} days before ${asOf}; at most ${STALE_DAYS.M} are allowed`,
  });
}

/** The newest vintage that what is told on a day was computed from: a result cut back to a past day knew that day at most. */
export function dayOf(told: { day: IsoDate }, asOf: IsoDate): IsoDate {
  return told.day < asOf ? told.day : asOf;
}
