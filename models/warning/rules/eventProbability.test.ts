import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import type { EventAnalysis } from "../china/eventAnalysis.ts";
import { eventProbability } from "./eventProbability.ts";

const one = (value: number | null) => ({ level: 90, value: [value], lower: [value], upper: [value] });

/** Producer prices in April 2025 with a probability p whose band begins at `low`, against a level of 30 percent. */
function told(p: number | null, low: number | null, more: Partial<EventAnalysis> = {}): EventAnalysis {
  return {
    day: "2025-05-31",
    id: "producer-deflation",
    title: { zh: "工业品通缩", en: "Deflation of producer prices" },
    definition: { zh: "", en: "" },
    reference: "ppi.yoy",
    window: 12,
    months: ["2025-04"],
    states: [false],
    candidates: [
      {
        indicator: "pmi.manufacturing",
        tail: "lower",
        q: 0.2,
        threshold: 49.3,
        value: 49,
        period: "2025-04",
        distance: -0.3,
        distanceInSd: -0.34,
        signalling: true,
        auroc: 0.95,
        aurocLower: 0.9,
        aurocUpper: 0.99,
        noiseToSignal: 0.2,
        caught: 4,
        onsets: 4,
        lead: 10,
        falseAlarmsPerYear: 0.3,
        permutationP: 0.01,
      },
    ],
    models: [],
    joined: { ...one(p), lower: [low] },
    contributions: [],
    proven: true,
    episodes: [{ period: "2012-04", similarity: 0.943, afterwards: -1.9, event: true }],
    cutoffs: [30],
    provenThen: [true],
    record: {
      auroc: 0.98,
      aurocLower: 0.9,
      aurocUpper: 1,
      permutationP: 0.05,
      caught: 4,
      onsets: 4,
      lead: 10.5,
      falseAlarmsPerYear: 0,
    },
    measure: [],
    figures: [],
    candidateValues: [],
    seed: 1,
    ...more,
  };
}

const judge = (result: EventAnalysis | null, asOf = "2025-05-31") =>
  eventProbability.evaluate(
    { "ppi.yoy": seriesFrom("ppi.yoy", "2025-04", [1.2]) },
    eventProbability.defaults,
    contextOf(asOf, "ppi.yoy", {
      analysis: (id, subject) => (id === "event" && subject === "producer-deflation" ? result : null),
    }),
  );

describe("the odds that an event begins within its window", () => {
  it.each([
    [50, 30, "none"],
    [50, 30.1, "watch"],
    [60, 40, "watch"],
    [60.1, 40, "warning"],
    [80, 40, "warning"],
    [80.1, 40, "critical"],
    [95, 29.9, "none"],
  ])("of %d percent, with a band from %d on, are %s against a level of 30", (p, low, severity) => {
    expect(judge(told(p, low))).toMatchObject({ severity });
  });
  it("say nothing without a record then proven, and nothing while the event is on", () => {
    expect(judge(told(95, 90, { provenThen: [false] }))).toMatchObject({ severity: "none" });
    expect(judge(told(null, null, { states: [true] }))).toMatchObject({ severity: "none" });
  });
  it("bring the probability, the record, the candidates and the months like today", () => {
    const signal = judge(told(70, 50));
    expect(signal).toMatchObject({
      direction: "cold",
      value: 1.2,
      details: { p: 0.7, low: 50, cutoff: 30, eventEn: "Deflation of producer prices", month: "2025-04" },
    });
    const evidence = signal.kind === "decided" ? signal.evidence : [];
    expect(evidence.map((e) => e.met)).toEqual([true, true, true, true, true]);
    expect(evidence[2]!.condition.en).toContain("4 of 4 events announced, 10.5 months ahead");
    expect(evidence[3]).toMatchObject({ value: 49, threshold: 49.3, unit: "percent" });
    expect(evidence[3]!.condition.zh).toContain("已越过0.3个标准差");
    expect(evidence[4]!.condition.zh).toContain("相似度94%");
  });
  it("are undecided where none was made, where too little was settled, and where they are old", () => {
    expect(judge(null)).toMatchObject({ kind: "undecided", reason: "missing-input" });
    expect(judge(told(null, null))).toMatchObject({ kind: "undecided", reason: "too-short" });
    expect(judge(told(70, 50, { months: ["2025-01"] }))).toMatchObject({
      kind: "undecided",
      reason: "stale",
    });
  });
  it("are undecided where nobody keeps analyses", () => {
    const signal = eventProbability.evaluate(
      { "ppi.yoy": seriesFrom("ppi.yoy", "2025-04", [1.2]) },
      eventProbability.defaults,
      contextOf("2025-05-31", "ppi.yoy"),
    );
    expect(signal).toMatchObject({ kind: "undecided", reason: "missing-input" });
  });
});
