import { describe, expect, it } from "vitest";
import { lineDrawing } from "./lineDrawing.ts";
import { part, testContext } from "./testContext.ts";
import { readout } from "./tooltip.ts";

const industry = {
  name: "工业增加值",
  unit: "percent",
  decimals: 1,
  periods: ["2024-11", "2024-12", "2025-01", "2025-01/P2M", "2025-03", "2025-04", "2025-05"],
  values: [5.4, 6.2, null, 5.9, 7.7, null, 5.8],
  reasons: [null, null, "combined-with-next", null, null, "not-published", null],
};

describe("one series over time", () => {
  it("a gap is drawn as a gap; a combined January–February is drawn across both months", () => {
    const { option } = lineDrawing(industry, testContext);
    expect(part(option, "series", 0, "data")).toEqual([5.4, 6.2, 5.9, 5.9, 7.7, null, 5.8]);
    expect(part(option, "series", 1, "data")).toEqual([null, null, 5.9, 5.9, null, null, null]);
  });

  it("the table twin says why a month has no figure and names the combined period once", () => {
    const { twin } = lineDrawing(industry, testContext);
    expect(twin.rows.map((r) => `${r.head} ${r.cells[0]}`)).toEqual([
      "2024年11月 5.4%",
      "2024年12月 6.2%",
      "2025年1–2月 5.9%",
      "2025年3月 7.7%",
      "2025年4月 来源未公布",
      "2025年5月 5.8%",
    ]);
    expect(readout(twin, 2)).toBe("2025年1–2月：工业增加值 5.9%");
  });

  it("the cursor stops only where a figure is drawn", () => {
    const { cursor } = lineDrawing(industry, testContext);
    expect(cursor(2)).toEqual([0, 3]);
    expect(cursor(4)).toBeNull();
  });

  it("the normal band is named with its bounds", () => {
    const { option } = lineDrawing({ ...industry, bounds: [3, 4.5, 7, 8] }, testContext);
    expect(part(option, "series", 0, "markArea", "data", 0, 0, "name")).toBe("正常区间 4.5–7.0");
  });

  it("a band far from the figures does not flatten the line", () => {
    const { option } = lineDrawing({ ...industry, bounds: [300, 400, 700, 800] }, testContext);
    expect(part(option, "yAxis", "max")).toBeLessThan(20);
    expect(part(option, "series", 0, "markArea", "data")).toEqual([]);
  });

  it("a provisional last figure is a hollow dot and says so in the table", () => {
    const status = ["normal", "normal", "missing", "normal", "normal", "missing", "provisional"];
    const { option, twin } = lineDrawing({ ...industry, status }, testContext);
    expect(part(option, "series", 0, "markPoint", "data", 0, "itemStyle", "color")).toBe("#ffffff");
    expect(twin.rows.at(-1)?.cells).toEqual(["5.8%（初步）"]);
  });

  it("a rate that holds until it is changed is drawn as steps, and listed on its days of change only", () => {
    const lpr = {
      name: "LPR",
      unit: "percent",
      decimals: 2,
      periods: ["2025-05-16", "2025-05-17", "2025-05-19", "2025-05-20"],
      values: [3.1, null, null, 3],
      reasons: [null, "non-business-day", "no-announcement", null],
    };
    const { option, twin } = lineDrawing(lpr, testContext);
    expect(part(option, "series", 0, "data")).toEqual([3.1, 3.1, 3.1, 3]);
    expect(twin.rows.map((r) => r.period)).toEqual(["2025-05-16", "2025-05-20"]);
  });

  it("trillions of yuan share one unit on axis, end label and table", () => {
    const gdp = {
      name: "GDP",
      unit: "hundred-million-yuan",
      decimals: 1,
      periods: ["2022", "2023", "2024"],
      values: [1204724, 1294272, 1349084],
    };
    const { option, twin } = lineDrawing(gdp, testContext);
    expect(part(option, "yAxis", "name")).toBe("万亿元");
    expect(twin.rows.at(-1)?.cells).toEqual(["134.9 万亿元"]);
    expect(twin.rows.at(-1)?.raw).toEqual([1349084]);
  });
});
