import { describe, expect, it } from "vitest";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { walk, worst } from "./testFigures.ts";

describe("Hodrick–Prescott", () => {
  it("solves the first-order conditions y − τ = λK′Kτ", () => {
    const y = walk(60, 8);
    const { trend, cycle } = hodrickPrescott(y, 1600);
    const bend = (t: number): number => (t < 1 || t > 58 ? 0 : trend[t - 1]! - 2 * trend[t]! + trend[t + 1]!);
    const right = y.map((_, t) => 1600 * (bend(t - 1) - 2 * bend(t) + bend(t + 1)));
    expect(worst(cycle, right)).toBeLessThan(1e-8);
  });
  it("with λ = 0 gives the series back; with a huge λ the least-squares line", () => {
    const y = walk(50, 3);
    expect(worst(hodrickPrescott(y, 0).trend, y)).toBe(0);
    const { trend } = hodrickPrescott(y, 1e13);
    const bends = trend.map((v, t) => (t < 2 ? 0 : v - 2 * trend[t - 1]! + trend[t - 2]!));
    expect(worst(bends, new Float64Array(50))).toBeLessThan(1e-6);
    expect(hodrickPrescott(y, 1e13).cycle.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 5);
    expect(() => hodrickPrescott(y, -1)).toThrow(/λ/);
  });
});
