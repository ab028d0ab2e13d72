import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import type { RiskAnalysis } from "../china/riskAnalysis.ts";
import { modelRisk } from "./modelRisk.ts";

/** A composite of April 2025 at p, its band from `low` on, against a level of 55 percent. */
function told(p: number | null, low: number | null, more: Partial<RiskAnalysis> = {}): RiskAnalysis {
  return {
    day: "2025-05-31",
    months: ["2025-04"],
    composite: { level: 90, value: [p], lower: [low], upper: [p] },
    contributions: [
      { event: "growth-slump", title: { zh: "增长下滑", en: "Growth slump" }, points: [10], proven: [true] },
      {
        event: "overheating",
        title: { zh: "物价过热", en: "Overheating of prices" },
        points: [(p ?? 10) - 10],
        proven: [false],
      },
      {
        event: "export-slump",
        title: { zh: "出口下滑", en: "Export slump" },
        points: [null],
        proven: [true],
      },
    ],
    cutoff: 55,
    provenThen: [true],
    cutoffs: [55],
    outcomes: [null],
    record: {
      auroc: 0.74,
      aurocLower: 0.63,
      aurocUpper: 0.88,
      permutationP: 0.01,
      brier: 0.2,
      brierOfFrequency: 0.24,
      months: 151,
    },
    seed: 1,
    ...more,
  };
}

const judge = (result: RiskAnalysis | null) =>
  modelRisk.evaluate(
    { "gdp.yoy": seriesFrom("gdp.yoy", "2025-Q1", [5.4], { frequency: "Q" }) },
    modelRisk.defaults,
    contextOf("2025-05-31", "gdp.yoy", { analysis: () => result }),
  );

describe("the odds that any risk event begins", () => {
  it.each([
    [70, 55, "none"],
    [70, 55.1, "watch"],
    [75, 60, "watch"],
    [75.1, 60, "warning"],
    [90.1, 60, "critical"],
    [99, 54, "none"],
  ])("of %d percent, with a band from %d on, are %s against a level of 55", (p, low, severity) => {
    expect(judge(told(p, low))).toMatchObject({ severity });
  });
  it("name the event that brings most, and lean its way", () => {
    const signal = judge(told(80, 60));
    expect(signal).toMatchObject({
      direction: "hot",
      value: 5.4,
      details: { mostEn: "Overheating of prices" },
    });
    const evidence = signal.kind === "decided" ? signal.evidence : [];
    expect(evidence.map((e) => e.value)).toEqual([60, 0.74, 10, 70, null]);
    // Overheating is no event whose own probability a record supports.
    const research = evidence.filter((e) => e.condition.zh.includes("仅供研究")).map((e) => e.value);
    expect(research).toEqual([70]);
  });
  it("say nothing without a level, which an unproven composite has not", () => {
    expect(judge(told(99, 98, { cutoff: null, provenThen: [false] }))).toMatchObject({ severity: "none" });
  });
  it("are undecided where none was made, where no event can begin, and where they are old", () => {
    expect(judge(null)).toMatchObject({ kind: "undecided", reason: "missing-input" });
    expect(judge(told(null, null))).toMatchObject({ kind: "undecided", reason: "too-short" });
    expect(judge(told(80, 60, { months: ["2024-12"] }))).toMatchObject({
      kind: "undecided",
      reason: "stale",
    });
  });
});
