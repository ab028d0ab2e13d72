import { describe, expect, it } from "vitest";
import { comparisonDrawing } from "./comparisonDrawing.ts";
import { part, testContext } from "./testContext.ts";
import { twinTooltip } from "./tooltip.ts";

const monthly = {
  name: "CPI",
  unit: "percent",
  decimals: 1,
  periods: ["2025-01", "2025-02", "2025-03"],
  values: [0.5, null, -0.1],
};
const quarterly = {
  name: "GDP",
  unit: "percent",
  decimals: 1,
  periods: ["2024-Q4", "2025-Q1"],
  values: [5.4, 5.4],
};
const level = {
  ...monthly,
  name: "社会融资规模",
  unit: "hundred-million-yuan",
  decimals: 0,
  values: [70600, 22300, 58900],
};

describe("series compared on one time axis", () => {
  it("a quarter stands beside its last month, whatever the frequencies", () => {
    const { twin } = comparisonDrawing({ name: "对比", series: [monthly, quarterly] }, testContext);
    expect(twin.rows.map((r) => [r.head, ...r.cells])).toEqual([
      ["2024年四季度", "", "5.4%"],
      ["2025年1月", "0.5%", ""],
      ["2025年3月31日", "−0.1%", "5.4%"],
    ]);
  });

  it("a gap in one series is a gap in its line", () => {
    const { option } = comparisonDrawing({ name: "对比", series: [monthly] }, testContext);
    expect((part(option, "series", 0, "data") as [number, number | null][]).map(([, v]) => v)).toEqual([
      0.5,
      null,
      -0.1,
    ]);
    expect(part(option, "series", 0, "connectNulls")).toBe(false);
  });

  it("a daily rate is drawn as steps over the days without a quote", () => {
    const rate = { ...monthly, frequency: "D" as const, periods: ["2025-05-16", "2025-05-17", "2025-05-20"] };
    const { option, cursor } = comparisonDrawing({ name: "对比", series: [rate] }, testContext);
    expect(cursor(1)).toEqual([0, 1]);
    expect(part(option, "series", 0, "step")).toBe("end");
    expect(part(option, "series", 0, "data", "length")).toBe(2);
  });

  it("a rate set before the range opens its line", () => {
    const rate = { ...monthly, frequency: "D" as const, before: 3.1, values: [null, 3, null] };
    const { option, cursor } = comparisonDrawing({ name: "对比", series: [rate] }, testContext);
    expect((part(option, "series", 0, "data") as [number, number][]).map(([, v]) => v)).toEqual([3.1, 3]);
    expect(cursor(0)).toEqual([0, 1]);
  });

  it("series of one unit keep the decimals of their own", () => {
    const fine = { ...monthly, name: "SHIBOR", decimals: 3 };
    const { twin } = comparisonDrawing({ name: "对比", series: [monthly, fine] }, testContext);
    expect(twin.rows[0]?.cells).toEqual(["0.5%", "0.500%"]);
  });

  it("a second unit stands on the right, in its own scale", () => {
    const { option } = comparisonDrawing({ name: "对比", series: [monthly, level] }, testContext);
    expect(part(option, "yAxis", 1, "position")).toBe("right");
    expect(part(option, "yAxis", 1, "name")).toBe("万亿元");
    expect(part(option, "series", 1, "yAxisIndex")).toBe(1);
  });

  it("lines differ in dashes as well as in hue, and there are six at most", () => {
    const { option, keys } = comparisonDrawing({ name: "对比", series: Array(8).fill(monthly) }, testContext);
    expect(part(option, "series", "length")).toBe(6);
    expect(new Set(keys.map((k) => String(k.dash))).size).toBe(6);
  });

  it("the table and the file hold the series that are not drawn too", () => {
    const { twin } = comparisonDrawing({ name: "对比", series: Array(8).fill(monthly) }, testContext);
    expect(twin.rows[0]?.raw).toHaveLength(8);
  });

  it("a name from the catalogue cannot bring markup into the tip", () => {
    const { twin } = comparisonDrawing(
      { name: "x", series: [{ ...monthly, name: "<img src=x>" }] },
      testContext,
    );
    const tip = twinTooltip(twin, testContext).formatter as (p: unknown) => string;
    expect(tip([{ dataIndex: 0 }])).toContain("&lt;img");
    expect(tip([{ dataIndex: 0 }])).not.toContain("<img");
  });
});
