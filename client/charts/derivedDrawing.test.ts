import { describe, expect, it } from "vitest";
import { derivedDrawing } from "./derivedDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data = {
  name: "用电量",
  unit: "percent",
  decimals: 1,
  periods: ["2024-01", "2024-02", "2024-03", "2024-04"],
  values: [5, null, 11, 6.5],
  lower: [4, null, 10.9, 6.2],
  upper: [6, null, 11.1, 6.9],
  how: ["parted", null, "bridged", "differenced"] as const,
  months: [1, 0, 2, 1],
  period: 1 as const,
  rate: false,
  said: ["拆分", "无", "两个月合计", "推算"],
  words: { how: "来历", range: "范围", published: "公布值", parted: "拆分" },
};

describe("single periods out of running totals", () => {
  const { option, twin, cursor } = derivedDrawing(data, testContext);

  it("what covers several periods is in the table and not drawn", () => {
    expect(part(option, "series", 0, "data")).toEqual([5, null, null, 6.5]);
    expect(twin.rows[2]?.cells).toEqual(["11.0%", "10.9 – 11.1", "两个月合计"]);
    expect(cursor(2)).toBeNull();
    expect(cursor(3)).toEqual([0, 3]);
  });

  it("parted months are hollow points; ranges are whiskers at the figures drawn", () => {
    expect(part(option, "series", 3, "data")).toEqual([5, null, null, null]);
    expect(part(option, "series", 3, "name")).toBe("拆分");
    const lines = part(option, "series", 0, "markLine", "data") as unknown[];
    expect(lines).toHaveLength(2);
    expect(part(lines, 0, 0, "coord")).toEqual([0, 4]);
    expect(part(lines, 1, 1, "coord")).toEqual([3, 6.9]);
  });

  it("a rate of several months lies flat over them", () => {
    const rate = derivedDrawing({ ...data, rate: true }, testContext);
    expect(part(rate.option, "series", 0, "data")).toEqual([5, 11, 11, 6.5]);
    expect(part(rate.option, "series", 1, "data")).toEqual([null, 11, 11, null]);
  });

  it("every row says how it was made or why there is none", () => {
    expect(twin.rows.map((r) => r.cells[2])).toEqual(data.said);
  });
});
