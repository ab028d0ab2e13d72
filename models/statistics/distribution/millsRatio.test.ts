import { expect, it } from "vitest";
import { millsRatio } from "./millsRatio.ts";
import { normalDensity, normalUpper } from "./normal.ts";

it("is the tail over the density to a few units of the last place, at nodes, between them and far out", () => {
  let worst = 0;
  for (let i = 0; i <= 60_000; i++) {
    const x = i / 2000 + (i % 16) * 1e-6;
    const off = Math.abs((millsRatio(x) * normalDensity(x)) / normalUpper(x) - 1);
    // The tails beside it round the square of x.
    worst = Math.max(worst, off / (1 + (x * x) / 8));
  }
  expect(worst).toBeLessThan(1e-14);
});

it("begins at √(π/2), lies between x/(x² + 1) and 1/x, and is no number below 0", () => {
  expect(millsRatio(0)).toBeCloseTo(Math.sqrt(Math.PI / 2), 15);
  for (const x of [0.5, 3, 7.99, 8.01, 50, 1e6]) {
    expect(millsRatio(x)).toBeGreaterThan(x / (x * x + 1) - 1e-15);
    expect(millsRatio(x)).toBeLessThanOrEqual(1 / x);
  }
  expect(millsRatio(Number.POSITIVE_INFINITY)).toBe(0);
  expect(millsRatio(-1)).toBeNaN();
  expect(millsRatio(Number.NaN)).toBeNaN();
});
