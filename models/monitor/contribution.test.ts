import { describe, expect, it } from "vitest";
import { contributionsFromGrowth, contributionsFromLevels } from "./contribution.ts";
import { distanceToTarget } from "./distanceToTarget.ts";

describe("contributions to growth", () => {
  it("of the parts add up to the growth of the whole", () => {
    const parts = [
      { id: "primary", before: 11.3, now: 11.7 },
      { id: "secondary", before: 106.1, now: 111.5 },
      { id: "tertiary", before: 183.2, now: 195.2 },
    ];
    const points = contributionsFromLevels(parts);
    const sum = (key: "before" | "now") => parts.reduce((s, p) => s + p[key], 0);
    expect(points.reduce((s, p) => s + p.points, 0)).toBeCloseTo(100 * (sum("now") / sum("before") - 1), 10);
  });

  it("from shares and real growth leave rounding as a residual, not hidden in a part", () => {
    // GDP of 2024: shares of 2023 and real growth by sector as published; the whole grew 5.0 %.
    const { points, residual } = contributionsFromGrowth(
      [
        { id: "primary", base: 89755, growth: 3.5 },
        { id: "secondary", base: 482589, growth: 5.3 },
        { id: "tertiary", base: 688238, growth: 5.0 },
      ],
      5.0,
    );
    expect(points.map((p) => Number(p.points.toFixed(2)))).toEqual([0.25, 2.03, 2.73]);
    expect(Math.abs(residual)).toBeLessThan(0.05);
  });

  it("are refused over a base that is not positive", () => {
    expect(() => contributionsFromLevels([{ id: "a", before: 0, now: 1 }])).toThrow(/positive base/);
  });
});

describe("distance to the year's target", () => {
  it("says what the rest of the year must grow", () => {
    // Half of last year's 200 passed, 4 % growth so far against a goal of 5 %: the rest must grow 6 %.
    const { gap, needed } = distanceToTarget({ growth: 4, target: 5, totalSoFar: 104, lastYear: 200 });
    expect([gap, needed]).toEqual([-1, expect.closeTo(6, 10)]);
  });
  it("asks nothing of a year that is over", () => {
    expect(distanceToTarget({ growth: 5, target: 5, totalSoFar: 210, lastYear: 200 }).needed).toBeNull();
  });
});
