import { describe, expect, it } from "vitest";
import { diffusionDrawing } from "./diffusionDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data = {
  name: "扩散",
  periods: ["2025-01", "2025-02", "2025-03"],
  groups: [
    { name: "先行", values: [100, null, 25] },
    { name: "一致", values: [null, null, 50] },
  ],
  phases: [{ from: 1, to: 2, name: "扩张期（未定）", label: "未定", open: true }],
};

describe("the strips of diffusion", () => {
  const { option, twin, cursor } = diffusionDrawing(data, testContext);

  it("are bars from the middle: up where more rise than fall, down in another colour where fewer do", () => {
    expect(part(option, "series", 0, "data", 0)).toMatchObject({ value: 50 });
    expect(part(option, "series", 0, "data", 2)).toMatchObject({ value: -25 });
    expect(part(option, "series", 0, "data", 0, "itemStyle", "color")).not.toBe(
      part(option, "series", 0, "data", 2, "itemStyle", "color"),
    );
    expect(part(option, "series", 0, "data", 1)).toBeNull();
  });

  it("have an axis of shares: 0, 50 and 100 %", () => {
    const write = part(option, "yAxis", 0, "axisLabel", "formatter") as (v: number) => string;
    expect([-50, 0, 50].map(write)).toEqual(["0", "50", "100%"]);
  });

  it("tell the shares themselves in the table, a gap as a gap, and the phase in full", () => {
    expect(twin.rows[0]).toMatchObject({ cells: ["100%", "—", ""], raw: [100, null, null] });
    expect(twin.rows[2]!.cells).toEqual(["25%", "50%", "扩张期（未定）"]);
  });

  it("name the unsettled phase once, above the first strip", () => {
    expect(part(option, "series", 0, "markArea", "data", 0, 0, "label", "show")).toBe(true);
    expect(part(option, "series", 1, "markArea", "data", 0, 0, "label", "show")).toBe(false);
  });

  it("send the reader to the first strip that knows the month, and nowhere where none does", () => {
    expect([0, 1, 2].map(cursor)).toEqual([[0, 0], null, [0, 2]]);
  });
});
