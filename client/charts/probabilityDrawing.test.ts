import { describe, expect, it } from "vitest";
import { type ProbabilityData, probabilityDrawing } from "./probabilityDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data: ProbabilityData = {
  name: "出口下滑",
  periods: ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"],
  main: {
    name: "合成概率",
    values: [20, 30.4, null, 40, null],
    level: 90,
    lower: [10, 20, null, 30, null],
    upper: [35, 44, null, 62, null],
  },
  others: [{ name: "概率回归", values: [25, 35, null, 45, null] }],
  cutoff: { name: "平均频率", values: [36, 36, 36, 37, 37] },
  marked: { name: "事件持续", yes: "是", months: [false, false, true, false, true], openEnd: "进行中" },
};

describe("a probability with its band", () => {
  const { option, twin, cursor, keys } = probabilityDrawing(data, testContext);

  it("stacks the width of the band upon its lower end, and gaps stay gaps", () => {
    expect(part(option, "series", 0, "data")).toEqual([10, 20, null, 30, null]);
    expect(part(option, "series", 1, "data")).toEqual([25, 24, null, 32, null]);
    expect(part(option, "series", 2, "data")).toEqual(data.main.values);
    expect(part(option, "series", 0, "stackStrategy")).toBe("all");
  });

  it("starts at zero and never passes one hundred", () => {
    expect(part(option, "yAxis", "min")).toBe(0);
    const high = probabilityDrawing(
      { ...data, main: { ...data.main, upper: [99.9, 99, null, 99, null] } },
      testContext,
    );
    expect(part(high.option, "yAxis", "max")).toBe(100);
  });

  it("marks each run of months once and names only the one that is not over", () => {
    const areas = part(option, "series", 2, "markArea", "data") as { xAxis: string; name?: string }[][];
    expect(areas.map(([a, b]) => [a!.xAxis, b!.xAxis, a!.name])).toEqual([
      ["2024-03", "2024-03", ""],
      ["2024-05", "2024-05", "进行中"],
    ]);
  });

  it("the table says value, band, the others, the level and the marked months, unrounded beside", () => {
    expect(twin.columns).toEqual(["合成概率", "90% 区间", "概率回归", "平均频率", "事件持续"]);
    expect(twin.rows[1]?.cells).toEqual(["30%", "20 – 44", "35%", "36%", ""]);
    expect(twin.rows[2]?.cells).toEqual(["—", "", "—", "36%", "是"]);
    expect(twin.rows[1]?.raw[0]).toBe(30.4);
  });

  it("the cursor stops where something is drawn; every line has its key", () => {
    expect(cursor(1)).toEqual([2, 1]);
    expect(cursor(2)).toBeNull();
    expect(keys.map((k) => k.name)).toEqual(["合成概率", "概率回归", "平均频率"]);
  });
});
