import { describe, expect, it } from "vitest";
import { part, testContext } from "./testContext.ts";
import { vintageDrawing } from "./vintageDrawing.ts";

const gdp = {
  name: "GDP",
  unit: "percent",
  decimals: 1,
  periods: ["2024-Q3", "2024-Q4", "2025-Q1"],
  vintages: ["2024-10-18", "2025-01-17", "2025-04-16"],
  values: [
    [4.6, null, 4.7],
    [null, 5.4, null],
    [null, null, 5.4],
  ],
};

describe("what was said first against what is said now", () => {
  const { option, twin } = vintageDrawing(gdp, testContext);

  it("a revised quarter has two different figures, an unrevised one the same twice", () => {
    expect(twin.rows.map((r) => r.raw)).toEqual([
      [4.6, 4.7],
      [5.4, 5.4],
      [5.4, 5.4],
    ]);
  });

  it("a day that published nothing about a quarter leaves the earlier word standing", () => {
    expect(part(option, "series", 3, "data")).toEqual([4.6, 5.4, null]);
  });

  it("before its first publication a quarter has no figure on that day", () => {
    expect(part(option, "series", 2, "data")).toEqual([4.6, null, null]);
  });
});
