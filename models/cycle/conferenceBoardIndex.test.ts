import { describe, expect, it } from "vitest";
import { conferenceBoardIndex } from "./conferenceBoardIndex.ts";
import { afterChange, symmetricChange } from "./symmetricChange.ts";
import { mean, N, sumOf, three, worst } from "./testComponents.ts";

describe("The Conference Board's index", () => {
  const index = conferenceBoardIndex(three, { base: [100, 101, 102] });
  it("adds up: contributions to the change, changes to the index", () => {
    expect(worst(sumOf(index.contributions), index.sum)).toBeLessThan(1e-12);
    expect(index.factors.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    index.sum.forEach((r, t) => {
      expect(symmetricChange(index.index[t]!, index.index[t + 1]!)).toBeCloseTo(r, 9);
    });
    expect(mean(index.rebased.slice(100, 103))).toBeCloseTo(100, 10);
  });
  it("gives each component the same influence and does not know their units", () => {
    const shares = index.contributions.map((m) => {
      const centre = mean(m);
      return Math.sqrt(mean(m.map((v) => (v - centre) ** 2)));
    });
    expect(Math.max(...shares) / Math.min(...shares)).toBeCloseTo(1, 10);
    const other = conferenceBoardIndex(three.map((x, i) => x.map((v) => v * 10 ** i)));
    expect(worst(other.index, index.index)).toBeLessThan(1e-9);
  });
  it("grows like its target once that is given", () => {
    expect(mean(conferenceBoardIndex(three, { trendTarget: 0.25 }).adjusted)).toBeCloseTo(0.25, 12);
  });
  it("lets a late component in without a jump and marks a forecast one", () => {
    const late = three[2]!.slice().fill(Number.NaN, 0, 60);
    const open = three[1]!.slice().fill(Number.NaN, N - 2);
    const found = conferenceBoardIndex([three[0]!, open, late]);
    expect(found.estimated[1]!.slice(-3)).toEqual(Uint8Array.of(0, 1, 1));
    expect(found.estimated[2]!.every((v) => v === 0)).toBe(true);
    expect(found.contributions[2]!.slice(0, 60).every((v) => v === 0)).toBe(true);
    expect(found.index.every(Number.isFinite)).toBe(true);
    expect(worst(sumOf(found.contributions), found.sum)).toBeLessThan(1e-12);
  });
  it("refuses a component that never moves and one of another length", () => {
    expect(() => conferenceBoardIndex([three[0]!, new Float64Array(N).fill(5)])).toThrow(/component 2/);
    expect(() => conferenceBoardIndex([three[0]!, three[1]!.slice(1)])).toThrow(/240, 239/);
  });
  it("refuses a percent change of what is not positive, and a base outside the sample", () => {
    expect(() => conferenceBoardIndex([three[0]!, three[1]!.map((v) => v - 60)])).toThrow(/positive figures/);
    expect(() => conferenceBoardIndex(three, { base: [240] })).toThrow(/240 periods; found 240/);
    expect(() => conferenceBoardIndex(three, { base: [] })).toThrow(/found none/);
  });
  it("takes rates by their difference and spreads by their level", () => {
    expect(symmetricChange(4, 5)).toBeCloseTo(200 / 9, 12);
    expect(symmetricChange(4, 5, "difference")).toBe(1);
    expect(symmetricChange(4, 5, "level")).toBe(5);
    for (const kind of ["percent", "difference", "level"] as const)
      expect(afterChange(40, symmetricChange(40, 43, kind), kind)).toBeCloseTo(43, 12);
    // A rise and a fall of the same ratio cancel out.
    expect(symmetricChange(4, 5) + symmetricChange(5, 4)).toBe(0);
  });
});
