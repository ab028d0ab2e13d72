import { describe, expect, it } from "vitest";
import { readingsOf } from "../readings/readings.ts";
import { shippedReadings } from "../readings/testReadings.ts";
import { comparableGrowth } from "../yearToDate/china/comparableGrowth.ts";
import { yearsOfFigures } from "../yearToDate/china/yearsOfFigures.ts";
import type { DerivedColumns } from "./derivedResult.ts";
import { derivedSeries } from "./derivedSeries.ts";

const TABLES: Readonly<Record<string, readonly string[]>> = {
  "electricity.ytd": ["electricity"],
  "electricity.primary.ytd": ["electricity"],
  "retail.ytd": ["retail"],
  "fiscal-revenue.ytd": ["fiscal"],
  "fai.ytd": ["fai"],
  "fdi.ytd": ["fdi"],
  "tax.ytd": ["tax"],
  "gdp.ytd": ["gdp-ytd", "gdp-quarter"],
};
const read = Object.fromEntries(
  Object.entries(TABLES).map(([id, tables]) => [
    id,
    derivedSeries.reads(id).map((indicator) => {
      const found = tables.map((t) => shippedReadings(t, [indicator])[0]!);
      return found.find((s) => s.history.length > 0)!;
    }),
  ]),
);
const on = (id: string, day = "2025-07-15") => derivedSeries.compute(id, readingsOf(read[id]!, day), 1);
const cell = (periods: readonly string[], c: DerivedColumns, period: string) => {
  const i = periods.indexOf(period);
  return {
    value: c.values[i],
    how: c.how[i],
    months: c.months[i],
    reason: c.reasons[i],
    lower: c.lower[i],
    upper: c.upper[i],
  };
};

describe.each(Object.keys(TABLES))("%s", (id) => {
  const r = on(id);
  it("every figure says how it was made, and every gap why", () => {
    for (const c of [r.amounts, ...(r.growth ? [r.growth] : [])])
      c.values.forEach((v, i) => {
        expect(c.how[i] === null).toBe(v === null);
        expect(c.reasons[i] === null).toBe(v !== null);
        expect(c.vintages[i] === null).toBe(v === null);
        expect(c.lower[i] === null || (c.lower[i]! <= v! && v! <= c.upper[i]!)).toBe(true);
      });
  });
  it("as of an earlier day is the same with later figures deleted", () => {
    const day = "2019-11-10";
    const cut = read[id]!.map((s) => ({ ...s, history: s.history.filter((o) => o.vintage <= day) }));
    expect(derivedSeries.compute(id, readingsOf(cut, "2025-07-15"), 1)).toEqual(on(id, day));
  });
});

describe.each(["electricity.ytd", "fai.ytd"])("%s", (id) => {
  it("months of every year from 2012 on that is told whole add up to the year's running total", () => {
    const r = on(id);
    const total = readingsOf(read[id]!, "2025-07-15").series(id);
    const restated = r.periods.filter((_, i) => r.amounts.reasons[i] === "restated-within");
    const whole = Array.from({ length: 13 }, (_, i) => 2012 + i).filter(
      (year) => !restated.some((p) => p.startsWith(`${year}-`)),
    );
    expect(whole.length).toBeGreaterThan(9);
    for (const year of whole) {
      const months = r.amounts.values.filter((_, i) => r.periods[i]!.startsWith(`${year}-`));
      const sum = months.reduce<number>((s, v) => s + (v ?? 0), 0);
      expect(sum / total.values[total.periods.indexOf(`${year}-01/P12M`)]!).toBeCloseTo(1, 9);
    }
  });
});

describe("how single figures were made", () => {
  const power = on("electricity.ytd");
  const retail = on("retail.ytd");
  it("a month is the difference of two totals, within the last digits of both", () => {
    // 307,720,000 − 233,730,000 ten thousand kWh, both to the hundred million.
    expect(cell(power.periods, power.amounts, "2024-04")).toEqual({
      value: 73_990_000,
      how: "differenced",
      months: 1,
      reason: null,
      lower: 73_980_000,
      upper: 74_000_000,
    });
  });
  it("January and February published as one are parted and sum to what was published", () => {
    const [january, february] = ["2024-01", "2024-02"].map((p) => cell(power.periods, power.amounts, p));
    expect([january!.how, february!.how]).toEqual(["parted", "parted"]);
    expect(january!.value! + february!.value!).toBeCloseTo(153_160_000, 0);
    // New Year's Day fell on 10 February: February had fewer working days.
    expect(january!.value!).toBeGreaterThan(february!.value!);
    expect(cell(power.periods, power.growth!, "2024-02")).toMatchObject({
      how: "bridged",
      months: 2,
      value: 11,
    });
    expect(cell(power.periods, power.growth!, "2024-01").reason).toBe("within");
  });
  it("growth of the month holds the bureau's own in its range nine times in ten, and gives way to it", () => {
    const readings = readingsOf(read["retail.ytd"]!, "2025-07-15");
    const [total, growth, own] = ["retail.ytd", "retail.ytd-yoy", "retail.yoy"].map((x) =>
      yearsOfFigures(readings.series(x)),
    );
    const within = [...total!].flatMap(([year, t]) =>
      comparableGrowth(t, growth!.get(year)!, 1).flatMap((c, m) => {
        const said = own!.get(year)!.values[m]!;
        if (c.how !== "differenced" || Number.isNaN(said)) return [];
        return [c.lower! - 0.05 <= said && said <= c.upper! + 0.05];
      }),
    );
    expect(within.length).toBeGreaterThan(150);
    expect(within.filter(Boolean).length / within.length).toBeGreaterThan(0.9);
    expect(cell(retail.periods, retail.growth!, "2024-03")).toMatchObject({ value: 3.1, how: "published" });
  });
  it("investment: months as differences, January and February as one, growth refused with the reason", () => {
    const r = on("fai.ytd");
    expect(r.growth).toBeNull();
    expect(r.refused.map((x) => x.what.en)).toEqual([
      "Growth of the month",
      "Months in which the year was restated",
      "January and February apart",
    ]);
    expect(cell(r.periods, r.amounts, "2022-02")).toMatchObject({ value: 50_763, how: "bridged", months: 2 });
    expect(cell(r.periods, r.amounts, "2022-03").value).toBe(54_109);
  });
  it("investment: differences across a total that was restated within the year are gaps", () => {
    const r = on("fai.ytd");
    const restated = r.periods.filter((_, i) => r.amounts.reasons[i] === "restated-within");
    expect(restated).toEqual(["2018-12", "2019-11", "2019-12", "2020-11", "2020-12"]);
  });
  it("electricity: Decembers that took in wider coverage at once are gaps, and said to be; their growth is comparable", () => {
    const r = on("electricity.ytd");
    const left = (x: typeof r) => x.periods.filter((_, i) => x.amounts.reasons[i] === "restated-within");
    expect(left(r).filter((p) => p > "2007")).toEqual(["2019-12", "2020-12", "2021-12"]);
    expect(r.refused.at(-1)!.what.zh).toContain("2020-12");
    expect(cell(r.periods, r.growth!, "2020-12").value!).toBeCloseTo(8.2, 0);
    // The parts follow the total, and the day of release knows already.
    expect(left(on("electricity.primary.ytd"))).toContain("2020-12");
    expect(left(on("electricity.ytd", "2020-01-25")).at(-1)).toBe("2019-12");
  });
  it("a running total that fell is a gap, not a negative month", () => {
    const r = on("electricity.primary.ytd");
    expect(r.amounts.reasons).toContain("total-fell");
    expect(r.amounts.values.every((v) => v === null || v >= 0)).toBe(true);
  });
  it("quarters of tax revenue, and of GDP where only running growth was published", () => {
    const tax = on("tax.ytd");
    expect(cell(tax.periods, tax.amounts, "2024-Q2").value).toBe(44_908);
    const gdp = on("gdp.ytd");
    const crisis = cell(gdp.periods, gdp.growth!, "2009-Q1");
    expect(crisis).toMatchObject({ how: "published", months: 3 });
    const trough = cell(gdp.periods, gdp.growth!, "2008-Q4");
    expect(trough.how).toBe("differenced");
    expect(trough.value!).toBeGreaterThan(6);
    expect(trough.value!).toBeLessThan(8.5);
    expect(trough.upper! - trough.lower!).toBeGreaterThan(0.2);
    expect(cell(gdp.periods, gdp.growth!, "2020-Q1")).toMatchObject({ value: -6.8, how: "published" });
  });
  it("a published single month stands over the difference", () => {
    const r = on("fdi.ytd");
    expect(cell(r.periods, r.amounts, "2023-05")).toMatchObject({ value: 10_850_000, how: "published" });
    expect(cell(r.periods, r.amounts, "2023-04")).toMatchObject({
      value: 33_790_000,
      how: "bridged",
      months: 2,
    });
  });
  it("nothing is derived of what has no derivation", () => {
    expect(() => derivedSeries.reads("cpi.yoy")).toThrow(/nothing is derived from cpi.yoy/);
  });
});
