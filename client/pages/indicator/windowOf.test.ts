import { describe, expect, it } from "vitest";
import { nextPeriod } from "../../../models/series/period.ts";
import { windowOf } from "./windowOf.ts";

const months = Array.from({ length: 240 }, (_, i) => nextPeriod("2005-06", "M", i));

describe("the range of a chart", () => {
  it("ten years of months are a hundred and twenty cells, up to the last", () => {
    const { from, to } = windowOf(months, { range: "10y" });
    expect([to - from, months[from], months[to - 1]]).toEqual([120, "2015-06", "2025-05"]);
  });

  it("three years of quarters are twelve cells", () => {
    const quarters = Array.from({ length: 40 }, (_, i) => nextPeriod("2015-Q1", "Q", i));
    const { from, to } = windowOf(quarters, { range: "3y" });
    expect(to - from).toBe(12);
  });

  it("a series shorter than the range is shown whole", () => {
    expect(windowOf(months.slice(-20), { range: "10y" })).toEqual({ from: 0, to: 20 });
  });

  it("fixed periods win over the range", () => {
    const { from, to } = windowOf(months, { range: "1y", start: "2008", end: "2009-06" });
    expect([months[from], months[to - 1]]).toEqual(["2008-01", "2009-06"]);
  });

  it("a range before the first figure is empty, not an error", () => {
    const { from, to } = windowOf(months, { range: "all", start: "1990", end: "1991" });
    expect(to - from).toBe(0);
  });
});
