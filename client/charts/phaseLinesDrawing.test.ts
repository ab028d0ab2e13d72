import { describe, expect, it } from "vitest";
import { type PhaseLinesData, phaseLinesDrawing } from "./phaseLinesDrawing.ts";
import { part, testContext } from "./testContext.ts";

const data: PhaseLinesData = {
  name: "合成指数",
  decimals: 1,
  unit: "",
  periods: ["2024-01", "2024-02", "2024-03", "2024-04"],
  lines: [
    { name: "先行", values: [101, 100.5, null, 99] },
    { name: "一致", values: [100, 100.4, 100.8, 100.2], main: true },
  ],
  phases: [
    { from: 0, to: 1, name: "放缓", open: false },
    { from: 2, to: 3, name: "回升（未定）", open: true },
  ],
  baseline: 100,
};

describe("lines over the phases of a cycle", () => {
  it("shades every phase under the main line and marks the unsettled one by its edge, not by colour alone", () => {
    const { option } = phaseLinesDrawing(data, testContext);
    expect(part(option, "series", 0, "markArea")).toBeUndefined();
    const areas = part(option, "series", 1, "markArea", "data") as Record<string, unknown>[][];
    expect(areas.map(([a, b]) => [a?.xAxis, b?.xAxis])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(part(areas, 0, 0, "itemStyle", "borderType")).toBeUndefined();
    expect(part(areas, 1, 0, "itemStyle", "borderType")).toBe("dashed");
    expect(part(areas, 1, 0, "label", "formatter")).toBe("回升（未定）");
    expect(part(option, "series", 1, "markLine", "data", 0, "yAxis")).toBe(100);
  });

  it("writes fewer words above a phase than its table says, or none", () => {
    const phases = data.phases.map((p) => ({ ...p, label: p.open ? "未定" : "" }));
    const { option, twin } = phaseLinesDrawing({ ...data, phases }, testContext);
    const label = (i: number, key: string) =>
      part(option, "series", 1, "markArea", "data", i, 0, "label", key);
    expect([label(0, "show"), label(1, "show"), label(1, "formatter")]).toEqual([false, true, "未定"]);
    expect(twin.rows[3]!.cells[2]).toBe("回升（未定）");
  });

  it("leaves a name out where it would meet that of the newest phase", () => {
    const periods = Array.from(
      { length: 120 },
      (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    const phase = (from: number, to: number, name: string) => ({ from, to, name, open: false });
    const phases = [
      phase(5, 20, "收缩期"),
      phase(95, 105, "收缩期"),
      phase(110, 119, "未定 · 以往 80% 成立"),
    ];
    const lines = [{ name: "一致", values: periods.map(() => 100), main: true }];
    const { option } = phaseLinesDrawing({ ...data, periods, lines, phases }, testContext);
    const shown = [0, 1, 2].map((i) => part(option, "series", 0, "markArea", "data", i, 0, "label", "show"));
    expect(shown).toEqual([true, false, true]);
  });

  it("its table says every figure, the gap and the phase of the month", () => {
    const { twin } = phaseLinesDrawing(data, testContext);
    expect(twin.columns).toEqual(["先行", "一致", "阶段"]);
    expect(twin.rows[2]).toMatchObject({ cells: ["—", "100.8", "回升（未定）"], raw: [null, 100.8, null] });
  });

  it("the reader's cursor goes to the first line that knows the month", () => {
    const { cursor } = phaseLinesDrawing(data, testContext);
    expect(cursor(0)).toEqual([0, 0]);
    expect(cursor(2)).toEqual([1, 2]);
  });

  it("tells lines apart by dash as well as by hue", () => {
    const { keys } = phaseLinesDrawing(data, testContext);
    expect(keys[1]!.dash).toBeNull();
    expect(keys[0]!.dash).not.toBeNull();
    expect(keys[0]!.color).not.toBe(keys[1]!.color);
  });
});
