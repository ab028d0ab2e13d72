import { AppError } from "../../errors.ts";
import { chanceBetter } from "../../evaluation/chanceBetter.ts";
import type { IsoDate } from "../../series/date.ts";
import type { NowcastStage, PastPeriod } from "./nowcastResult.ts";

export const SAMPLES = ["2010-2019", "all", "without-2020-2021"] as const;
export type Sample = (typeof SAMPLES)[number];

/** What the nowcast is held against. */
export const BENCHMARKS = ["naive", "seasonalNaive", "autoregression"] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

export type Standing = "passed" | "lost-to-naive" | "too-few";

export interface ErrorSize {
  /** In percentage points of the target. */
  rmse: number;
  mae: number;
}

export interface AgainstBenchmark extends ErrorSize {
  /** Chance of so large a lead of the nowcast (squared errors, Diebold–Mariano) were both equally good; null where the errors cannot tell. */
  p: number | null;
}

/** A stage of a sample: periods with all benchmarks, sizes of errors, and the share of figures inside the 80 % band in percent. */
export interface StageSummary {
  sample: Sample;
  daysBefore: number;
  n: number;
  nowcast: ErrorSize;
  against: Readonly<Record<Benchmark, AgainstBenchmark>>;
  /** Periods in which the nowcast was nearer than the last figure: a mean of squares is made by few. */
  nearer: number;
  coverage80: number;
  standing: Standing;
}

/** Errors that differ by less differ by rounding alone. */
const ALIKE = 1e-9;
/** Fewest periods on which a stage is judged: three years of quarters, two of months. */
const LEAST = { Q: 12, M: 24 } as const;

/**
 * The record of a target by stage and sample, on figures published up to a day. A stage has passed where its RMSE is below that of the last figure and of
 * the same period a year before; errors of stages with a figure still out overlap, which the test counts by two periods.
 */
export function recordSummary(past: readonly PastPeriod[], day: IsoDate): StageSummary[] {
  const known = past.filter((p) => p.published <= day && Number(p.period.slice(0, 4)) >= 2010);
  const stages = known[0]?.stages.map((s) => s.daysBefore) ?? [];
  for (const p of known)
    if (p.stages.map((s) => s.daysBefore).join() !== stages.join())
      throw new AppError("invalid-input", `${p.period} was told at other stages than ${known[0]!.period}`);
  return SAMPLES.flatMap((sample) => {
    const of = known.filter((p) => inSample(sample, Number(p.period.slice(0, 4))));
    return of.length === 0 ? [] : stages.map((daysBefore, i) => stageSummary(sample, daysBefore, of, i));
  });
}

function inSample(sample: Sample, year: number): boolean {
  if (sample === "2010-2019") return year < 2020;
  return sample === "all" || year < 2020 || year > 2021;
}

function stageSummary(
  sample: Sample,
  daysBefore: number,
  all: readonly PastPeriod[],
  at: number,
): StageSummary {
  const of = all.filter((p) => p.stages[at]!.seasonalNaive !== null);
  const errors = (told: (s: NowcastStage) => number): number[] =>
    of.map((p) => told(p.stages[at]!) - p.actual);
  const own = errors((s) => s.density.mean);
  const against = Object.fromEntries(
    BENCHMARKS.map((b) => {
      const theirs = errors((s) => s[b]!);
      return [b, { ...sizeOf(theirs), p: chanceBetter(own, theirs, { horizon: 2, variance: "bartlett" }) }];
    }),
  ) as Record<Benchmark, AgainstBenchmark>;
  const nowcast = sizeOf(own);
  const inside = of.filter((p) => {
    const band = p.stages[at]!.density.intervals.find((x) => x.level === 80)!;
    return p.actual >= band.lower && p.actual <= band.upper;
  }).length;
  const last = errors((s) => s.naive);
  const least = LEAST[all[0]!.period.includes("Q") ? "Q" : "M"];
  const better = nowcast.rmse < Math.min(against.naive.rmse, against.seasonalNaive.rmse);
  return {
    sample,
    daysBefore,
    n: of.length,
    nowcast,
    against,
    nearer: own.filter((e, i) => Math.abs(last[i]!) - Math.abs(e) > ALIKE).length,
    coverage80: (100 * inside) / of.length,
    standing: of.length < least ? "too-few" : better ? "passed" : "lost-to-naive",
  };
}

function sizeOf(errors: readonly number[]): ErrorSize {
  const mean = (f: (e: number) => number): number => errors.reduce((s, e) => s + f(e), 0) / errors.length;
  return { rmse: Math.sqrt(mean((e) => e * e)), mae: mean(Math.abs) };
}
