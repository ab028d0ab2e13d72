import { describe, expect, it } from "vitest";
import { indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import type { Signal } from "../../models/warning/contract.ts";
import { judge, rulesTouched, seriesNeeded } from "../../models/warning/judge.ts";
import { messageOf } from "../../models/warning/messageOf.ts";
import { ruleById, WARNING_RULES } from "../../models/warning/registry.ts";
import { type Knowledge, snapshotOf } from "../../models/warning/snapshot.ts";
import { NAMES } from "../../server/jobs/names.ts";
import { seedAnalyses } from "./seedAnalyses.ts";
import { seedKnowledge } from "./seedKnowledge.ts";
import { recordOfModel } from "./warningInputs.ts";

/** A day in every half-year of the records, and the day the seed stands on. */
const DAYS = [
  ...Array.from({ length: 13 }, (_, i) => [`${2012 + i}-06-30`, `${2012 + i}-12-31`]).flat(),
  "2020-02-29",
  "2020-04-30",
  "2021-11-30",
  "2025-05-31",
];
const figures = seedKnowledge("2025-05-31", (indicator, _region, day) => ({
  model: "a-model",
  asOf: day,
  record: recordOfModel("a-model"),
  periods: Array.from({ length: 400 }, (_, i) => {
    const month = i % 12;
    return `${2010 + Math.floor(i / 12)}-${String(month + 1).padStart(2, "0")}`;
  }),
  mean: Array.from({ length: 400 }, () => (indicator === "pmi.manufacturing" ? 48 : day < "2018" ? 8 : -4)),
  sd: Array.from({ length: 400 }, () => 1),
}));
const knowledge: Knowledge = { ...figures, analysis: seedAnalyses(figures.series, "2025-05-31") };
/** The base of a day, with nothing later in it. */
const CUT = "2021-12-31";
const cut = cutOn(CUT);
const judged = DAYS.map((day) => ({ day, judgements: judge(WARNING_RULES, snapshotOf(knowledge, day)) }));
const byRule = (id: string): { day: string; signal: Signal }[] =>
  judged.flatMap(({ day, judgements }) =>
    judgements.filter((j) => j.rule.id === id && j.signal !== null).map((j) => ({ day, signal: j.signal! })),
  );

function cutOn(day: string): Knowledge {
  const series = new Map(
    [...figures.series].map(([key, { head, history }]) => [
      key,
      { head, history: history.filter((o) => o.vintage <= day) },
    ]),
  );
  const bounds = figures.bounds.filter((b) => b.validFrom <= day);
  return { ...figures, bounds, series, analysis: seedAnalyses(series, day) };
}

describe("the rule registry", () => {
  it("has at least ten rules, each under its own kebab-case id, covering every kind", () => {
    const ids = WARNING_RULES.map((r) => r.id);
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(WARNING_RULES.map((r) => r.kind))).toEqual(
      new Set(["level", "persistence", "target", "light", "probability", "region-gap", "release", "quality"]),
    );
    expect(ruleById("no-such-rule")).toBeNull();
  });

  it("reads only what the catalogue holds", () => {
    for (const { indicator, region } of seriesNeeded(WARNING_RULES)) {
      expect(indicatorById(indicator)).not.toBeNull();
      expect(regionByCode(region)).not.toBeNull();
    }
  });

  it("a new consumer price figure re-evaluates the rules that read consumer prices, and no other", () => {
    const touched = rulesTouched(WARNING_RULES, new Set(["cpi.yoy"])).map((r) => r.id);
    expect(touched).toContain("cpi-below-zero");
    expect(touched).not.toContain("house-price-gap");
  });
});

describe.each(WARNING_RULES.map((r) => [r.id, r] as const))("%s", (id, rule) => {
  const signals = byRule(id);
  const decided = signals.flatMap(({ day, signal }) => (signal.kind === "decided" ? [{ day, signal }] : []));

  it("says who chose its numbers and from which episodes, in both languages", () => {
    expect(rule.rationale.zh).toMatch(/本产品|《政府工作报告》|规定|方案/);
    expect(rule.rationale.zh.length).toBeGreaterThan(60);
    expect(rule.rationale.en.length).toBeGreaterThan(120);
    expect(rule.reference.text.length).toBeGreaterThan(10);
    expect(rule.title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(rule.title.en).toMatch(/^[A-Z]/);
  });

  it("judges subjects of the catalogue, each once, and never fails on the records of 2012 to 2025", () => {
    const keys = rule.subjects.map((s) => `${s.indicator} ${s.region}`);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { indicator } of rule.subjects) {
      expect(indicatorById(indicator)).not.toBeNull();
    }
    const failures = judged.flatMap(({ day, judgements }) =>
      judgements.filter((j) => j.rule === rule && j.failure !== null).map((j) => `${day} ${j.failure}`),
    );
    expect(failures).toEqual([]);
  });

  it("decides on real figures, about its own subject, from a period that had begun by that day", () => {
    expect(decided.length).toBeGreaterThan(0);
    for (const { day, signal } of decided) {
      expect(rule.subjects).toContainEqual(signal.subject);
      expect(Number.isFinite(signal.value)).toBe(true);
      expect(signal.period.slice(0, 4) <= day.slice(0, 4)).toBe(true);
      expect(signal.evidence.length).toBeGreaterThan(0);
    }
  });

  it("a signal that fires rests on evidence that is met, and its sentence is complete in both languages", () => {
    for (const { signal } of decided.filter((d) => d.signal.severity !== "none")) {
      expect(signal.evidence.some((e) => e.met)).toBe(true);
      const words = messageOf(rule, signal, NAMES);
      for (const text of [words.zh, words.en]) {
        expect(text).not.toMatch(/[{}]|NaN|undefined|null|Infinity/);
        expect(text.length).toBeGreaterThan(10);
      }
    }
  });

  it("without figures it is undecided and says which are missing", () => {
    const empty = { ...knowledge, series: new Map(), forecast: () => null };
    for (const j of judge([rule], snapshotOf(empty, "2025-05-31"))) {
      expect(j.signal).toMatchObject({ kind: "undecided", reason: "missing-input" });
    }
  });

  it("judging the same day twice gives the same answer", () => {
    const day = "2023-12-31";
    const again = judge([rule], snapshotOf(knowledge, day)).map((j) => j.signal);
    expect(again).toEqual(signals.filter((s) => s.day === day).map((s) => s.signal));
  });

  it("what is published later changes nothing of what was said", () => {
    const then = judge([rule], snapshotOf(cut, CUT)).map((j) => j.signal);
    expect(then).toEqual(signals.filter((s) => s.day === CUT).map((s) => s.signal));
  });
});

describe.each(["forecast-leaves-band", "event-probability", "model-risk"])(
  "%s, which speaks from a model",
  (id) => {
    const signals = byRule(id).flatMap(({ day, signal }) =>
      signal.kind === "decided" ? [{ day, signal }] : [],
    );

    it("says of every number what it comes from and its vintage, none later than the day", () => {
      const lines = signals.flatMap(({ day, signal }) => signal.evidence.map((e) => ({ day, ...e })));
      const numbers = lines.filter((e) => e.value !== null);
      expect(numbers.length).toBeGreaterThan(20);
      for (const { day, from, value } of numbers) {
        expect(Number.isFinite(value)).toBe(true);
        expect(from?.vintage).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(from!.vintage! <= day).toBe(true);
      }
    });

    it("carries the model's record against naive whenever it fires", () => {
      const fired = signals.filter(({ signal }) => signal.severity !== "none");
      expect(fired.length).toBeGreaterThan(0);
      for (const { signal } of fired) {
        const against = signal.evidence.filter((e) => e.unit === "times" && e.threshold === 1);
        expect(against).toHaveLength(1);
        expect(against[0]!.value!).toBeGreaterThan(0);
        expect(against[0]!.value!).toBeLessThan(2);
      }
    });
  },
);

describe("the episodes everyone remembers", () => {
  const said = (rule: string, day: string): unknown => {
    const { judgements } = judged.find((j) => j.day === day)!;
    return judgements.find((j) => j.rule.id === rule)?.signal;
  };

  it("the PMI of 35.7 in February 2020 is critical on the day it came out", () => {
    expect(said("pmi-below-50", "2020-02-29")).toMatchObject({
      severity: "critical",
      period: "2020-02",
      value: 35.7,
    });
  });

  it("growth of −6.8 in the first quarter of 2020 is critical", () => {
    expect(said("gdp-growth", "2020-04-30")).toMatchObject({
      severity: "critical",
      period: "2020-Q1",
      value: -6.8,
    });
  });

  it("producer prices up 13.5 in October 2021 are critical, and hot", () => {
    expect(said("ppi-level", "2021-11-30")).toMatchObject({
      severity: "critical",
      direction: "hot",
      period: "2021-10",
      value: 13.5,
    });
  });

  it("deflation was said to draw near in the middle of 2022, and the composite was high, on what was then known", () => {
    expect(probability("2022-06-30", "ppi.yoy")).toMatchObject({ severity: "watch", direction: "cold" });
    expect(told("model-risk", "2022-06-30")[0]).toMatchObject({ severity: "warning", direction: "cold" });
    expect(told("model-risk", "2017-09-30")[0]).toMatchObject({ severity: "none" });
  });

  it("no model announced the epidemic: in January 2020 the slowdown before it was told, at odds no higher than in autumn", () => {
    const [january, autumn] = ["2020-01-31", "2019-11-30"].map((day) => probability(day, "iva.yoy"));
    expect(january).toMatchObject({ severity: "watch", details: { month: "2019-12" } });
    expect(odds(january)).toBeLessThan(odds(autumn));
  });
});

const told = (rule: string, day: string): Signal[] =>
  judge([ruleById(rule)!], snapshotOf(knowledge, day)).map((j) => j.signal!);

const probability = (day: string, indicator: string): Signal | undefined =>
  told("event-probability", day).find((s) => s.kind === "decided" && s.subject.indicator === indicator);

const odds = (signal: Signal | undefined): number =>
  signal?.kind === "decided" ? Number(signal.details.p) : Number.NaN;
