import { describe, expect, it } from "vitest";
import { nelderMead } from "./nelderMead.ts";

describe("Nelder–Mead", () => {
  it("walks Rosenbrock's valley to its end", () => {
    const { x, value } = nelderMead((v) => (1 - v[0]!) ** 2 + 100 * (v[1]! - v[0]! ** 2) ** 2, [-1.2, 1], {
      tolerance: 1e-14,
    });
    expect(value).toBeLessThan(1e-12);
    expect(x[0]).toBeCloseTo(1, 5);
  });

  it("finds the corner of a function without a slope there", () => {
    const { x } = nelderMead((v) => Math.abs(v[0]! - 2) + Math.abs(v[1]! + 1), [5, 5], { tolerance: 1e-12 });
    expect(x[0]).toBeCloseTo(2, 4);
    expect(x[1]).toBeCloseTo(-1, 4);
  });

  it("keeps out of forbidden ground and stops in the end", () => {
    const bounded = nelderMead((v) => (v[0]! > 0 ? v[0]! + 1 / v[0]! : Number.NaN), [5]);
    expect(bounded.x[0]).toBeCloseTo(1, 3);
    const endless = nelderMead((v) => -v[0]!, [0], { maxEvaluations: 300 });
    expect(endless.evaluations).toBeLessThan(310);
  });
});
