import { describe, expect, it } from "vitest";
import { bandLineDrawing } from "./bandLineDrawing.ts";
import { part, testContext } from "./testContext.ts";

const index = {
  name: "综合警情指数",
  decimals: 1,
  periods: ["2025-01", "2025-02", "2025-03"],
  values: [95, null, 88.4],
  min: [95, 80, 86],
  max: [95, 104, 92],
  bounds: [70, 85, 115, 130] as const,
  scale: [60, 140] as const,
};

describe("the warning index over five zones", () => {
  it("the zones lie between the dated bounds, from cold to overheating", () => {
    const { option } = bandLineDrawing(index, testContext);
    const zones = part(option, "series", 0, "markArea", "data") as { yAxis: number }[][];
    expect(zones.map(([a, b]) => [a?.yAxis, b?.yAxis])).toEqual([
      [60, 70],
      [70, 85],
      [85, 115],
      [115, 130],
      [130, 140],
    ]);
  });

  it("a month with missing members shows how far the index could lie, on the drawing and in words", () => {
    const { option, twin } = bandLineDrawing(index, testContext);
    expect(part(option, "series", 0, "markLine", "data", "length")).toBe(2);
    expect(twin.rows[1]?.cells).toEqual(["未到齐，可能在 80.0–104.0"]);
    expect(twin.rows[2]?.cells).toEqual(["88.4（未到齐，可能在 86.0–92.0）"]);
  });

  it("the latest value stands at the end of the line", () => {
    const { option } = bandLineDrawing(index, testContext);
    expect(part(option, "series", 0, "markPoint", "data", 0, "label", "formatter")).toBe("88.4");
  });
});
