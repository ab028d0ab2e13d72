import { describe, expect, it } from "vitest";
import { minimiseBetween } from "./goldenSection.ts";

describe("search between two bounds", () => {
  it("finds the lowest point of a smooth and of a kinked function", () => {
    expect(minimiseBetween((x) => (x - 2) ** 2 + 3, -10, 9).x).toBeCloseTo(2, 7);
    expect(minimiseBetween((x) => Math.abs(x - 0.3), 0, 1).x).toBeCloseTo(0.3, 7);
  });

  it("ends at a bound where the function falls towards it", () => {
    expect(minimiseBetween((x) => x, 1, 2).x).toBeCloseTo(1, 6);
  });
});
