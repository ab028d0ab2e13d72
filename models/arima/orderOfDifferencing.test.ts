import { describe, expect, it } from "vitest";
import { seasonalStrength } from "../statistics/seasonalStrength.ts";
import { orderOfDifferencing } from "./orderOfDifferencing.ts";
import { AR1, noise } from "./testPaths.ts";

describe("differencing", () => {
  it("differences a random walk once and stationary figures not at all, in most of twenty draws", () => {
    const seeds = Array.from({ length: 20 }, (_, i) => 7919 * (i + 1));
    const walks = seeds.map((seed) => {
      const walk = noise(200, seed);
      for (let t = 1; t < walk.length; t++) walk[t]! += walk[t - 1]!;
      return orderOfDifferencing(walk, 1).d;
    });
    const still = seeds.map((seed) => orderOfDifferencing(AR1(200, 0.3, seed), 1).d);
    // The test errs one time in twenty by design; a near-stationary path of a walk is as rare.
    expect(walks.filter((d) => d === 1).length).toBeGreaterThanOrEqual(16);
    expect(still.filter((d) => d === 0).length).toBeGreaterThanOrEqual(16);
  });
  it("takes a strong season out", () => {
    const y = noise(120, 2).map((e, t) => e + 10 * Math.sin((2 * Math.PI * t) / 12));
    expect(seasonalStrength(y, 12)).toBeGreaterThan(0.9);
    expect(orderOfDifferencing(y, 12).D).toBe(1);
  });
});
