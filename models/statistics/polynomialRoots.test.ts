import { describe, expect, it } from "vitest";
import { polynomialRoots } from "./polynomialRoots.ts";

const sorted = (c: readonly number[]) => polynomialRoots(c).sort((a, b) => a.re - b.re || a.im - b.im);

describe("roots of a polynomial", () => {
  it("are those it was multiplied from: (z − 1)(z − 2)(z² + 1)", () => {
    const roots = sorted([2, -3, 3, -3, 1]);
    [
      [0, -1],
      [0, 1],
      [1, 0],
      [2, 0],
    ].forEach(([re, im], i) => {
      expect(roots[i]!.re).toBeCloseTo(re!, 12);
      expect(roots[i]!.im).toBeCloseTo(im!, 12);
    });
  });
  it("of 1 + z + … + z¹¹ lie on the unit circle at the seasonal frequencies", () => {
    const roots = polynomialRoots(Array.from({ length: 12 }, () => 1));
    expect(roots).toHaveLength(11);
    for (const { re, im } of roots) {
      expect(Math.hypot(re, im)).toBeCloseTo(1, 12);
      const turns = (12 * Math.atan2(im, re)) / (2 * Math.PI);
      expect(turns).toBeCloseTo(Math.round(turns), 10);
    }
  });
  it("leave out leading zeros and keep those at zero", () => {
    expect(polynomialRoots([0, 0, 3, 0, 0])).toEqual([
      { re: 0, im: 0 },
      { re: 0, im: 0 },
    ]);
    expect(polynomialRoots([5])).toEqual([]);
  });
});
