import { describe, expect, it } from "vitest";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { hodrickPrescottWithGaps } from "./hodrickPrescottWithGaps.ts";
import { walk, worst } from "./testFigures.ts";

describe("Hodrick–Prescott over gaps", () => {
  it("is the smoother that was not told: a figure on the trend changes nothing", () => {
    const y = walk(90, 13);
    const holed = y.slice();
    for (const t of [0, 30, 31, 32, 89]) holed[t] = Number.NaN;
    const without = hodrickPrescottWithGaps(holed, 1600);
    const filled = y.slice();
    for (const t of [0, 30, 31, 32, 89]) filled[t] = without.trend[t]!;
    expect(worst(hodrickPrescott(filled, 1600).trend, without.trend)).toBeLessThan(1e-9);
    expect(() => hodrickPrescottWithGaps(holed.fill(Number.NaN), 1600)).toThrow(/found 0 in 90/);
  });
  it("over periods yet to come goes on along its line and leaves the past as the plain filter has it", () => {
    const y = walk(90, 14);
    const open = new Float64Array(100).fill(Number.NaN);
    open.set(y);
    const { trend } = hodrickPrescottWithGaps(open, 14_400);
    expect(worst(trend.subarray(0, 90), hodrickPrescott(y, 14_400).trend)).toBeLessThan(1e-9);
    for (let t = 90; t < 100; t++) expect(trend[t]).toBeCloseTo(2 * trend[t - 1]! - trend[t - 2]!, 8);
  });
});
