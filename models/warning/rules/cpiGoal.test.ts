import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { cpiGoal } from "./cpiGoal.ts";

const judge = (value: number, start = "2024-12", asOf = "2025-01-20") =>
  cpiGoal.evaluate(
    { "cpi.ytd-yoy": seriesFrom("cpi.ytd-yoy", start, [value], { basis: "year-to-date" }) },
    cpiGoal.defaults,
    contextOf(asOf, "cpi.ytd-yoy"),
  );

describe("consumer prices against the goal of about 3 % for 2024", () => {
  it.each([
    [3, "none", "cold"],
    [3.1, "watch", "hot"],
    [3.5, "watch", "hot"],
    [3.6, "warning", "hot"],
    [4.5, "warning", "hot"],
    [4.6, "critical", "hot"],
    [1.5, "none", "cold"],
    [1.4, "watch", "cold"],
    [1, "watch", "cold"],
    [0.9, "warning", "cold"],
    [-0.5, "warning", "cold"],
    [-0.6, "critical", "cold"],
  ])("%d %% is %s on the %s side", (value, severity, direction) => {
    expect(judge(value)).toMatchObject({ severity, direction, threshold: 3 });
  });
});

it("January's figure is held against last year's goal until March, against the new one after", () => {
  expect(judge(0.2, "2025-01", "2025-02-28")).toMatchObject({ threshold: 3, severity: "warning" });
  expect(judge(0.2, "2025-01", "2025-03-05")).toMatchObject({ threshold: 2, severity: "watch" });
});
