import { describe, expect, it } from "vitest";
import type { Observation } from "../series/observation.ts";
import { seriesOf } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";
import type { ForecastModel } from "./contract.ts";
import { drift } from "./drift.ts";
import { naive } from "./naive.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { spread } from "./spread.ts";

const run = (model: ForecastModel, target = testSeries("2025-01", [])) =>
  model.fit({ target, drivers: [], seed: 1 }, model.defaults);

describe("naive", () => {
  const fitted = run(naive, testSeries("2025-01", [1, 3, 2, 4]));
  it("repeats the last figure, with intervals that grow as the root of the horizon", () => {
    const forecast = fitted.predict(4, [80]);
    expect([forecast.start, ...forecast.mean]).toEqual(["2025-05", 4, 4, 4, 4]);
    const sd = spread(forecast);
    // σ² = (4 + 1 + 4) / 3 = 3
    expect(sd[0]).toBeCloseTo(Math.sqrt(3), 10);
    expect(sd[3]! / sd[0]!).toBeCloseTo(2, 10);
  });
  it("over a gap takes the last known figure and counts the change per period", () => {
    const { fitted: values, parameters } = run(naive, testSeries("2025-01", [1, null, 3, 3]));
    expect(values).toEqual([null, null, 1, 3]);
    expect(parameters.sigma).toBeCloseTo(Math.sqrt((4 / 2 + 0) / 2), 12);
  });
});

describe("seasonal naive", () => {
  const quarters = testSeries("2023-Q1", [10, 20, 30, 40, 12, 22, 33, 41], { frequency: "Q" });
  it("the third quarter repeats last year's third quarter", () => {
    const { start, mean } = run(seasonalNaive, quarters).predict(6, [80]);
    expect([start, ...mean]).toEqual(["2025-Q1", 12, 22, 33, 41, 12, 22]);
  });
  it("is a year less sure in the second year", () => {
    const sd = spread(run(seasonalNaive, quarters).predict(5, [95]));
    expect(sd[4]! / sd[3]!).toBeCloseTo(Math.SQRT2, 10);
  });
  it("where January is never published on its own, January takes December's figure", () => {
    const month = (period: string, value: number): Observation => ({
      indicator: "retail.yoy",
      region: "CHN",
      period,
      value,
      status: "normal",
      reason: null,
      vintage: "2026-01-01",
      vintageBasis: "document",
    });
    const rows = [2023, 2024, 2025].flatMap((year) => [
      month(`${year}-01/P2M`, year - 2000),
      ...Array.from({ length: 10 }, (_, m) => month(`${year}-${String(m + 3).padStart(2, "0")}`, m + 3)),
    ]);
    const target = seriesOf(
      { indicator: "retail.yoy", region: "CHN", frequency: "M", basis: "period", unit: "percent" },
      rows,
    );
    const { start, mean } = run(seasonalNaive, target).predict(3, [80]);
    expect([start, ...mean]).toEqual(["2026-01", 12, 25, 3]);
  });
  it("says what was found and what was needed", () => {
    expect(() => run(seasonalNaive, testSeries("2025-01", [1, 2, 3], { indicator: "cpi.yoy" }))).toThrow(
      "seasonal-naive needs 22 monthly observations; “CPI, y/y” has 3 (2025-01 to 2025-03)",
    );
  });
});

describe("drift", () => {
  it("goes on along the line from the first figure to the last", () => {
    const { mean } = run(drift, testSeries("2025-01", [2, 3.5, 3, 5])).predict(3, [80]);
    expect(mean).toEqual([6, 7, 8]);
  });
});
