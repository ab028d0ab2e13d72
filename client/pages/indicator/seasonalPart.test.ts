import { describe, expect, it } from "vitest";
import type { AdjustedFigures } from "../../../models/analyses/seasonalResult.ts";
import { seasonalPart } from "./seasonalPart.ts";

const result: AdjustedFigures = {
  mult: true,
  rebased: false,
  periods: ["2025-01", "2025-02", "2025-03"],
  original: [90, 110, 100],
  status: ["estimated", "normal", "normal"],
  adjusted: [100, 100, 102],
  trend: [100, 100.5, 101],
  seasonal: [0.9, 1.1, null],
  festival: [1, 1, 1],
  calendar: [1, 1, 1],
  irregular: [1, 0.995, 1.01],
  change: [null, 0, 2],
  quality: [],
  specification: [],
};
const names = { name: "n", original: "o", adjusted: "a", trend: "t", change: "c", part: "p" };
const unit = { unit: "hundred-million-yuan", decimals: 1 };

describe("what the chart shows of an adjustment", () => {
  it("levels: original behind, adjusted meant, trend beside, the monthly change in the table", () => {
    const data = seasonalPart(result, "level", { from: 1, to: 3 }, unit, names);
    expect(data.layers.map((l) => [l.name, l.role, l.values[0]])).toEqual([
      ["o", "quiet", 110],
      ["a", "main", 100],
      ["t", "second", 100.5],
    ]);
    expect(data.beside?.values).toEqual([0, 2]);
    expect(data.status).toEqual(["normal", "normal"]);
  });

  it("a factor is the percentage by which it moves the month; a gap stays one", () => {
    const data = seasonalPart(result, "seasonal", { from: 0, to: 3 }, unit, names);
    expect(data.unit).toBe("percent");
    expect(data.layers[0]!.values.map((v) => (v === null ? null : Number(v.toFixed(9))))).toEqual([
      -10,
      10,
      null,
    ]);
  });

  it("an amount that is added stays in the unit of the series", () => {
    const data = seasonalPart({ ...result, mult: false }, "irregular", { from: 0, to: 3 }, unit, names);
    expect(data.unit).toBe("hundred-million-yuan");
    expect(data.layers[0]!.values).toEqual([1, 0.995, 1.01]);
    const change = seasonalPart({ ...result, mult: false }, "change", { from: 0, to: 3 }, unit, names);
    expect(change.unit).toBe("hundred-million-yuan");
  });
});
