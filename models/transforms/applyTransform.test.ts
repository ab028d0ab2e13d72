import { describe, expect, it } from "vitest";
import type { Observation } from "../series/observation.ts";
import { type Series, seriesOf } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";
import { applyTransform } from "./applyTransform.ts";
import { TRANSFORMS } from "./transform.ts";

const published = (period: string, value: number): Observation => ({
  indicator: "retail.value",
  region: "CHN",
  period,
  value,
  status: "normal",
  reason: null,
  vintage: "2026-01-01",
  vintageBasis: "document",
});

/** Retail as published: January–February together, then single months; two years. */
function retail(unit = "hundred-million-yuan"): Series {
  const rows = ["2024", "2025"].flatMap((year, y) => [
    published(`${year}-01/P2M`, 80 + 8 * y),
    ...Array.from({ length: 10 }, (_, m) =>
      published(`${year}-${String(m + 3).padStart(2, "0")}`, 40 + m + 4 * y),
    ),
  ]);
  return seriesOf({ indicator: "retail.value", region: "CHN", frequency: "M", basis: "period", unit }, rows);
}
const at = (series: Series, period: string): number | null | string => {
  const i = series.periods.indexOf(period);
  return i < 0 ? "absent" : (series.values[i] ?? series.reasons[i] ?? "no reason");
};

describe("changes", () => {
  it("growth of a level is in percent, change of a rate in percentage points", () => {
    const level = testSeries(
      "2024-01",
      Array.from({ length: 13 }, (_, i) => (i === 12 ? 110 : 100)),
    );
    const rate = { ...level, unit: "percent" };
    const grown = applyTransform(level, "yoy").series;
    expect([grown.unit, grown.periods, grown.values[0]]).toEqual([
      "percent",
      ["2025-01"],
      expect.closeTo(10, 12),
    ]);
    const moved = applyTransform(rate, "yoy");
    expect([moved.series.unit, moved.series.values[0]]).toEqual(["percentage-point", 10]);
    expect(moved.note?.zh).toContain("百分点");
  });

  it("compares January–February with January–February, and never with a single month", () => {
    const yoy = applyTransform(retail(), "yoy").series;
    expect(at(yoy, "2025-01/P2M")).toBeCloseTo(10, 10);
    const mom = applyTransform(retail(), "mom");
    expect(at(mom.series, "2025-01/P2M")).toBe("combined-with-next");
    expect(at(mom.series, "2025-03")).toBe("combined-with-next");
    expect(at(mom.series, "2025-04")).toBeCloseTo(100 / 44, 10);
    expect(mom.note?.en).toContain("January and February");
  });

  it("does not compute growth over a zero or negative base, and says so", () => {
    const { series, note } = applyTransform(testSeries("2025-01", [5, -2, 4, 6]), "mom");
    expect(series.values).toEqual([-140, null, 50]);
    expect(series.reasons[1]).toBe("unknown");
    expect(note?.en).toContain("zero or negative");
  });

  it("a gap in the base month keeps its reason", () => {
    const { series } = applyTransform(testSeries("2025-01", [1, null, 4, 6]), "mom");
    expect(series.values).toEqual([50]);
    expect(series.periods).toEqual(["2025-04"]);
  });

  it("the difference of a percent series is in percentage points", () => {
    const { series } = applyTransform(testSeries("2025-01", [2.1, 1.8], { unit: "percent" }), "diff");
    expect(series.unit).toBe("percentage-point");
    expect(series.values[0]).toBeCloseTo(-0.3, 12);
  });
});

describe("moving averages", () => {
  it("a combined total enters once and stands for two months", () => {
    const ma = applyTransform(retail(), "ma3").series;
    expect(at(ma, "2025-01/P2M")).toBeCloseTo((88 + 49) / 3, 12);
    expect(at(ma, "2025-03")).toBeCloseTo((88 + 44) / 3, 12);
    expect(at(ma, "2025-04")).toBe("combined-with-next");
    expect(at(ma, "2025-05")).toBeCloseTo((44 + 45 + 46) / 3, 12);
  });

  it("a combined growth rate counts twice", () => {
    const ma = applyTransform(retail("percent"), "ma3").series;
    expect(at(ma, "2025-03")).toBeCloseTo((88 + 88 + 44) / 3, 12);
    expect(at(ma, "2025-04")).toBeCloseTo((88 + 44 + 45) / 3, 12);
  });

  it("a full year of combined data averages over twelve months", () => {
    const ma = applyTransform(retail(), "ma12").series;
    expect(at(ma, "2024-12")).toBeCloseTo((80 + 40 * 10 + 45) / 12, 12);
  });
});

describe("index and standing", () => {
  it("the first number is 100", () => {
    expect(applyTransform(testSeries("2025-01", [50, 60, null, 55]), "index").series.values).toEqual([
      100,
      120,
      null,
      expect.closeTo(110, 12),
    ]);
  });

  it("month-on-month rates are chained, and a gap ends the chain", () => {
    const { series } = applyTransform(
      testSeries("2025-01", [1, 2, null, 3], { unit: "percent" }),
      "index",
      "mom",
    );
    expect(series.values.slice(0, 2)).toEqual([expect.closeTo(101, 10), expect.closeTo(103.02, 10)]);
    expect(series.values.slice(2)).toEqual([null, null]);
  });

  it("a growth rate as an index is refused in words", () => {
    const { series, note } = applyTransform(
      testSeries("2025-01", [1, 2], { unit: "percent" }),
      "index",
      "yoy",
    );
    expect(series.values).toEqual([null, null]);
    expect(note?.zh).toContain("比率");
  });

  it("ranks each figure among the ten years known by then, not among later ones", () => {
    const rising = testSeries(
      "2010-01",
      Array.from({ length: 150 }, (_, i) => i),
    );
    const { series } = applyTransform(rising, "percentile");
    expect(series.values.every((v) => v === null || v > 95)).toBe(true);
    const longer = applyTransform(testSeries("2010-01", [...rising.values, -1000]), "percentile").series;
    expect(longer.values.slice(0, series.values.length)).toEqual(series.values);
  });

  it("a flat history has no standard score", () => {
    expect(
      applyTransform(
        testSeries(
          "2015-01",
          Array.from({ length: 60 }, () => 3),
        ),
        "zscore",
      ).series.values.every((v) => v === null),
    ).toBe(true);
  });
});

it("a running total compares only with the same period a year earlier", () => {
  const ytd = testSeries(
    "2024-01",
    Array.from({ length: 24 }, (_, i) => 10 * ((i % 12) + 1) * (i < 12 ? 1 : 1.05)),
    { basis: "year-to-date" },
  );
  expect(applyTransform(ytd, "yoy").series.values.every((v) => Math.abs((v ?? 0) - 5) < 1e-9)).toBe(true);
  expect(applyTransform(ytd, "mom").series.values.every((v) => v === null)).toBe(true);
});

it.each(TRANSFORMS)("%s keeps columns of equal length, and every gap has a reason", (transform) => {
  for (const series of [
    retail(),
    retail("percent"),
    testSeries(
      "2015-01",
      Array.from({ length: 80 }, (_, i) => 50 + Math.sin(i)),
    ),
  ]) {
    const { series: result } = applyTransform(series, transform);
    const { values, periods, status, reasons, vintages } = result;
    expect(
      new Set([values.length, periods.length, status.length, reasons.length, vintages.length]).size,
    ).toBe(1);
    expect(values.map((v) => v !== null && Number.isFinite(v))).toEqual(reasons.map((r) => r === null));
  }
});
