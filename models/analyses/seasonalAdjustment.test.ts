import { describe, expect, it } from "vitest";
import { readingsOf } from "../readings/readings.ts";
import { shippedReadings } from "../readings/testReadings.ts";
import { reviewDay } from "../seasonal/china/reviewDay.ts";
import { seasonalAdjustment } from "./seasonalAdjustment.ts";

const TABLES = {
  "retail.value": "retail",
  "exports.usd": "trade",
  "electricity.ytd": "electricity",
} as const;
type Id = keyof typeof TABLES;
const read = Object.fromEntries(
  Object.entries(TABLES).map(([id, table]) => [id, shippedReadings(table, seasonalAdjustment.reads(id))]),
) as Record<Id, ReturnType<typeof shippedReadings>>;
const on = (id: Id, day: string) => seasonalAdjustment.compute(id, readingsOf(read[id], day), 1);
const retail = on("retail.value", "2025-07-15");
const at = (r: typeof retail, column: "adjusted" | "change" | "festival" | "original", period: string) =>
  r[column][r.periods.indexOf(period)]!;

describe("the yearly review", () => {
  it("is 31 March of the year, of the year before until then", () => {
    expect(["2025-03-30", "2025-03-31", "2025-12-31"].map(reviewDay)).toEqual([
      "2024-03-31",
      "2025-03-31",
      "2025-03-31",
    ]);
  });
});

describe.each(Object.keys(TABLES) as Id[])("%s as of 2025-07-15", (id) => {
  const r = on(id, "2025-07-15");
  it("multiplies back, month by month", () => {
    expect(r.mult).toBe(true);
    r.original.forEach((v, t) => {
      const parts = r.seasonal[t]! * r.festival[t]! * r.calendar[t]! * r.adjusted[t]!;
      expect(parts / v!).toBeCloseTo(1, 9);
      expect((r.trend[t]! * r.irregular[t]!) / r.adjusted[t]!).toBeCloseTo(1, 9);
    });
    expect(r.change[0]).toBeNull();
    r.change.slice(1).forEach((v, t) => {
      expect(v!).toBeCloseTo(100 * (r.adjusted[t + 1]! / r.adjusted[t]! - 1), 9);
    });
  });
  it("names the review and the release before, and lays that release on the same months", () => {
    expect(r.identified).toEqual({ day: "2025-03-31", first: false });
    const days = readingsOf(read[id], "2025-07-15").days([id], "", "2025-07-15");
    expect([r.day, r.against!.day]).toEqual([days.at(-1), days.at(-2)]);
    expect(r.against!.adjusted).toHaveLength(r.periods.length);
    expect(r.against!.adjusted.at(-1)).toBeNull();
    expect(r.against!.adjusted.at(-2)).not.toBeNull();
    const before = on(id, r.against!.day);
    expect(before.adjusted.at(-1)).toBe(r.against!.adjusted.at(-2));
  });
  it("as of an earlier day is the same with later figures deleted", () => {
    const day = "2022-05-30";
    const cut = read[id].map((s) => ({ ...s, history: s.history.filter((o) => o.vintage <= day) }));
    expect(seasonalAdjustment.compute(id, readingsOf(cut, "2025-07-15"), 1)).toEqual(on(id, day));
  });
  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(r))).toEqual(r);
  });
});

describe("retail sales as history has them", () => {
  it("fall by a sixth and more in the first months of 2020, and partly come back in March", () => {
    const fall = Math.min(at(retail, "change", "2020-01"), at(retail, "change", "2020-02"));
    expect(fall).toBeLessThan(-8);
    expect(at(retail, "adjusted", "2020-02") / at(retail, "adjusted", "2019-12")).toBeLessThan(0.84);
    expect(at(retail, "adjusted", "2020-06")).toBeGreaterThan(at(retail, "adjusted", "2020-02"));
  });
  it("fall again in April 2022", () => {
    expect(at(retail, "change", "2022-04")).toBeLessThan(-3);
  });
});

describe("what a day knows too little for", () => {
  it("is refused with what is there and what is needed", () => {
    expect(() => on("retail.value", "2011-05-01")).toThrow(/39 months by 2011-04-16.*60/);
  });
  it("a first model is identified with the figures of its own day, and says so", () => {
    const first = on("retail.value", "2013-01-20");
    expect(first.identified).toEqual({ day: first.day, first: true });
    expect(first.against).toBeNull();
  });
  it("a series without a policy has none", () => {
    expect(() => seasonalAdjustment.reads("cpi.yoy")).toThrow(/cpi.yoy is not adjusted/);
  });
});
