import { describe, expect, it } from "vitest";
import { butterworth } from "./butterworth.ts";
import { line, walk, wave, worst } from "./testFigures.ts";

describe("Butterworth", () => {
  it("of order 1 passes half of the wave at its cut-off, and sharper orders less beyond it", () => {
    // 576 is a whole number of both waves: the cosine stands at 1.
    const middle = (order: number, period: number): number =>
      butterworth(wave(1153, period), { order, cutOffPeriod: 32 }).trend[576]!;
    for (const order of [1, 2, 4, 8]) {
      expect(middle(order, 32)).toBeCloseTo(0.5, 3);
      const ratio = Math.tan(Math.PI / 24) / Math.tan(Math.PI / 32);
      expect(middle(order, 24)).toBeCloseTo(1 / (1 + ratio ** (2 * order)), 3);
    }
  });
  it("stays itself at order 8 and eight years of months, where λ is 10²³", () => {
    const y = walk(720, 9);
    const { trend, cycle } = butterworth(y, { order: 8, cutOffPeriod: 96 });
    // A line is reproduced and the filter is symmetric in time, which rounding would break first.
    const back = butterworth(y.toReversed(), { order: 8, cutOffPeriod: 96 });
    expect(worst(back.trend.toReversed(), trend)).toBeLessThan(1e-7);
    expect(worst(cycle, new Float64Array(720))).toBeLessThan(40);
    expect(worst(butterworth(line(720), { order: 8, cutOffPeriod: 96 }).trend, line(720))).toBeLessThan(1e-7);
  });
});
