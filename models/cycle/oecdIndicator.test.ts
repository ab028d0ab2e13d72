import { describe, expect, it } from "vitest";
import { growthCycle } from "./growthCycle.ts";
import { cycleMoments, normaliseCycle } from "./normaliseCycle.ts";
import { oecdIndicator } from "./oecdIndicator.ts";
import { level, logs, meanAbsolute, N, three, worst } from "./testComponents.ts";

describe("the OECD's indicator", () => {
  const reference = logs(level(N, 9, 0, 0.1));
  const parts = three.map(logs);
  const found = oecdIndicator(parts, reference);
  it("has the amplitude of its reference around 100", () => {
    const kind = "mean-absolute-deviation";
    expect(cycleMoments(found.amplitudeAdjusted, kind).mean).toBeCloseTo(100, 10);
    expect(cycleMoments(found.amplitudeAdjusted, kind).scale).toBeCloseTo(
      cycleMoments(found.reference.cycle, kind).scale,
      10,
    );
    expect(cycleMoments(found.trendRestored.map(Math.log), "standard-deviation").scale).toBeGreaterThan(0.1);
    expect(found.twelveMonthRate[N - 1]).toBeCloseTo(
      100 * (found.trendRestored[N - 1]! / found.trendRestored[N - 13]! - 1),
      10,
    );
  });
  it("does not know the unit of a component, and turns an inverted one over", () => {
    const other = oecdIndicator([parts[0]!.map((v) => 7 - 3 * v), parts[1]!, parts[2]!], reference, {
      inverted: [true, false, false],
    });
    expect(worst(other.amplitudeAdjusted, found.amplitudeAdjusted)).toBeLessThan(1e-8);
  });
  it("says nothing where 60 % of the weights or less are known", () => {
    const late = [
      parts[0]!,
      parts[1]!.slice().fill(Number.NaN, 0, 50),
      parts[2]!.slice().fill(Number.NaN, 0, 30),
    ];
    const open = oecdIndicator(late, reference);
    expect(open.average.findIndex((v) => !Number.isNaN(v))).toBe(30);
    expect(
      oecdIndicator(late, reference, { aggregate: "chained" }).average.findIndex((v) => !Number.isNaN(v)),
    ).toBe(30);
    expect(oecdIndicator(late, reference, { minShare: 0.7 }).average.findIndex((v) => !Number.isNaN(v))).toBe(
      50,
    );
  });
  it("runs its trend through a gap and not past the figures", () => {
    const holed = parts[0]!.slice().fill(Number.NaN, 0, 5).fill(Number.NaN, 100, 102);
    const { trend, cycle } = growthCycle(holed);
    expect(cycle.slice(0, 5).every(Number.isNaN)).toBe(true);
    expect(Math.abs(trend[100]! - growthCycle(parts[0]!).trend[100]!)).toBeLessThan(0.5);
    expect(() => growthCycle([Number.NaN, 1, 2])).toThrow(/found 2 in 3/);
  });
  it("normalises by the scale that is asked for, never by none", () => {
    expect(meanAbsolute(normaliseCycle(reference, { centre: 0 }))).toBeCloseTo(1, 10);
    const moments = cycleMoments(
      normaliseCycle(reference, { scale: "standard-deviation" }),
      "standard-deviation",
    );
    expect([moments.mean, moments.scale]).toEqual([expect.closeTo(100, 9), expect.closeTo(1, 10)]);
    expect(() => normaliseCycle([4, 4, 4])).toThrow(/spread 0/);
  });
});
