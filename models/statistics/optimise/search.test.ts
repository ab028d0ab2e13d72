import { describe, expect, it } from "vitest";
import { minimiseBetween } from "./goldenSection.ts";
import { nelderMead } from "./nelderMead.ts";

describe("Nelder–Mead", () => {
  it("walks Rosenbrock's valley to its end", () => {
    const { x, value } = nelderMead((v) => (1 - v[0]!) ** 2 + 100 * (v[1]! - v[0]! ** 2) ** 2, [-1.2, 1], {
      tolerance: 1e-14,
    });
    expect(value).toBeLessThan(1e-12);
    expect(x[0]).toBeCloseTo(1, 5);
  });

  it("keeps out of forbidden ground and stops in the end", () => {
    const bounded = nelderMead((v) => (v[0]! > 0 ? v[0]! + 1 / v[0]! : Number.NaN), [5]);
    expect(bounded.x[0]).toBeCloseTo(1, 3);
    const endless = nelderMead((v) => -v[0]!, [0], { maxEvaluations: 300 });
    expect(endless.evaluations).toBeLessThan(310);
  });
});

describe("search between two bounds", () => {
  it("finds the lowest point of a smooth and of a kinked function", () => {
    expect(minimiseBetween((x) => (x - 2) ** 2 + 3, -10, 9).x).toBeCloseTo(2, 7);
    expect(minimiseBetween((x) => Math.abs(x - 0.3), 0, 1).x).toBeCloseTo(0.3, 7);
  });

  it("ends at a bound where the function falls towards it", () => {
    expect(minimiseBetween((x) => x, 1, 2).x).toBeCloseTo(1, 6);
  });
});
