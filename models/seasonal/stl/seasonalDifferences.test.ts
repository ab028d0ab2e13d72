import { describe, expect, it } from "vitest";
import { plainDifferences } from "../../arima/orderOfDifferencing.ts";
import { seasonalWalk } from "../../arima/testPaths.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { loessSeasonalStrength, seasonalDifferences } from "./seasonalDifferences.ts";

describe("differences by test", () => {
  const y = seasonalWalk(168, 8);
  it("takes a strong season out, and then one difference", () => {
    expect(loessSeasonalStrength(y, 12)).toBeGreaterThan(0.64);
    expect(seasonalDifferences(y, 12)).toBe(1);
    const w = y.slice(12).map((v, t) => v - y[t]!);
    for (const test of ["kpss", "adf", "pp"] as const)
      expect(plainDifferences(w, { test })).toBeGreaterThan(0);
  });
  it("leaves noise as it is, and stops at a series that stands still", () => {
    const { normal } = randomSource(6);
    const noise = Float64Array.from({ length: 150 }, () => normal());
    for (const test of ["kpss", "adf", "pp"] as const) expect(plainDifferences(noise, { test })).toBe(0);
    expect(seasonalDifferences(noise, 12)).toBe(0);
    expect(plainDifferences(new Float64Array(50).fill(2))).toBe(0);
    expect(plainDifferences(Float64Array.from({ length: 50 }, (_, t) => t))).toBeLessThanOrEqual(1);
  });
});
