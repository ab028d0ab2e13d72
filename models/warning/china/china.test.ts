import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../../series/observation.ts";
import { slotOf } from "../../series/period.ts";
import { sliceSeries } from "../../series/series.ts";
import { testSeries } from "../../series/testSeries.ts";
import { CANDIDATES, candidatesOf } from "./candidates.ts";
import { candidateValue } from "./candidateValue.ts";
import { dangerMean } from "./dangerMean.ts";
import { type EventRule, eventStates } from "./eventRule.ts";
import { EVENT_RULES, eventRuleById } from "./eventRules.ts";
import { eventSample, sampleFrame } from "./eventSample.ts";
import { joinModels } from "./joinModels.ts";
import { knownMonths } from "./knownMonths.ts";
import { memberHeat } from "./memberHeat.ts";
import { realTimeProbit } from "./realTimeProbit.ts";
import { runningFrequency } from "./runningFrequency.ts";
import { signalIndex } from "./signalIndex.ts";
import { trailingScores } from "./trailingScores.ts";
import { warningLevel } from "./warningLevel.ts";

/** Observations of one indicator, told on a day of the month after. */
const spoken = (
  values: readonly (readonly [period: string, value: number | null, vintage: string])[],
): StoredObservation[] =>
  values.map(([period, value, vintage]) => ({
    indicator: "x",
    region: "CHN",
    period,
    value,
    status: value === null ? "missing" : "normal",
    reason: value === null ? "withdrawn" : null,
    vintage,
    vintageBasis: "publication-rule",
    load: 1,
    loadedAt: "2025-07-15T00:00:00.000Z",
  }));

function shipped(file: string, id: string): StoredObservation[] {
  const text = readFileSync(new URL(`../../../seed/figures/${file}.csv`, import.meta.url), "utf8");
  const rows = text.split("\n").map((l) => l.split(","));
  return spoken(
    rows.flatMap((r) =>
      r[0] === id && r[1] === "CHN" ? [[r[2]!, r[3] === "" ? null : Number(r[3]), r[6]!] as const] : [],
    ),
  );
}

const HISTORY: Record<string, StoredObservation[]> = {
  "iva.yoy": shipped("industry", "iva.yoy"),
  "ppi.yoy": shipped("ppi", "ppi.yoy"),
  "cpi.yoy": shipped("cpi", "cpi.yoy"),
  "exports.yoy": shipped("trade", "exports.yoy"),
};

/** States of an event month by month, told in real time. */
function statesOf(rule: EventRule, until = "2025-05-31"): Map<string, boolean | null> {
  const history = (): StoredObservation[] => HISTORY[rule.indicator]!.filter((o) => o.vintage <= until);
  const sample = eventSample(rule, [], history, sampleFrame([rule], [], history, until), 12);
  return new Map(sample.months.map((m, t) => [m, sample.states[t]!]));
}

describe("events of the Chinese base", () => {
  it("2008, 2012, 2015 and 2020 are growth slumps, 2010 is none", () => {
    const states = statesOf(eventRuleById("growth-slump"));
    for (const m of ["2008-12", "2012-08", "2015-06", "2020-03"]) expect(states.get(m)).toBe(true);
    expect(states.get("2010-06")).toBe(false);
  });
  it("producer prices fell in 2009, 2012 to 2016, late 2019 and since the end of 2022, not in 2017", () => {
    const states = statesOf(eventRuleById("producer-deflation"));
    for (const m of ["2009-06", "2012-06", "2016-06", "2019-10", "2023-06", "2025-03"])
      expect(states.get(m)).toBe(true);
    expect(states.get("2017-06")).toBe(false);
  });
  it("prices overheated in 2008, 2011 and 2019–20 and not in 2023; exports slumped in 2009 and not in 2021", () => {
    const hot = statesOf(eventRuleById("overheating"));
    for (const m of ["2008-05", "2011-07", "2020-01"]) expect(hot.get(m)).toBe(true);
    expect(hot.get("2023-07")).toBe(false);
    const exports = statesOf(eventRuleById("export-slump"));
    expect(exports.get("2009-06")).toBe(true);
    expect(exports.get("2021-06")).toBe(false);
  });
  it.each(EVENT_RULES.map((r) => [r.id, r] as const))(
    "%s: later vintages change no month once told",
    (_, rule) => {
      const whole = statesOf(rule);
      for (const until of ["2011-12-31", "2016-08-31", "2021-02-28"]) {
        const then = statesOf(rule, until);
        expect(then.size).toBeGreaterThan(30);
        for (const [month, state] of then) expect(state).toBe(whole.get(month));
      }
    },
  );
  it("a rule on a laid-out series keeps the state through a gap and sees nothing later", () => {
    const rule = eventRuleById("producer-deflation");
    const s = testSeries("2020-01", [1, -1, -1, -1, null, -2, 3]);
    expect(eventStates(rule, s)).toEqual([null, null, false, true, true, true, false]);
    expect(eventStates(rule, sliceSeries(s, 0, 4))).toEqual([null, null, false, true]);
  });
  it("an event nobody knows is refused by name, of rules and of candidates", () => {
    expect(() => eventRuleById("flood")).toThrow(/flood/);
    expect(() => candidatesOf("flood")).toThrow(/flood/);
  });
  it("every event has candidates, the first its own measure, each indicator once", () => {
    for (const rule of EVENT_RULES) {
      const ids = CANDIDATES[rule.id]!.map((c) => c.indicator);
      expect(ids[0]).toBe(rule.indicator);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("what was known month by month", () => {
  const history = spoken([
    ["2020-01", 1, "2020-02-10"],
    ["2020-02", 2, "2020-03-10"],
    ["2020-01", 9, "2020-04-10"],
    ["2020-03", 3, "2020-05-20"],
  ]);
  it("a month is told from what was out by the end of the month after it: revisions and late figures enter later", () => {
    const told = knownMonths(history, slotOf("2020-01", "M"), 4, ({ values }) => [...values]);
    expect(told).toEqual([[1], [1, 2], [9, 2, Number.NaN], [9, 2, 3, Number.NaN]]);
  });
  it("a month published by itself stands before one of two together, in either order", () => {
    for (const order of [0, 1]) {
      const pair = spoken([
        ["2020-02", 4, order === 0 ? "2020-03-10" : "2020-03-12"],
        ["2020-01/P2M", 7, "2020-03-11"],
      ]);
      const [, feb] = knownMonths(pair, slotOf("2020-01", "M"), 2, ({ values }) => [...values]);
      expect(feb).toEqual([Number.NaN, 4]);
    }
  });
});

describe("what is taken of a candidate", () => {
  const known = (from: string, values: readonly number[], combined: readonly number[] = []) => ({
    firstSlot: slotOf(from, "M"),
    values: Float64Array.from(values),
    combined: Uint8Array.from(values, (_, i) => (combined.includes(i) ? 1 : 0)),
  });
  const of = (transform: "mean3" | "change12" | "growth12" | "level-growth12") =>
    ({ indicator: "x", transform, unit: "percent", tail: "upper", measured: { zh: "", en: "" } }) as const;
  const ramp = Array.from({ length: 24 }, (_, i) => i + 1);
  it("means, changes and growths by hand", () => {
    expect(candidateValue(of("mean3"), known("2020-01", ramp))).toBe(23);
    expect(candidateValue(of("change12"), known("2020-01", ramp))).toBe(12);
    expect(candidateValue(of("growth12"), known("2020-01", ramp))).toBeCloseTo(100 * (222 / 78 - 1), 10);
    expect(candidateValue(of("level-growth12"), known("2020-01", ramp))).toBeCloseTo(100, 10);
  });
  it("two months late still counts, three do not; too short has no number", () => {
    const late = (n: number) => [...ramp, ...Array.from({ length: n }, () => Number.NaN)];
    expect(candidateValue(of("mean3"), known("2020-01", late(2)))).toBe(23);
    expect(candidateValue(of("mean3"), known("2020-01", late(3)))).toBeNaN();
    expect(candidateValue(of("growth12"), known("2020-01", ramp.slice(1)))).toBeNaN();
  });
  it("January–February as one stands in both; under festival both get their mean and January waits", () => {
    expect(candidateValue(of("mean3"), known("2020-12", [3, Number.NaN, 6], [2]))).toBe(5);
    const festival = { ...of("mean3"), festival: true } as const;
    expect(candidateValue(festival, known("2020-12", [3, 10, 2]))).toBe(5);
    expect(candidateValue(festival, known("2020-10", [1, 2, 3, 99]))).toBe(2);
  });
  it("the gap of two series is taken month by month; the measure of an event is not taken here", () => {
    expect(candidateValue(of("mean3"), known("2020-01", [5, 6, 7]), known("2019-12", [0, 1, 1, 1]))).toBe(5);
    const own = { ...of("mean3"), transform: "event-measure" } as const;
    expect(() => candidateValue(own, known("2020-01", ramp))).toThrow(/rule/);
  });
});

describe("probabilities in real time", () => {
  const n = 240;
  const window = 6;
  const states = Array.from({ length: n }, (_, t) => t % 48 >= 40);
  const onsets = states.flatMap((s, t) => (s && !states[t - 1] ? [t] : []));
  const outcomes = states.map((s, t) =>
    s || t + window >= n ? null : onsets.some((o) => o > t && o <= t + window),
  );
  const ready = states.map(() => true);
  const sample = { firstSlot: slotOf("2000-01", "M"), states, outcomes, ready };
  const leads = Float64Array.from(
    states,
    (_, t) => (onsets.some((o) => o > t && o - t <= window) ? 1.5 : -0.3) + (((t * 7) % 11) - 5) / 20,
  );
  const dull = Float64Array.from(states, (_, t) => (((t * 7) % 11) - 5) / 5);
  const options = { window, draws: 19, seed: 1 };
  const planted = realTimeProbit([sample], [[leads]], options);
  it("finds a planted leader, and gives one that tells nothing hardly a slope", () => {
    const at = (t: number): number => planted.paths[0]!.value[t]!;
    expect(at(180)).toBeGreaterThan(0.6);
    expect(at(170)).toBeLessThan(0.15);
    const nothing = realTimeProbit([sample], [[dull]], options);
    expect(nothing.coefficients.at(-1)![1]).toBeLessThan(0.3);
    expect(planted.coefficients.at(-1)![1]).toBeGreaterThan(0.8);
  });
  it("is null while the event is on and before an onset lies behind; draws come with every value", () => {
    const { value, draws } = planted.paths[0]!;
    states.forEach((s, t) => {
      expect(value[t] === null).toBe(s || t < 61);
      expect(draws[t] === null).toBe(value[t] === null);
    });
  });
  it("a month does not move when later months come", () => {
    const cut = 150;
    const early = {
      ...sample,
      states: states.slice(0, cut),
      outcomes: outcomes.slice(0, cut).map((o, t) => (t + window < cut ? o : null)),
      ready: ready.slice(0, cut),
    };
    const then = realTimeProbit([early], [[leads.slice(0, cut)]], options);
    expect(then.paths[0]!.value).toEqual(planted.paths[0]!.value.slice(0, cut));
    expect(then.paths[0]!.draws).toEqual(planted.paths[0]!.draws.slice(0, cut));
  });
  it("models without an edge are left out once one has it, and weights add up", () => {
    const nothing = realTimeProbit([sample], [[dull]], options);
    const [joined] = joinModels([sample], [nothing, planted], window);
    expect(joined!.weights[70]).toEqual([1, 0]);
    expect(joined!.weights[215]).toEqual([0, 1]);
    const told = joined!.weights.filter((_, t) => joined!.value[t] !== null);
    for (const w of told) expect(w.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
  it("the frequency is that of settled months alone", () => {
    const f = runningFrequency([sample], window);
    expect(f[window - 1]).toBeNull();
    expect(f[window]).toBe(0);
    expect(f[45]).toBeCloseTo(6 / 40, 12);
  });
  it("signals have an index between 0 and 1 whose points add up, and a month that does not move", () => {
    const danger = [leads, dull];
    const laid = {
      ...sample,
      onsets,
      danger,
      values: danger,
      months: states.map((_, t) => String(t)),
      measure: states.map(() => 0),
      reference: states.map(() => 0),
    };
    const told = signalIndex(laid, window);
    told.index.forEach((v, t) => {
      if (Number.isNaN(v)) return;
      expect(v).toBeGreaterThanOrEqual(0);
      expect(v).toBeLessThanOrEqual(1);
      expect(told.points[t]!.reduce((a, b) => a + b)).toBeCloseTo(v, 12);
    });
    expect(told.candidates[0]!.noiseToSignal!).toBeLessThan(0.5);
    const cut = 150;
    const early = signalIndex(
      {
        ...laid,
        months: laid.months.slice(0, cut),
        danger: danger.map((d) => d.slice(0, cut)),
        outcomes: outcomes.slice(0, cut).map((o, t) => (t + window < cut ? o : null)),
      },
      window,
    );
    expect(early.index).toEqual(told.index.slice(0, cut));
  });
});

describe("scores", () => {
  it("against the five years up to the month, turned; none where nothing moves", () => {
    const z = trailingScores(
      Float64Array.from({ length: 80 }, (_, t) => t % 2),
      -1,
    );
    expect(z[10]).toBeNaN();
    expect(z[79]).toBeCloseTo(-1, 12);
    expect(trailingScores(new Float64Array(40), 1)[39]).toBeNaN();
  });
  it("their mean needs half of the candidates", () => {
    const nan = Number.NaN;
    const mean = dangerMean(
      [
        [1, nan],
        [3, nan],
        [nan, 4],
      ].map((v) => Float64Array.from(v)),
    );
    expect([...mean]).toEqual([2, nan]);
  });
  it("a level that parts is found between the kinds; one that does not, or parts the wrong way, is none", () => {
    const values = Array.from({ length: 60 }, (_, t) => t / 60);
    expect(
      warningLevel(
        values,
        values.map((v) => v >= 0.5),
      ),
    ).toBe(0.5);
    expect(
      warningLevel(
        values,
        values.map((v) => v < 0.5),
      ),
    ).toBeNull();
    expect(
      warningLevel(
        values,
        values.map(() => null),
      ),
    ).toBeNull();
  });
});

describe("heat of a member", () => {
  const usual = Array.from({ length: 40 }, (_, t) => (t * 7) % 11);
  const hot = { indicator: "x", hot: "high", transform: "published" } as const;
  const first = slotOf("2020-01", "M");
  it("far above its past is hot, turned where high is cold, held within five, and never looks ahead", () => {
    const series = testSeries("2020-01", [...usual, 100, 5]);
    const told = memberHeat(hot, series, first, 42);
    expect(told.scores[40]).toBe(5);
    expect(memberHeat({ ...hot, hot: "low" }, series, first, 42).scores[40]).toBe(-5);
    expect(memberHeat(hot, testSeries("2020-01", usual), first, 40).scores).toEqual(told.scores.slice(0, 40));
  });
  it("a month without a figure, and one with too short a past, has none", () => {
    const told = memberHeat(hot, testSeries("2020-01", [...usual, null]), first, 42);
    expect(told.scores.slice(0, 5).every((s) => s === null)).toBe(true);
    expect(told.scores.slice(40)).toEqual([null, null]);
  });
  it("a quarterly member speaks in the last month of its quarter alone", () => {
    const series = testSeries("2018-Q1", [1, 2, 3, 1, 2, 3, 1, 9], { frequency: "Q" });
    const told = memberHeat(hot, series, slotOf("2019-10", "M"), 4);
    expect(told.values).toEqual([null, null, 9, null]);
    expect(told.scores[2]!).toBeGreaterThan(2);
  });
});
