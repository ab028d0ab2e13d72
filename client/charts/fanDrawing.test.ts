import { describe, expect, it } from "vitest";
import { fanDrawing } from "./fanDrawing.ts";
import { part, testContext } from "./testContext.ts";

const cpi = {
  name: "CPI",
  unit: "percent",
  decimals: 1,
  history: { periods: ["2025-01", "2025-02", "2025-03"], values: [0.5, -0.7, -0.1] },
  forecast: {
    periods: ["2025-04", "2025-05"],
    mean: [0, 0.1],
    intervals: [
      { level: 80, lower: [-0.4, -0.6], upper: [0.4, 0.8] },
      { level: 95, lower: [-0.7, -1], upper: [0.7, 1.2] },
    ],
  },
  target: { value: 2, label: "年度预期目标" },
};

describe("a forecast fan", () => {
  const { option, twin, cursor } = fanDrawing(cpi, testContext);

  it("wider bands lie behind, each a lower line and a width that may cross zero", () => {
    expect(part(option, "series", 0, "stackStrategy")).toBe("all");
    expect(part(option, "series", 0, "data")).toEqual([null, null, -0.1, -0.7, -1]);
    const width = part(option, "series", 1, "data") as (number | null)[];
    expect(width.map((v) => (v === null ? null : Number(v.toFixed(6))))).toEqual([null, null, 0, 1.4, 2.2]);
    expect(part(option, "series", 3, "name")).toBe("80% 区间");
  });

  it("the forecast hangs on the last figure, dashed", () => {
    expect(part(option, "series", 5, "data")).toEqual([null, null, -0.1, 0, 0.1]);
    expect(part(option, "series", 5, "lineStyle", "type")).toEqual([5, 4]);
  });

  it("the table says the forecast and its intervals, the file keeps both bounds", () => {
    expect(twin.columns).toEqual(["实际", "预测", "95% 区间", "80% 区间"]);
    expect(twin.rows[3]?.cells).toEqual(["", "0.0%", "−0.7 – 0.7", "−0.4 – 0.4"]);
    expect(twin.rows[3]?.raw).toEqual([null, 0, [-0.7, 0.7], [-0.4, 0.4]]);
  });

  it("the keyboard reads history on its line and the forecast on its own", () => {
    expect(cursor(1)).toEqual([4, 1]);
    expect(cursor(3)).toEqual([5, 3]);
  });

  it("the target is on the axis even where no figure comes near it", () => {
    expect(part(option, "yAxis", "max")).toBeGreaterThanOrEqual(2);
  });

  it("a narrow drawing names the goal above itself, where no line crosses its words", () => {
    const narrow = fanDrawing(cpi, { ...testContext, compact: true });
    expect(narrow.keys.map((k) => k.name)).toEqual(["实际", "预测", "年度预期目标 2.0%"]);
    expect(JSON.stringify(narrow.option)).not.toContain("年度预期目标");
    expect(JSON.stringify(option)).toContain("年度预期目标 2.0%");
  });

  it("without a model that passed its gate only history is drawn", () => {
    const bare = fanDrawing({ ...cpi, forecast: null }, testContext);
    expect(bare.twin.rows).toHaveLength(3);
    expect(part(bare.option, "series", "length")).toBe(2);
  });
});
