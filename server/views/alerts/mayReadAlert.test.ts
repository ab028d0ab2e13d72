import { describe, expect, it } from "vitest";
import type { User } from "../../../db/stores/contract.ts";
import { event } from "../../../models/analyses/event.ts";
import type { Grade } from "../../../models/indicators/indicator.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { mayReadAlert } from "./mayReadAlert.ts";

const analyst = { role: "analyst", grades: ["public", "internal", "sensitive"] } as unknown as User;
const alert = (rule: string, indicator: string) => ({ rule, subject: { indicator, region: "CHN" } });

/** The answer while one indicator is of another grade. */
function withGrade<T>(id: string, grade: Grade, ask: () => T): T {
  const indicator = indicatorById(id) as { grade: Grade };
  const before = indicator.grade;
  indicator.grade = grade;
  try {
    return ask();
  } finally {
    indicator.grade = before;
  }
}

describe("who may read an alert", () => {
  it("may read its subject", () => {
    const about = alert("ppi-deflation", "ppi.yoy");
    expect(mayReadAlert(analyst, about)).toBe(true);
    expect(withGrade("ppi.yoy", "important", () => mayReadAlert(analyst, about))).toBe(false);
    expect(mayReadAlert(analyst, alert("ppi-deflation", "no.such"))).toBe(false);
  });

  it("may read every figure behind a probability: its evidence tells of them", () => {
    const about = alert("event-probability", "ppi.yoy");
    expect(mayReadAlert(analyst, about)).toBe(true);
    const behind = event.reads("producer-deflation").filter((id) => id !== "ppi.yoy");
    expect(behind.length).toBeGreaterThan(3);
    for (const id of behind)
      expect(withGrade(id, "important", () => mayReadAlert(analyst, about))).toBe(false);
  });

  it("may read every member of the index that is judged", () => {
    const about = alert("index-light", "warning-index.nbs-10");
    expect(withGrade("m2.yoy", "important", () => mayReadAlert(analyst, about))).toBe(false);
  });

  it("a rule of many subjects speaks of one: another one's grade hides nothing", () => {
    const about = alert("release-overdue", "ppi.yoy");
    expect(withGrade("cpi.yoy", "important", () => mayReadAlert(analyst, about))).toBe(true);
  });
});
