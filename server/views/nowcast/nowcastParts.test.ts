import { describe, expect, it } from "vitest";
import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import { nowcastMove } from "./nowcastMove.ts";
import { partsOf } from "./nowcastParts.ts";

const item = (group: NewsStep["items"][number]["group"], impact: number): NewsStep["items"][number] => ({
  indicator: "iva.yoy",
  group,
  period: "2025-04",
  actual: 6.1,
  expected: 5.9,
  surprise: 0.2,
  weight: impact / 0.2,
  impact,
});
const step = (day: string, items: NewsStep["items"], revisions = 0, parameters = 0): NewsStep => ({
  day,
  items,
  revisions,
  parameters,
  change: items.reduce((a, i) => a + i.impact, revisions + parameters),
});

describe("the parts of a move", () => {
  it("are sums by group with revisions and re-estimation apart, and add up to the change", () => {
    const s = step(
      "2025-05-19",
      [item("production", 0.1), item("trade", -0.04), item("production", 0.03)],
      0.02,
      -0.01,
    );
    const parts = partsOf([s]);
    expect(parts.map((p) => p.part)).toEqual(["production", "trade", "revisions", "parameters"]);
    expect(parts[0]!.impact).toBeCloseTo(0.13, 12);
    expect(Math.abs(parts.reduce((a, p) => a + p.impact, 0) - s.change)).toBeLessThan(1e-9);
  });
  it("leave out what did not move it", () => {
    expect(partsOf([step("2025-05-19", [item("trade", 0)])])).toEqual([]);
  });
});

describe("the newest move", () => {
  const steps = [
    step("2025-05-09", [item("trade", 0.2)]),
    step("2025-05-15", [item("money", 0.01)]),
    step("2025-05-19", [item("production", -0.1), item("consumption", 0.04)]),
  ];
  it("is that of the last seven days, together, with the part that pulled most its own way", () => {
    const move = nowcastMove(steps, "2025-05-20")!;
    expect(move.thisWeek).toBe(true);
    expect(move.change).toBeCloseTo(-0.05, 12);
    expect(move.main).toEqual({ part: "production", impact: -0.1 });
  });
  it("is the last day's where nothing came in a week", () => {
    const move = nowcastMove(steps, "2025-06-05")!;
    expect(move).toMatchObject({ thisWeek: false, to: "2025-05-19" });
    expect(move.change).toBeCloseTo(-0.06, 12);
  });
  it("is none before the first step, and has no main part where all cancels", () => {
    expect(nowcastMove([], "2025-05-20")).toBeNull();
    expect(nowcastMove([step("2025-05-19", [item("trade", 0)])], "2025-05-20")!.main).toBeNull();
  });
});
