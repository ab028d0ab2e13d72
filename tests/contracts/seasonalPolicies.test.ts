import { describe, expect, it } from "vitest";
import { seasonalAdjustment } from "../../models/analyses/seasonalAdjustment.ts";
import { INDICATORS } from "../../models/indicators/registry.ts";
import { type Readings, readingsOf } from "../../models/readings/readings.ts";
import { adjustSeries } from "../../models/seasonal/china/adjustSeries.ts";
import { apartMonths } from "../../models/seasonal/china/apartMonths.ts";
import { monthsToAdjust } from "../../models/seasonal/china/monthsToAdjust.ts";
import { NOT_ADJUSTED } from "../../models/seasonal/china/notAdjusted.ts";
import { SEASONAL_POLICIES, seasonalPolicyOf } from "../../models/seasonal/china/policies.ts";
import type { SeasonalPolicy } from "../../models/seasonal/china/seasonalPolicy.ts";
import {
  SPRING_FESTIVAL_WINDOW,
  springFestivalBlocks,
} from "../../models/seasonal/holidays/springFestivalBlocks.ts";
import { qsOfSeries } from "../../models/seasonal/quality/qsStatistic.ts";
import { worstBand } from "../../models/seasonal/quality/qualityBands.ts";
import type { Series } from "../../models/series/series.ts";
import { derivationOf } from "../../models/yearToDate/china/derivations.ts";
import { yearsOfFigures } from "../../models/yearToDate/china/yearsOfFigures.ts";
import { seedHistories } from "./seedKnowledge.ts";

const DAY = "2025-07-15";
const nation = new Map(
  [...seedHistories().values()].filter((s) => s.head.region === "CHN").map((s) => [s.head.indicator, s]),
);
const readings = (ids: readonly string[]): Readings =>
  readingsOf(
    ids.map((id) => nation.get(id)!),
    DAY,
  );
const series = (id: string): Series => readings([id]).series(id);

describe("every policy on the figures shipped", () => {
  it.each(SEASONAL_POLICIES.map((p) => p.indicator))("%s: every reading is good", (id) => {
    const { quality, adjusted, periods } = seasonalAdjustment.compute(
      id,
      readings(seasonalAdjustment.reads(id)),
      1,
    );
    expect(worstBand(quality)).toBe("good");
    const value = (measure: string) => quality.find((q) => q.measure === measure)?.value;
    expect(value("m7") ?? 0).toBeLessThan(1);
    expect(value("q") ?? 0).toBeLessThan(1);
    expect(value("qs")!).toBeGreaterThan(0.01);
    expect(value("festival-f")!).toBeGreaterThan(0.05);
    expect(adjusted.every((v) => v !== null)).toBe(true);
    expect(periods.length).toBeGreaterThan(120);
  });
});

describe("electricity's season was a change of coverage", () => {
  const policy = seasonalPolicyOf("electricity.ytd")!;
  it("as published QS finds season in the adjusted series, with the months that are none left out it does not", () => {
    const asPublished = adjustSeries(series("electricity.ytd"), policy).quality;
    expect(asPublished.qs.p).toBeLessThan(0.001);
    expect(asPublished.x11!.qs.modifiedAdjusted.p).toBeGreaterThan(0.9);
    const gaps = ["2019-12", "2020-12", "2021-12"].map((p) => 12 * Number(p.slice(0, 4)) + 11);
    const without = adjustSeries(series("electricity.ytd"), policy, undefined, {
      basis: { factors: [], gaps },
    });
    expect(without.quality.qs.p).toBeGreaterThan(0.5);
  });
});

describe("amounts without a policy", () => {
  const amounts = INDICATORS.filter(
    (i) => i.frequency === "M" && ["level", "flow", "ytd"].includes(i.measure) && nation.has(i.id),
  );
  const left = amounts.filter((i) => i.adjustment === "none" && !seasonalPolicyOf(i.id));

  it("have a reason of their own, a sibling that is adjusted, or too few months", () => {
    for (const { id } of left) {
      const own = derivationOf(id);
      const sibling = [own?.single, own?.total].some(
        (s) => s !== undefined && s !== id && (seasonalPolicyOf(s) ?? NOT_ADJUSTED[s]),
      );
      const few = series(id).values.length < 60;
      expect([id, Boolean(NOT_ADJUSTED[id]) || sibling || few]).toEqual([id, true]);
    }
    for (const id of Object.keys(NOT_ADJUSTED)) expect(left.map((i) => i.id as string)).toContain(id);
  });

  it("no season is found where none is said to be", () => {
    for (const [id, { zh }] of Object.entries(NOT_ADJUSTED)) {
      const { values } = monthsToAdjust(series(id));
      const whole = values.slice(values.findLastIndex(Number.isNaN) + 1);
      if (whole.length < 60) continue;
      expect([id, qsOfSeries(whole, 12).p > 0.01]).toEqual([id, zh.includes("看不出每年重复")]);
    }
  });

  const tried = (indicator: string, settings: Partial<SeasonalPolicy>, spans = false) =>
    adjustSeries(series(indicator), { ...seasonalPolicyOf("m2.level")!, indicator, ...settings }, undefined, {
      spans,
    }).quality;

  it("currency: the festival is left under every window and method", () => {
    for (const festival of [
      "searched",
      SPRING_FESTIVAL_WINDOW,
      { before: 20, during: 7, after: 14 },
    ] as const)
      for (const method of ["x11", "seats"] as const)
        expect(tried("m0.level", { festival, method }).festival.p).toBeLessThan(0.01);
  });

  it("new loans: some four in ten factors and more move with the span of years", () => {
    const { spans } = tried("loans.new", { kind: "flow", log: false, method: "seats" }, true);
    expect(spans!.seasonal.percent).toBeGreaterThan(40);
  });
});

describe("investment", () => {
  const months = monthsToAdjust(series("fai.ytd"));
  const years = yearsOfFigures(series("fai.ytd"));
  /** Percentage points by which the ratio of running totals to those a year earlier jumps most between two months of a year. */
  const jump = (year: number): number => {
    const [now, before] = [years.get(year)!.values, years.get(year - 1)!.values];
    const growth = Array.from(now, (v, m) => 100 * (v / before[m]! - 1)).slice(2);
    return Math.max(
      ...growth.slice(1).flatMap((g, i) => (Number.isNaN(g - growth[i]!) ? [] : [Math.abs(g - growth[i]!)])),
    );
  };

  it("nothing tells January from February", () => {
    const early = {
      ...months,
      values: months.values.slice(0, 120),
      combined: months.combined.filter((t) => t < 120),
    };
    const { shares } = apartMonths(early, true, springFestivalBlocks({ before: 0, during: 21, after: 0 }));
    expect(Math.min(...shares.map((s) => s.se))).toBeGreaterThan(0.5);
  });

  it("ratios of totals jump within every year from 2018 on, as they did not before", () => {
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024]) {
      expect(jump(year)).toBeGreaterThan(2);
      expect(jump(year)).toBeLessThan(9.5);
    }
    for (const year of [2010, 2012, 2013, 2014, 2015, 2016, 2017]) expect(jump(year)).toBeLessThan(1.5);
  });

  it("one digit of growth leaves a December more than one percent open for each year carried back", () => {
    const open = [...years].flatMap(([year, { values }]) =>
      year >= 2018 && values[11]! > values[10]!
        ? [(0.05 * (values[11]! + values[10]!)) / (values[11]! - values[10]!)]
        : [],
    );
    const middle = open.sort((a, b) => a - b)[open.length >> 1]!;
    expect(middle).toBeGreaterThan(1);
    expect(middle).toBeLessThan(1.3);
  });
});
