import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { nextPeriod } from "../series/period.ts";
import { initialBounds, type SeriesHistory } from "./initialBounds.ts";
import { boundsInForce } from "./lights.ts";
import { presetById } from "./presets.ts";

const head = {
  indicator: "m2.yoy",
  region: "CHN",
  frequency: "M",
  basis: "period",
  unit: "percent",
} as const;

/** Monthly from 2008, each published on the 12th of the month after. */
function history(last: number, value: (i: number) => number): StoredObservation[] {
  return Array.from({ length: last }, (_, i) => {
    const period = nextPeriod("2008-01", "M", i);
    return {
      indicator: head.indicator,
      region: "CHN",
      period,
      value: value(i),
      status: "normal",
      reason: null,
      vintage: `${nextPeriod(period, "M")}-12`,
      vintageBasis: "publication-rule",
      load: 1,
      loadedAt: "2026-01-01T00:00:00.000Z",
    };
  });
}
const rowsOf = (rows: readonly StoredObservation[], through = "2025-06-30") =>
  initialBounds(
    presetById("nbs-10"),
    new Map<string, SeriesHistory>([["m2.yoy", { head, history: rows }]]),
    2010,
    through,
  );
const wave = (i: number) => 15 + 3 * Math.sin(i / 7) - i / 40;

describe("dated bounds from the base's own history", () => {
  it("begin on the first 1 January with four years of figures and are set anew each year", () => {
    const m2 = rowsOf(history(200, wave)).filter((r) => r.indicator === "m2.yoy");
    expect(m2[0]!.validFrom).toBe("2012-01-01");
    expect(m2.map((r) => r.validFrom.slice(0, 4))).toEqual(
      Array.from({ length: 14 }, (_, i) => String(2012 + i)),
    );
    expect(m2.every((r) => r.bounds.every((b, i) => i === 0 || b > r.bounds[i - 1]!))).toBe(true);
  });

  it("use only what was known that day: later figures leave earlier rows as they were", () => {
    const before = rowsOf(history(100, wave), "2016-04-01");
    const after = rowsOf(
      history(200, (i) => (i < 100 ? wave(i) : 99)),
      "2016-04-01",
    );
    expect(after).toEqual(before);
  });

  it("follow the year's price target from the day it was announced", () => {
    const cpi = initialBounds(
      presetById("sic-10"),
      new Map([["cpi.yoy", { head: { ...head, indicator: "cpi.yoy" }, history: [] }]]),
      2012,
      "2025-06-30",
    );
    const green = (day: string) => boundsInForce(cpi, "sic-10", "cpi.yoy", day)!.bounds.slice(1, 3);
    expect(green("2024-12-31")).toEqual([1, 3]);
    expect(green("2025-03-04")).toEqual([1, 3]);
    expect(green("2025-03-05")).toEqual([0, 2]);
  });
});
