import { describe, expect, it } from "vitest";
import { GROWTH_TABLES, shippedSeries } from "../../../tests/bench/record/shippedSeries.ts";
import { isoDate, parseIsoDate } from "../../series/date.ts";
import { testSeries } from "../../series/testSeries.ts";
import { growthNowcast } from "./growthNowcast.ts";
import { GROWTH_SPECIFICATION } from "./growthSpecification.ts";
import { knownOn } from "./knownOn.ts";
import { pastNowcasts } from "./pastNowcasts.ts";
import { quarterGrowth } from "./quarterGrowth.ts";
import { specificationHash } from "./specification.ts";

const { members, running } = GROWTH_SPECIFICATION;
const shipped = shippedSeries(GROWTH_TABLES, [...members.map((m) => m.id), running!.growth, running!.level]);

describe("the nowcast of growth on shipped figures", () => {
  const quarters = [
    growthNowcast(shipped, GROWTH_SPECIFICATION, "2019-Q1", "2019-04-30"),
    growthNowcast(shipped, GROWTH_SPECIFICATION, "2023-Q2", "2023-07-31"),
  ];

  it("moves from each day of release to the next by news that add up", () => {
    for (const { path, news } of quarters) {
      expect(path.length).toBeGreaterThan(12);
      news.forEach((step, i) => {
        const moved = path[i + 1]!.density.mean - path[i]!.density.mean;
        const impacts = [...step.releases, ...step.revisions].reduce((sum, r) => sum + r.impact, 0);
        expect(Math.abs(impacts - moved)).toBeLessThan(1e-9);
        for (const r of step.releases) expect(Math.abs(r.weight * r.news - r.impact)).toBeLessThan(1e-9);
      });
    }
  });

  it("is the figure once that is published, and nests its intervals before", () => {
    const { path } = quarters[0]!;
    expect(path.at(-1)!.density).toMatchObject({ published: true, sd: 0 });
    expect(path.at(-1)!.density.mean).toBeCloseTo(6.4, 9);
    const [fifty, eighty, ninetyFive] = path[0]!.density.intervals;
    expect(eighty!.lower).toBeLessThan(fifty!.lower);
    expect(ninetyFive!.upper).toBeGreaterThan(eighty!.upper);
    expect(path.find((p) => p.day >= "2019-04-01")!.density.sd).toBeLessThan(path[0]!.density.sd);
  });

  it("sees nothing that came later", () => {
    const day = "2019-02-20";
    const cut = Object.fromEntries(Object.entries(shipped).map(([id, s]) => [id, knownOn(s, day)]));
    expect(growthNowcast(cut, GROWTH_SPECIFICATION, "2019-Q1", day)).toEqual(
      growthNowcast(shipped, GROWTH_SPECIFICATION, "2019-Q1", day),
    );
  });

  it("refuses a member that was not given, and a path that ends before it begins", () => {
    const { "iva.yoy": _, ...rest } = shipped;
    expect(() => growthNowcast(rest, GROWTH_SPECIFICATION, "2019-Q1", "2019-02-20")).toThrow(/iva\.yoy/);
    expect(() => growthNowcast(shipped, GROWTH_SPECIFICATION, "2019-Q1", "2018-02-20")).toThrow(/cannot end/);
  });
});

describe("how it was", () => {
  it("tells each published quarter of a year from a week before, and none after the day", () => {
    const past = pastNowcasts(shipped, GROWTH_SPECIFICATION, "2018-01-01", "2018-12-31");
    expect(past.map((p) => p.period)).toEqual(["2017-Q4", "2018-Q1", "2018-Q2", "2018-Q3"]);
    for (const p of past) {
      expect(p.told.published).toBe(false);
      expect(Math.abs(p.error)).toBeLessThan(0.5);
      expect(p.error).toBeCloseTo(p.told.mean - p.actual, 12);
    }
  });
});

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

describe("what was known on a day", () => {
  it("holds the figures of that day and none of the next", () => {
    const series = shipped["iva.yoy"]!;
    const at = series.periods.indexOf("2019-03");
    const day = series.vintages[at]!;
    expect(knownOn(series, day).values[at]).toBe(series.values[at]);
    expect(knownOn(series, isoDate(parseIsoDate(day)! - 1)).values[at]).toBeNull();
  });
});

it("a specification has one hash, and another with any change", () => {
  expect(specificationHash(GROWTH_SPECIFICATION)).toMatch(/^[0-9a-f]{8}$/);
  expect(specificationHash({ ...GROWTH_SPECIFICATION, order: 2 })).not.toBe(
    specificationHash(GROWTH_SPECIFICATION),
  );
});
