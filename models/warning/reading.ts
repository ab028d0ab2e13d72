import { parseIsoDate } from "../series/date.ts";
import type { Frequency } from "../series/frequency.ts";
import { type Period, spanOf } from "../series/period.ts";
import { lastIndex, type Series } from "../series/series.ts";
import type { RuleContext, RuleInputs, Signal } from "./contract.ts";
import { inputKey } from "./inputKey.ts";
import { periodWords } from "./periodWords.ts";

export type Undecided = Extract<Signal, { kind: "undecided" }>;

/** The newest number of one series, and where it stands. */
export interface Reading {
  series: Series;
  index: number;
  period: Period;
  value: number;
}

/**
 * How old the newest figure may be, in days from its period's end to the day judged: two monthly releases
 * missed, a quarter and a half, two years. Beyond it a rule says it cannot decide; the overdue rule speaks instead.
 */
export const STALE_DAYS: Readonly<Record<Frequency, number>> = { D: 15, W: 35, M: 110, Q: 215, A: 800 };

/** The newest number of the rule's series for a region, or why there is none to judge by. */
export function readingOf(
  inputs: RuleInputs,
  indicator: string,
  context: RuleContext,
  region: string = context.subject.region,
): Reading | Undecided {
  const series = inputs[inputKey(indicator, region)];
  const index = series ? lastIndex(series) : null;
  if (!series || index === null) {
    return undecided("missing-input", {
      zh: `截至${context.asOf}，${indicator}（${region}）没有数据`,
      en: `no figure of ${indicator} (${region}) as of ${context.asOf}`,
    });
  }
  const period = series.periods[index]!;
  const age = parseIsoDate(context.asOf)! - spanOf(period).end;
  const most = STALE_DAYS[series.frequency];
  if (age > most) {
    const words = periodWords(period);
    return undecided("stale", {
      zh: `${indicator}的最新数据是${words.zh}，距${context.asOf}已${age}天；判断需要${most}天以内的数据`,
      en: `the newest figure of ${indicator} is ${words.en}, ${age} days before ${context.asOf}; at most ${most} are needed`,
    });
  }
  return { series, index, period, value: series.values[index]! };
}

export function undecided(reason: Undecided["reason"], detail: Undecided["detail"]): Undecided {
  return { kind: "undecided", reason, detail };
}

/** True for what stands in place of a reading when there is none. */
export function isUndecided(found: Reading | Undecided): found is Undecided {
  return "kind" in found;
}
