import { describe, expect, it } from "vitest";
import { boxCoxForecast } from "./boxCoxForecast.ts";

describe("forecasts carried back from the Box–Cox scale", () => {
  it("refuses a forecast that has left the range, and bounds an interval that has by the largest number", () => {
    expect(() => boxCoxForecast("2024-01", [3], [0.1], [80], -0.5)).toThrow(/range of the Box–Cox/);
    const { intervals } = boxCoxForecast("2024-01", [1.9], [1], [95], -0.5, "median");
    expect(intervals[0]!.upper[0]).toBe(Number.MAX_VALUE);
  });
});
