import { describe, expect, it } from "vitest";
import { spanOf } from "../../../models/series/period.ts";
import { TEST_CATALOGUE } from "../../../tests/support/generateCatalogue.ts";
import { gateCatalogue } from "../catalogue.ts";
import { sameFigure } from "./duplicate.ts";
import { growthInterval } from "./growthAgainstLevel.ts";
import { rangeNeeded } from "./outOfRange.ts";
import { falls, isRunningTotal } from "./runningTotal.ts";
import { fits } from "./wrongFrequency.ts";

const CATALOGUE = gateCatalogue(TEST_CATALOGUE);
const indicator = (id: string) => CATALOGUE.indicators.find((i) => i.id === id)!;

describe("a period fits the frequency and basis of its indicator", () => {
  it.each([
    ["2026-03", "M", "period", true],
    ["2026-01/P2M", "M", "period", true],
    ["2026-03/P2M", "M", "period", false],
    ["2026-Q1", "M", "period", false],
    ["2026-Q2", "Q", "period", true],
    ["2026-02/P3M", "Q", "period", false],
    ["2026-01/P3M", "M", "year-to-date", true],
    ["2026-01/P1M", "M", "year-to-date", true],
    ["2026-02/P3M", "M", "year-to-date", false],
    ["2026-01/P6M", "Q", "year-to-date", true],
    ["2026-01/P5M", "Q", "year-to-date", false],
    ["2026", "A", "period", true],
    ["2026-03", "A", "period", false],
    ["2026-W05", "W", "period", true],
    ["2026-03-05", "W", "period", false],
    ["2026-03-05", "D", "period", true],
    ["2026-03", "D", "period", false],
  ] as const)("%s in a %s series of basis %s: %s", (period, frequency, basis, expected) => {
    const { start, end } = spanOf(period);
    expect(fits(start, end, frequency, basis)).toBe(expected);
  });
});

describe("a figure outside its range names the slip that would explain it", () => {
  it.each([
    [100.2, "cpi.mom", "(÷ 100 | ÷ 10000 | ÷ 100000000?)"],
    [0.012, "cpi.mom", "percent"],
    [409_400_000, "retail.value", "÷ 10000 |"],
    [4.1e12, "retail.value", "(÷ 100000000?)"],
    [-3, "retail.value", "hundred-million-yuan"],
  ])("%f of %s", (value, id, says) => {
    expect(rangeNeeded(value, indicator(id))).toContain(says);
  });
});

describe("growth against its level", () => {
  const growth = indicator("retail.yoy");
  const level = { ...indicator("retail.value"), decimals: 1 };

  it("agrees within rounding and a tenth of a point, as published: 40,940 over 39,020 is 4.9 %", () => {
    const [low, high] = growthInterval(growth, level, 40940, 39020)!;
    expect(low).toBeLessThan(4.9);
    expect(high).toBeGreaterThan(4.95);
    expect(high - low).toBeLessThan(0.35);
  });

  it("widens where the level is small against its rounding", () => {
    const [low, high] = growthInterval(growth, level, 1.2, 1)!;
    expect(high - low).toBeGreaterThan(20);
  });

  it("has no meaning over nothing or less", () => {
    expect(growthInterval(growth, level, 5, 0)).toBeNull();
    expect(growthInterval(growth, level, 5, -2)).toBeNull();
  });
});

describe("running totals", () => {
  it("are asked of what cannot be negative", () => {
    expect(isRunningTotal(indicator("fai.ytd"))).toBe(true);
    expect(isRunningTotal({ ...indicator("fai.ytd"), min: -5000 })).toBe(false);
    expect(isRunningTotal(indicator("retail.value"))).toBe(false);
  });
  it.each([
    [99, 100, true],
    [100, 100, false],
    [101, 100, false],
  ])("%d after %d falls: %s", (value, before, expected) => {
    expect(falls(value, before)).toBe(expected);
  });
});

it("a figure that only changes its status is news", () => {
  const figures = {
    value: Float64Array.of(5, 5, 5, 5.1),
    status: Uint8Array.of(1, 1, 0, 1),
    reason: Uint8Array.of(255, 255, 255, 255),
  };
  expect([1, 2, 3].map((row) => sameFigure(figures, 0, figures, row))).toEqual([true, false, false]);
});
