import { STANDING_RULE, type StandingState, standingPath } from "../evaluation/standing.ts";
import type { IsoDate } from "../series/date.ts";
import type { Frequency } from "../series/frequency.ts";
import { type Gate, gateOf, LEAST_ORIGINS } from "./gate.ts";
import type { PointGroup } from "./pointGroup.ts";

/** Whether a model may be relied on for a series at a horizon, as of a day. */
export interface Standing {
  /** Leaders are shown `good` alone. */
  state: StandingState<Gate>;
  /** The day of the figure that brought it into this state; null before the first figure. */
  since: IsoDate | null;
  /** Figures that forecasts have met. */
  origins: number;
  /** RMSE over the benchmark's over all of them; null where the benchmark never errs. */
  all: number | null;
  /** The same over the newest ones. */
  recent: number | null;
  /** How many those are. */
  window: number;
  /** What decided that it came into this state, by the errors of that day; null before the first figure. */
  because: { ratio: number; origins: number } | null;
}

const ROUNDING = 1e-12;
/** A demoted model rests for this part of its window: half a year of months, three quarters. */
const REST = 4;

/**
 * The standing of a model by its back-test points, walked in the order in which the figures came out. At each step the
 * benchmark is the better of naive and seasonal naive over the origins met by then, as `benchmarkOf` has it; the gate is
 * `gateOf` over all of them, and the newest `LEAST_ORIGINS` of them (24 months, 12 quarters) decide whether it has lost
 * its edge. Figures count as the group's day knows them; nothing later is in the group, so nothing later is seen.
 */
export function standingOf(group: PointGroup, frequency: Frequency): Standing {
  const window = LEAST_ORIGINS[frequency];
  const order = scoredInTime(group);
  const path = errorPath(group, order);
  const measured = path.filter((p) => p.counts);
  const ratios = measured.map((now, i) => {
    const all = ratioOf(now);
    const start = measured[i - window];
    return { all, recent: i + 1 < window ? null : ratioOf(now, start) };
  });
  const states = standingPath(
    ratios.map(({ all, recent }, i) => ({
      gate: all === null ? ("lost-to-naive" as const) : gateOf(frequency, i + 1, all),
      recent,
    })),
    window / REST,
  );
  const state = states.at(-1) ?? "too-few-origins";
  const entered = states.findLastIndex((s) => s !== state) + 1;
  const last = ratios.at(-1);
  const then = ratios[entered];
  const lately = then !== undefined && then.recent !== null && then.recent > STANDING_RULE.lose;
  const ratio = lately ? then.recent : (then?.all ?? null);
  return {
    state,
    since: measured[entered]?.day ?? null,
    origins: measured.length,
    all: last?.all ?? null,
    recent: last?.recent ?? null,
    window,
    because: ratio === null ? null : { ratio, origins: lately ? window : entered + 1 },
  };
}

/** Points whose figure is known, in the order in which figures came out; of one day by origin. */
function scoredInTime({ actual, actualDays }: PointGroup): number[] {
  return actual
    .flatMap((a, i) => (Number.isNaN(a) ? [] : [i]))
    .sort((a, b) => actualDays[a]!.localeCompare(actualDays[b]!) || a - b);
}

/** Squared errors summed up to a figure. */
interface Sums {
  day: IsoDate;
  /** Whether the point is measured: its history had moved (`summarise`). */
  counts: boolean;
  model: number;
  plain: number;
  /** What the benchmark errs when seasonal naive is chosen: naive stands in where it had no season. */
  seasonal: number;
  /** Seasonal naive was the better so far, over all origins that have both. */
  chooseSeasonal: boolean;
}

function errorPath(group: PointGroup, order: readonly number[]): Sums[] {
  const sum = { model: 0, plain: 0, seasonal: 0 };
  const both = { plain: 0, seasonal: 0 };
  return order.map((i) => {
    const error = (said: number): number => (group.actual[i]! - said) ** 2;
    const hasSeason = !Number.isNaN(group.seasonalNaive[i]!);
    const plain = error(group.plainNaive[i]!);
    const seasonal = hasSeason ? error(group.seasonalNaive[i]!) : plain;
    if (hasSeason) {
      both.plain += plain;
      both.seasonal += seasonal;
    }
    const counts = !Number.isNaN(group.scale[i]!);
    if (counts) {
      sum.model += error(group.predicted[i]!);
      sum.plain += plain;
      sum.seasonal += seasonal;
    }
    const chooseSeasonal = both.seasonal < both.plain;
    return { day: group.actualDays[i]!, counts, ...sum, chooseSeasonal };
  });
}

/** RMSE over the benchmark's after `start` up to `now`; null where the benchmark never errs. */
function ratioOf(now: Sums, start?: Sums): number | null {
  const key = now.chooseSeasonal ? "seasonal" : "plain";
  const benchmark = now[key] - (start?.[key] ?? 0);
  // A difference of running sums: what is left of rounding is no error.
  if (benchmark <= ROUNDING * now[key]) return null;
  return Math.sqrt(Math.max(0, now.model - (start?.model ?? 0)) / benchmark);
}
