import type { Frequency } from "../series/frequency.ts";
import { nextPeriod } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import type { Forecast, ForecastModel } from "./contract.ts";
import { promiseSeries } from "./promiseSeries.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** What every forecast model promises. `check` returns what is broken, or null. */
export interface Promised {
  title: string;
  check(model: ForecastModel, frequency: Frequency): string | null;
}

const LEVELS = [50, 80, 95] as const;
const SEED = 7;
const LONG: Readonly<Record<Frequency, number>> = { A: 40, Q: 60, M: 96, W: 160, D: 120 };

const long = (frequency: Frequency): Series => promiseSeries(frequency, LONG[frequency]);
const trained = (model: ForecastModel, target: Series, seed = SEED) =>
  model.fit({ target, drivers: [], seed }, model.defaults);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const PROMISES: readonly Promised[] = [
  {
    title: "starts right after the target",
    check(model, frequency) {
      const target = long(frequency);
      const expected = nextPeriod(target.periods.at(-1)!, frequency, 1, target.basis);
      const { start } = trained(model, target).predict(2, LEVELS);
      return start === expected
        ? null
        : `the forecast starts at ${start}; the target ends just before ${expected}`;
    },
  },
  {
    title: "gives one finite figure per period and both ends of every level asked for",
    check(model, frequency) {
      return shapeOf(trained(model, long(frequency)).predict(8, LEVELS), 8, LEVELS);
    },
  },
  {
    title: "wider levels contain narrower ones",
    check(model, frequency) {
      const { intervals } = trained(model, long(frequency)).predict(8, [95, 50, 80]);
      const [narrow, middle, wide] = [...intervals].sort((a, b) => a.level - b.level);
      const inside = (a: typeof narrow, b: typeof narrow) =>
        a!.lower.every((low, h) => low >= b!.lower[h]! && a!.upper[h]! <= b!.upper[h]!);
      return inside(narrow, middle) && inside(middle, wide) ? null : "a narrower interval leaves a wider one";
    },
  },
  {
    title: "the first three steps are the same whether three or thirty are asked for",
    check(model, frequency) {
      const fitted = trained(model, long(frequency));
      const three = fitted.predict(3, LEVELS);
      const thirty = fitted.predict(30, LEVELS);
      const worst = Math.max(
        ...three.mean.map((m, h) => Math.abs(m - thirty.mean[h]!) / Math.max(1, Math.abs(m))),
      );
      return worst < 1e-9 ? null : `the first three means differ by ${worst} between horizons 3 and 30`;
    },
  },
  {
    title: "the same seed repeats",
    check(model, frequency) {
      const [a, b] = [1, 2].map(() => trained(model, long(frequency)).predict(6, LEVELS));
      return same(a, b) ? null : "two fits with one seed give different forecasts";
    },
  },
  {
    title: "a combination tells its members, and their weights add to one",
    check({ combines, ...model }, frequency) {
      if (!combines) return null;
      const { members = [] } = trained(model, long(frequency));
      const strangers = members.filter((m) => !combines.includes(m.model));
      if (strangers.length > 0) return `${strangers[0]!.model} is a member that it does not name`;
      const sum = members.reduce((total, m) => total + m.weight, 0);
      return Math.abs(sum - 1) < 1e-9 ? null : `the weights of ${members.length} members add to ${sum}`;
    },
  },
  {
    title: "fitted figures stand beside the target's",
    check(model, frequency) {
      const target = long(frequency);
      const { fitted } = trained(model, target);
      if (fitted.length !== target.values.length)
        return `${fitted.length} fitted figures for ${target.values.length} cells`;
      return fitted.every((v) => v === null || Number.isFinite(v)) ? null : "a fitted figure is not finite";
    },
  },
  {
    title: "parameters are finite numbers",
    check(model, frequency) {
      const broken = Object.entries(trained(model, long(frequency)).parameters).filter(
        ([, v]) => !Number.isFinite(v),
      );
      return broken.length === 0 ? null : `parameters ${broken.map(([k, v]) => `${k} = ${v}`).join(", ")}`;
    },
  },
  {
    title: "leaves the target as it was",
    check(model, frequency) {
      const target = long(frequency);
      const before = JSON.stringify(target);
      trained(model, target).predict(3, LEVELS);
      return JSON.stringify(target) === before ? null : "fitting changed the target";
    },
  },
  {
    title:
      "where it can be refitted, the refit starts after the longer target and leaves the first fit as it was",
    check(model, frequency) {
      const first = trained(model, long(frequency));
      if (!first.refit) return null;
      const before = JSON.stringify(first.predict(3, LEVELS));
      const longer = promiseSeries(frequency, LONG[frequency] + 5);
      const again = first.refit(longer).predict(3, LEVELS);
      const expected = nextPeriod(longer.periods.at(-1)!, frequency, 1, longer.basis);
      if (again.start !== expected) return `the refit starts at ${again.start}; expected ${expected}`;
      if (JSON.stringify(first.predict(3, LEVELS)) !== before) return "refitting changed the first fit";
      return shapeOf(again, 3, LEVELS);
    },
  },
  {
    title: "fits the shortest series it says it needs",
    check(model, frequency) {
      const target = promiseSeries(frequency, model.minObservations(frequency, model.defaults));
      return shapeOf(trained(model, target).predict(2, LEVELS), 2, LEVELS);
    },
  },
  {
    title: "refuses a shorter one, saying what was found and what was needed",
    check(model, frequency) {
      const needed = model.minObservations(frequency, model.defaults);
      const refusal = thrownBy(() => trained(model, promiseSeries(frequency, needed - 1)));
      if (refusal === null) return `fitted ${needed - 1} figures though it needs ${needed}`;
      return refusal.code === "not-enough-data" && refusal.message.includes(String(needed))
        ? null
        : `refused with “${refusal.message}” (${refusal.code}); expected not-enough-data naming ${needed}`;
    },
  },
  {
    title: "drivers it does not use change nothing",
    check(model, frequency) {
      if (model.supports.drivers) return null;
      const target = long(frequency);
      const driver = { ...promiseSeries(frequency, LONG[frequency] + 12), indicator: "example.driver" };
      const alone = trained(model, target).predict(4, LEVELS);
      const beside = model.fit({ target, drivers: [driver], seed: SEED }, model.defaults).predict(4, LEVELS);
      return same(alone, beside) ? null : "a driver changed the forecast though the model says it uses none";
    },
  },
  {
    title: "bridges gaps, or names the period of the first it cannot",
    check(model, frequency) {
      const at = LONG[frequency] - 10;
      const target = promiseSeries(frequency, LONG[frequency], [at, at + 3]);
      if (model.supports.gaps) return shapeOf(trained(model, target).predict(5, LEVELS), 5, LEVELS);
      const refusal = thrownBy(() => trained(model, target));
      if (refusal === null) return "bridged a gap though it says it cannot";
      return refusal.message.includes(target.periods[at]!)
        ? null
        : `met a gap in ${target.periods[at]} and said “${refusal.message}”`;
    },
  },
];

function shapeOf(forecast: Forecast, horizon: number, levels: readonly number[]): string | null {
  const finite = (list: readonly number[]) => list.length === horizon && list.every(Number.isFinite);
  if (!finite(forecast.mean)) return `mean is not ${horizon} finite numbers: ${forecast.mean.join(", ")}`;
  for (const level of levels) {
    const interval = forecast.intervals.find((i) => i.level === level);
    if (!interval) return `no interval of ${level} %`;
    if (!finite(interval.lower) || !finite(interval.upper))
      return `the ${level} % interval is not ${horizon} finite pairs`;
    if (interval.lower.some((low, h) => low > interval.upper[h]!))
      return `the ${level} % interval is upside down`;
  }
  return null;
}

function thrownBy(work: () => unknown): Refusal | null {
  try {
    work();
    return null;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}
