import { describe, expect, it } from "vitest";
import { layeredDrawing } from "./layeredDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data = {
  name: "社零总额",
  unit: "hundred-million-yuan",
  decimals: 1,
  periods: ["2025-01", "2025-02", "2025-03"],
  status: ["estimated", "estimated", "normal"],
  layers: [
    { name: "原值", values: [43000, 40000, 41000], role: "quiet" as const },
    { name: "季节调整后", values: [41000, 41100, null], role: "main" as const },
  ],
  beside: { name: "环比", unit: "percent", decimals: 1, values: [null, 0.24, null] },
};

describe("several readings of one series", () => {
  const { option, twin, cursor, keys } = layeredDrawing(data, testContext);

  it("share one unit and scale; the one meant is the strongest and lies in front", () => {
    expect(part(option, "series", 0, "data")).toEqual([4.3, 4, 4.1]);
    expect(part(option, "series", 1, "data")).toEqual([4.1, 4.11, null]);
    expect(part(option, "series", 1, "lineStyle", "width")).toBe(2.4);
    expect(part(option, "series", 1, "z")).toBe(5);
    expect(keys.map((k) => k.name)).toEqual(["原值", "季节调整后"]);
  });

  it("the table keeps figures unrounded for files, marks what is estimated, and says a gap", () => {
    expect(twin.columns).toEqual(["原值", "季节调整后", "环比"]);
    expect(twin.rows[0]?.cells[0]).toMatch(/（估计数?值?）|（.*估.*）/);
    expect(twin.rows[2]?.cells.slice(1)).toEqual(["—", "—"]);
    expect(twin.rows[1]?.raw).toEqual([40000, 41100, 0.24]);
    expect(twin.rows[1]?.cells[2]).toBe("0.2%");
  });

  it("the keyboard reads the one meant", () => {
    expect(cursor(0)).toEqual([1, 0]);
    expect(cursor(2)).toBeNull();
  });
});
