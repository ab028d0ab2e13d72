import { describe, expect, it } from "vitest";
import { niceScale } from "./niceScale.ts";

describe("round axis ends", () => {
  it("prices between −0.8 and 2.8 stand on an axis from −1 to 3", () => {
    expect(niceScale([-0.8, 2.8])).toEqual({ min: -1, max: 3, interval: 1, decimals: 0 });
  });

  it("holds every value", () => {
    for (const values of [
      [49.1, 50.3],
      [-5.4, 12.9],
      [1.349e6, 0.9e6],
      [0.001, 0.0042],
    ]) {
      const scale = niceScale(values);
      expect(scale.min).toBeLessThanOrEqual(Math.min(...values));
      expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values));
    }
  });

  it("bars keep zero on the axis", () => {
    expect(niceScale([3, 4, 5], 5, true).min).toBe(0);
  });

  it("a flat series and an empty one still have an axis", () => {
    expect(niceScale([2, 2]).min).toBeLessThan(2);
    expect(niceScale([null]).max).toBeGreaterThan(0);
  });
});
