import { describe, expect, it } from "vitest";
import { testSeries } from "../../series/testSeries.ts";
import { quarterGrowth } from "./quarterGrowth.ts";

describe("growth of single quarters from running growth", () => {
  it("gives back the growth that the running totals were made of, and lets published figures stand", () => {
    const base = [20, 24, 26, 30];
    const growth = [8, 7, 6, 9];
    const runningSum = (v: readonly number[]): number[] =>
      v.map((_, i) => v.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const real = runningSum(base.map((b, i) => b * (1 + growth[i]! / 100)));
    const totals = runningSum(base);
    const head = { frequency: "Q", basis: "year-to-date" } as const;
    const level = testSeries("2010-01/P3M", [...totals, ...totals], head);
    const grown = testSeries(
      "2011-01/P3M",
      real.map((r, i) => 100 * (r / totals[i]! - 1)),
      head,
    );
    const single = testSeries("2011-Q4", [99], { frequency: "Q" });
    const told = quarterGrowth(single, grown, level);
    expect(told.periods).toEqual(["2011-Q1", "2011-Q2", "2011-Q3", "2011-Q4"]);
    [8, 7, 6, 99].forEach((g, i) => {
      expect(told.values[i]).toBeCloseTo(g, 10);
    });
  });
});
