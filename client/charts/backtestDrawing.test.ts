import { describe, expect, it } from "vitest";
import { backtestDrawing } from "./backtestDrawing.ts";
import { part, testContext } from "./testContext.ts";

const path = {
  name: "CPI",
  unit: "percent",
  decimals: 1,
  periods: ["2025-01", "2025-02", "2025-03"],
  actual: [0.5, -0.7, null],
  predicted: [0.3, 0.4, 0],
  lower: [-0.1, 0, -0.5],
  upper: [0.7, 0.8, 0.5],
  level: 80,
};

describe("predictions against what came", () => {
  const { option, twin, cursor } = backtestDrawing(path, testContext);

  it("a figure outside the band is ringed, one inside is not", () => {
    expect(part(option, "series", 3, "markPoint", "data")).toEqual([{ coord: [1, -0.7] }]);
  });

  it("a month still to come shows its prediction and no actual", () => {
    expect(twin.rows[2]?.cells).toEqual(["—", "0.0%", "−0.5 – 0.5"]);
    expect(cursor(2)).toEqual([2, 2]);
  });
});
