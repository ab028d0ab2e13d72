import { describe, expect, it } from "vitest";
import type { Analysis } from "../../models/analyses/contract.ts";
import { ANALYSES } from "../../models/analyses/registry.ts";
import { AppError } from "../../models/errors.ts";
import { heads } from "../../models/indicators/registry.ts";
import { readingsOf } from "../../models/readings/readings.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { seedHistories } from "./seedKnowledge.ts";

const seed = seedHistories();
/** Before the first figure of the base, and when the first years of some series were out. */
const DAYS = ["1990-01-31", "2006-07-31", "2008-06-30"];

/** What a day refuses of an analysis; nothing where it can be computed. */
function refusalOn(analysis: Analysis, subject: string, day: string): AppError[] {
  const read = analysis.reads(subject).map((indicator) => {
    const found = seed.get(inputKey(indicator, "CHN")) ?? seed.get(inputKey(indicator, "WLD"));
    return found ?? { head: { ...heads(indicator), region: "CHN" }, history: [] };
  });
  const end = analysis.until?.(subject);
  try {
    analysis.compute(subject, readingsOf(read, end !== undefined && end < day ? end : day), 1);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error];
  }
  return [];
}

describe.each(ANALYSES.map((a) => [a.id, a] as const))("%s", (_id, analysis) => {
  it("says in both languages what an early day had and what is needed, and never breaks", () => {
    const refused = DAYS.flatMap((day) => analysis.subjects.flatMap((s) => refusalOn(analysis, s, day)));
    expect(refused.length).toBeGreaterThan(0);
    for (const { code, words } of refused) {
      expect(code).toBe("not-enough-data");
      expect(words?.zh).toMatch(/\p{Script=Han}.*(需要|才能|据它判断)/u);
      expect(words?.en).toMatch(/need|begins with|reads it|told from/);
    }
  });
});
