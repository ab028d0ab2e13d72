import { expect, it } from "vitest";
import { targetInForce } from "../../../models/indicators/annualTargets.ts";
import { nowcastChances } from "./nowcastChances.ts";

const before = { period: "2025-Q1", value: 5.4, day: "2025-04-16" };
const told = (mean: number, sd: number) => ({
  period: "2025-Q2",
  density: { mean, sd, intervals: [] },
  before,
});
const goal = { year: 2025, value: 5, announced: "2025-03-05" };

it("growth is held against the goal and the quarter before, on the side where it stands", () => {
  const [above, previous] = nowcastChances(told(5, 0.5), "gdp.yoy", 1, goal);
  expect(above).toMatchObject({ kind: "goal", side: "above", line: 5 });
  expect(above!.probability).toBeCloseTo(50, 9);
  expect(previous).toMatchObject({ kind: "previous", side: "below" });
  // Φ(0.8) of a standard normal.
  expect(previous!.probability).toBeCloseTo(78.81446, 4);
  expect(previous!.label.zh).toBe("低于2025年一季度 5.4% 的可能");
});

it("prices are held against zero", () => {
  const [zero] = nowcastChances(told(-0.1, 0.1), "cpi.yoy", 1, null);
  expect(zero).toMatchObject({ kind: "zero", side: "below", line: 0 });
  expect(zero!.probability).toBeCloseTo(84.13447, 4);
});

it("a goal that was not set is no line, and one of the year before is named by its year", () => {
  expect(nowcastChances(told(5, 1), "gdp.yoy", 1, { ...goal, value: null }).map((c) => c.kind)).toEqual([
    "previous",
  ]);
  const [earlier] = nowcastChances(told(5, 1), "gdp.yoy", 1, { ...goal, year: 2024 });
  expect(earlier!.label).toEqual({
    zh: "高于2024年目标 5.0% 的可能（2025年目标尚未公布）",
    en: "Chance of more than the 2024 goal of 5.0% (that of 2025 is not out yet)",
  });
  expect(earlier!.goalYear).toBe(2024);
});

it("on the day the goal of the year is read the figure is held against it, and no earlier", () => {
  const on = (day: string) =>
    nowcastChances({ ...told(5, 1), period: "2023-Q1" }, "gdp.yoy", 1, targetInForce("gdp", 2023, day))[0];
  expect(on("2023-03-04")).toMatchObject({ line: 5.5, goalYear: 2022 });
  expect(on("2023-03-04")!.label.zh).toContain("2023年目标尚未公布");
  expect(on("2023-03-05")).toMatchObject({ line: 5, goalYear: 2023 });
  expect(on("2023-03-05")!.label).toEqual({
    zh: "高于2023年目标 5.0% 的可能",
    en: "Chance of more than the 2023 goal of 5.0%",
  });
});

it("a density without width is certain", () => {
  expect(nowcastChances(told(5.5, 0), "gdp.yoy", 1, goal)[0]!.probability).toBe(100);
});
