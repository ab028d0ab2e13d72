import { describe, expect, it } from "vitest";
import { heavyTailedChange } from "./heavyTailedChange.ts";

describe("how much of a change to believe", () => {
  it("is little within the model's errors, nearly all far beyond them, and never more than is told", () => {
    const kept = [0.1, 0.5, 1, 3, 8, 20].map((d) => heavyTailedChange(d, 0.2, 0.5).mean / d);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.every((share) => share > 0 && share < 1)).toBe(true);
    expect(kept[0]).toBeLessThan(0.3);
    expect(kept.at(-1)).toBeGreaterThan(0.99);
  });

  it("treats rises and falls alike, and none as none", () => {
    const up = heavyTailedChange(1.3, 0.4, 0.6);
    const down = heavyTailedChange(-1.3, 0.4, 0.6);
    expect(down.mean).toBeCloseTo(-up.mean, 12);
    expect(down.sd).toBeCloseTo(up.sd, 12);
    expect(heavyTailedChange(0, 0.4, 0.6).mean).toBeCloseTo(0, 12);
  });

  it("is what the integral says, by a sum over draws of the change", () => {
    // Midpoints of 20 000 slices of the prior's range, weighed by prior and likelihood.
    let mass = 0;
    let first = 0;
    for (let i = 0; i < 20_000; i++) {
      const x = -50 + (i + 0.5) * 0.005;
      const w = (1 + (x / 0.3) ** 2 / 3) ** -2 * Math.exp(-0.5 * ((1 - x) / 0.5) ** 2);
      mass += w;
      first += w * x;
    }
    expect(heavyTailedChange(1, 0.3, 0.5).mean).toBeCloseTo(first / mass, 6);
  });

  it("refuses scales that are none", () => {
    expect(() => heavyTailedChange(1, 0, 1)).toThrow(/above 0/);
    expect(() => heavyTailedChange(1, 1, Number.NaN)).toThrow(/above 0/);
    expect(() => heavyTailedChange(Number.NaN, 1, 1)).toThrow(/finite/);
  });
});
