import { describe, expect, it } from "vitest";
import { hamiltonFilter } from "./hamilton.ts";
import { line } from "./testFigures.ts";

describe("Hamilton", () => {
  it("refuses an exact line, whose lags all say the same", () => {
    expect(() => hamiltonFilter(line(160))).toThrow(/combination of the columns before it/);
  });
  it("finds the coefficients of a foreseeable series and leaves it no cycle", () => {
    // y(t) = y(t−8) + 4 exactly, with eight different starting figures.
    const start = [3, -1, 4, 1, -5, 9, 2, 6];
    const y = Float64Array.from({ length: 120 }, (_, t) => start[t % 8]! + 4 * Math.floor(t / 8));
    const fit = hamiltonFilter(y, { h: 8, p: 1 });
    expect(fit.coefficients[0]).toBeCloseTo(4, 9);
    expect(fit.coefficients[1]).toBeCloseTo(1, 9);
    expect(fit.cycle.slice(8).every((c) => Math.abs(c) < 1e-9)).toBe(true);
    expect(fit.cycle.slice(0, 8).every(Number.isNaN)).toBe(true);
  });
});
