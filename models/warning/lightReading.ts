import { parseIsoDate } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";
import type { LightPath, RuleContext } from "./contract.ts";
import { periodWords } from "./periodWords.ts";
import { STALE_DAYS, type Undecided, undecided } from "./reading.ts";

export interface LightReading {
  period: Period;
  value: number;
  light: 1 | 2 | 3 | 4 | 5;
  /** Months with a figure of their own, up to this one, that show this light without another between them. */
  count: number;
  /** The last other light before, and its month; null where the path shows none. */
  before: { light: 1 | 2 | 3 | 4 | 5; period: Period } | null;
  bounds: LightPath["bounds"];
}

/** The newest light that rests on a figure of its own month, or why there is none to judge by. */
export function lightReadingOf(
  preset: string,
  member: string,
  context: RuleContext,
): LightReading | Undecided {
  const path = context.light(preset, member);
  const own = path ? ownMonths(path) : [];
  const newest = own.at(-1);
  if (!path || !newest) {
    return undecided("missing-input", {
      zh: `截至${context.asOf}，${preset} 的 ${member} 没有灯号：数据或界限不足`,
      en: `no light of ${member} in ${preset} as of ${context.asOf}: figures or bounds are missing`,
    });
  }
  const age = parseIsoDate(context.asOf)! - spanOf(newest.period).end;
  if (age > STALE_DAYS.M) {
    const words = periodWords(newest.period);
    return undecided("stale", {
      zh: `最新灯号是${words.zh}，距${context.asOf}已${age}天；判断需要${STALE_DAYS.M}天以内的灯号`,
      en: `the newest light is of ${words.en}, ${age} days before ${context.asOf}; at most ${STALE_DAYS.M} are needed`,
    });
  }
  const other = own.findLastIndex((m) => m.light !== newest.light);
  const before = own[other];
  return {
    ...newest,
    count: own.length - 1 - other,
    before: before ? { light: before.light, period: before.period } : null,
    bounds: path.bounds,
  };
}

function ownMonths(path: LightPath): { period: Period; value: number; light: 1 | 2 | 3 | 4 | 5 }[] {
  return path.periods.flatMap((period, i) => {
    const light = path.lights[i] ?? null;
    const value = path.values[i] ?? null;
    return light === null || value === null || path.carried[i] ? [] : [{ period, value, light }];
  });
}
