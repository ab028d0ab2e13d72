import { describe, expect, it } from "vitest";
import { contributionDrawing } from "./contributionDrawing.ts";
import { part, testContext } from "./testContext.ts";

const gdp = {
  name: "GDP",
  unit: "percentage-point",
  decimals: 1,
  periods: ["2024-Q4", "2025-Q1"],
  parts: [
    { name: "最终消费", values: [1.6, 2.8] },
    { name: "资本形成", values: [1.3, 0.5] },
    { name: "净出口", values: [2.5, -0.4] },
  ],
  total: { name: "GDP 同比", values: [5.4, 5.4] },
};

describe("who carried the growth", () => {
  const { option, twin } = contributionDrawing(gdp, testContext);

  it("bars stack by sign and start at zero", () => {
    expect(part(option, "series", 0, "stackStrategy")).toBe("samesign");
    expect(part(option, "yAxis", "min")).toBeLessThanOrEqual(-0.4);
    expect(part(option, "yAxis", "max")).toBeGreaterThanOrEqual(5.4);
  });

  it("each part is named beside its last bar in its own colour", () => {
    expect(part(option, "series", 1, "data", 1, "label", "formatter")).toBe("资本形成");
    expect(part(option, "series", 1, "data", 0, "label")).toBeUndefined();
    expect(part(option, "series", 1, "data", 1, "label", "color")).toBe(
      part(option, "series", 1, "itemStyle", "color"),
    );
  });

  it("where the last bar is too low to carry names they stand in a key above, the total among them", () => {
    const keyed = contributionDrawing({ ...gdp, keyed: true }, testContext);
    expect(part(keyed.option, "series", 1, "data", 1, "label")).toBeUndefined();
    expect(keyed.keysAlways).toBe(true);
    expect(keyed.keys.map((k) => k.name)).toEqual(["最终消费", "资本形成", "净出口", "GDP 同比"]);
  });

  it("the table signs every contribution and shows the published total", () => {
    expect(twin.rows[1]?.cells).toEqual(["+2.8", "+0.5", "−0.4", "+5.4"]);
  });
});
