import { describe, expect, it } from "vitest";
import { pastNowcastDrawing } from "./pastNowcastDrawing.ts";
import { part, testContext } from "./testContext.ts";

const past = {
  name: "GDP",
  unit: "percent",
  decimals: 1,
  periods: ["2019-Q4", "2020-Q1", "2020-Q2"],
  actual: [6, -6.8, 3.2],
  told: [6, -4.5, null],
  lower: [5.6, -7.5, null],
  upper: [6.4, -1.5, null],
  level: 80,
  naive: [6, 6, -6.8],
  selected: 1,
};

describe("how it was", () => {
  const { option, twin, keys, cursor } = pastNowcastDrawing(past, testContext);

  it("the table says the figure, what was told with its interval, and the last figure", () => {
    expect(twin.columns).toEqual(["首次公布", "当时预测", "80% 区间", "沿用上期"]);
    expect(twin.rows[1]?.cells).toEqual(["−6.8%", "−4.5%", "−7.5 – −1.5", "6.0%"]);
    expect(twin.rows[2]?.cells).toEqual(["3.2%", "—", "—", "−6.8%"]);
    expect(twin.rows[2]?.raw).toEqual([3.2, null, null, -6.8]);
  });
  it("the band may cross zero and has a gap where nothing was told", () => {
    expect(part(option, "series", 1, "data")).toEqual([expect.closeTo(0.8, 9), 6, null]);
  });
  it("the chosen period is marked", () => {
    expect(part(option, "series", 4, "markArea", "data", 0, 0, "xAxis")).toBe("2020-Q1");
    expect(part(option, "series", 4, "markPoint", "data", 0, "coord")).toEqual([1, -6.8]);
  });
  it("lines differ in dash as well as hue, and the keyboard reads the figures", () => {
    expect(new Set(keys.map((k) => String(k.dash))).size).toBe(3);
    expect(cursor(2)).toEqual([4, 2]);
    expect(cursor(3)).toBeNull();
  });
});
