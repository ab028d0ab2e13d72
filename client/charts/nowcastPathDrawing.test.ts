import { describe, expect, it } from "vitest";
import { newsScale } from "./newsDrawing.ts";
import { newsStyle } from "./newsStyle.ts";
import { type NowcastPathData, nowcastPathDrawing } from "./nowcastPathDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data: NowcastPathData = {
  name: "GDP",
  unit: "percent",
  decimals: 1,
  path: [
    { day: "2025-04-16", mean: 5.2, lower: 4.7, upper: 5.7 },
    { day: "2025-05-09", mean: 5.06, lower: 4.6, upper: 5.5 },
    { day: "2025-05-19", mean: 5.31, lower: 5, upper: 5.6 },
  ],
  level: 80,
  news: [
    { part: "production", name: "生产", values: [null, -0.2, 0.3] },
    { part: "trade", name: "外贸", values: [null, 0.06, -0.05] },
  ],
  lines: [{ value: 5, label: "年度目标" }],
  selected: 2,
};

describe("the path of a nowcast and its news", () => {
  const { option, twin, keys, cursor } = nowcastPathDrawing(data, testContext);

  it("stand one above the other on the same days, linked", () => {
    expect(part(option, "xAxis", 0, "data")).toEqual(data.path.map((p) => p.day));
    expect(part(option, "xAxis", 1, "data")).toEqual(data.path.map((p) => p.day));
    expect(part(option, "axisPointer", "link", 0, "xAxisIndex")).toBe("all");
    expect(part(option, "grid", 0, "left")).toBe(part(option, "grid", 1, "left"));
    expect(part(option, "grid", 0, "right")).toBe(part(option, "grid", 1, "right"));
  });

  it("the table's parts add up to each day's change", () => {
    expect(twin.columns).toEqual(["即时预测（%）", "80% 区间", "当日变动", "生产", "外贸"]);
    for (const row of twin.rows.slice(1)) {
      const [change, ...parts] = row.raw.slice(2) as number[];
      expect(Math.abs(parts.reduce((a, v) => a + v, 0) - change!)).toBeLessThan(1e-9);
    }
    expect(twin.rows[1]?.cells).toEqual(["5.1", "4.6 – 5.5", "−0.14", "−0.20", "+0.06"]);
    expect(twin.rows[0]?.cells[2]).toBe("");
  });

  it("bars stack by sign in the colours of their parts", () => {
    expect(part(option, "series", 3, "stackStrategy")).toBe("samesign");
    expect(part(option, "series", 3, "itemStyle", "color")).toBe(
      newsStyle("production", testContext.palette).fill,
    );
    expect(keys.map((k) => k.name)).toEqual(["生产", "外贸"]);
  });

  it("the axis of news holds every stack and zero", () => {
    const scale = newsScale(data.news, 3);
    expect(scale.min).toBeLessThanOrEqual(-0.2);
    expect(scale.max).toBeGreaterThanOrEqual(0.3);
    const small = newsScale([{ part: "survey", name: "调查", values: [null, -0.003] }], 2);
    expect([small.min, small.max]).toEqual([-0.05, 0.05]);
  });

  it("the chosen day is marked in both, the newest value is written at its end, the keyboard reads the line", () => {
    expect(part(option, "series", 2, "markArea", "data", 0, 0, "xAxis")).toBe("2025-05-19");
    expect(part(option, "series", 3, "markArea", "data", 0, 0, "xAxis")).toBe("2025-05-19");
    expect(part(option, "series", 2, "endLabel", "formatter")).toBe("5.3%");
    expect(cursor(1)).toEqual([2, 1]);
  });

  it("a path without news and intervals is a line alone", () => {
    const bare = nowcastPathDrawing(
      { ...data, news: [], path: data.path.map((p) => ({ ...p, lower: null, upper: null })) },
      testContext,
    );
    expect((bare.option.grid as unknown[]).length).toBe(1);
    expect((bare.option.series as unknown[]).length).toBe(1);
    expect(bare.twin.columns).toEqual(["即时预测（%）"]);
    expect(bare.cursor(1)).toEqual([0, 1]);
  });

  it("parts that are no news are told apart from those that are", () => {
    const all = (["production", "money", "revisions", "parameters"] as const).map((p) =>
      JSON.stringify(newsStyle(p, testContext.palette)),
    );
    expect(new Set(all).size).toBe(4);
  });
});
