import { describe, expect, it } from "vitest";
import { seriesOf } from "../../../models/series/series.ts";
import { impliedYear } from "./impliedYear.ts";

const series = (
  indicator: string,
  frequency: "Q" | "M",
  basis: "period" | "year-to-date",
  values: Record<string, number>,
) =>
  seriesOf(
    { indicator, region: "CHN", frequency, basis, unit: "percent" },
    Object.entries(values).map(([period, value]) => ({
      indicator,
      region: "CHN",
      period,
      value,
      status: "normal" as const,
      reason: null,
      vintage: "2025-07-15",
      vintageBasis: "document" as const,
    })),
  );
const density = (mean: number) => ({ mean, sd: 0.3, intervals: [] });
/** Quarters of 10, 20, 30 and 40. */
const level = series("gdp.ytd", "Q", "year-to-date", {
  "2024-Q1": 10,
  "2024-01/P6M": 30,
  "2024-01/P9M": 60,
  "2024": 100,
});
const known = series("gdp.yoy", "Q", "period", { "2025-Q1": 6, "2025-Q2": 5 });

describe("the year a nowcast implies", () => {
  it("weighs quarters by the amounts of the year before and says what the rest needs", () => {
    const year = impliedYear({ period: "2025-Q3", density: density(4), next: null }, known, level, 5)!;
    expect(year).toMatchObject({ year: 2025, counted: 3, of: 4 });
    expect(year.growth).toBeCloseTo((10 * 6 + 20 * 5 + 30 * 4) / 60, 12);
    expect(year.needed).toBeCloseTo((500 - 280) / 40, 12);
  });
  it("is whole where the next quarter ends the year", () => {
    const next = { period: "2025-Q4", density: density(5) };
    const year = impliedYear({ period: "2025-Q3", density: density(4), next }, known, level, 5)!;
    expect(year).toMatchObject({ counted: 4, needed: null });
    expect(year.growth).toBeCloseTo(4.8, 12);
  });
  it("does not count the quarter after next year's first", () => {
    const next = { period: "2025-Q2", density: density(5) };
    expect(impliedYear({ period: "2025-Q1", density: density(4), next }, known, level, null)).toMatchObject({
      counted: 1,
      growth: 4,
      needed: null,
    });
  });
  it("takes months as equal", () => {
    const cpi = series("cpi.yoy", "M", "period", { "2025-01": 0.5, "2025-02": -0.7 });
    const year = impliedYear({ period: "2025-03", density: density(-0.1), next: null }, cpi, null, 2)!;
    expect(year.growth).toBeCloseTo(-0.1, 12);
    expect(year.needed).toBeCloseTo((24 + 0.3) / 9, 12);
  });
  it("is not told where a quarter of the year or a weight is missing", () => {
    const holed = series("gdp.yoy", "Q", "period", { "2025-Q1": 6 });
    expect(impliedYear({ period: "2025-Q3", density: density(4), next: null }, holed, level, 5)).toBeNull();
    const short = series("gdp.ytd", "Q", "year-to-date", { "2024-Q1": 10 });
    expect(impliedYear({ period: "2025-Q3", density: density(4), next: null }, known, short, 5)).toBeNull();
  });
});
