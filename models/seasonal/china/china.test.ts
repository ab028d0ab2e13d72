import { describe, expect, it } from "vitest";
import { indicatorById } from "../../indicators/registry.ts";
import { slotOf } from "../../series/period.ts";
import { type Series, sliceSeries } from "../../series/series.ts";
import { testSeries } from "../../series/testSeries.ts";
import { factorOn } from "../../yearToDate/china/basisFactors.ts";
import { worstBand } from "../quality/qualityBands.ts";
import { adjustSeries, type SeasonalResult } from "./adjustSeries.ts";
import { basisReads, type ComparableBasis, comparableBasis } from "./comparableBasis.ts";
import { monthsToAdjust } from "./monthsToAdjust.ts";
import { SEASONAL_POLICIES, seasonalPolicyOf } from "./policies.ts";
import { shippedSeries } from "./testShippedSeries.ts";
import { whatIf } from "./whatIf.ts";

const TABLES = {
  "exports.usd": "trade",
  "retail.value": "retail",
  "electricity.ytd": "electricity",
  "m2.level": "money",
} as const;
type Id = keyof typeof TABLES;
const IDS = Object.keys(TABLES) as Id[];

const series = Object.fromEntries(IDS.map((id) => [id, shippedSeries(TABLES[id], id)])) as Record<Id, Series>;
const policy = (id: Id) => seasonalPolicyOf(id)!;
const basis = Object.fromEntries(
  IDS.map((id) => [id, comparableBasis(policy(id), (other) => shippedSeries(TABLES[id], other))]),
) as Record<Id, ComparableBasis>;
const done = Object.fromEntries(
  IDS.map((id) => [id, adjustSeries(series[id], policy(id), undefined, { basis: basis[id] })]),
) as Record<Id, SeasonalResult>;
const at = (s: Series, period: string) => s.values[slotOf(period, "M") - s.firstSlot]!;
const until = (s: Series, period: string) => sliceSeries(s, 0, slotOf(period, "M") - s.firstSlot + 1);

describe.each(IDS)("%s as shipped", (id) => {
  const r = done[id];
  it("multiplies back: original = seasonal · festival · calendar · adjusted, adjusted = trend · irregular", () => {
    expect(r.mult).toBe(true);
    r.original.values.forEach((v, t) => {
      const parts = [r.seasonal, r.festival, r.calendar, r.adjusted].reduce((p, c) => p * c.values[t]!, 1);
      expect(parts / v!).toBeCloseTo(1, 9);
      expect((r.trend.values[t]! * r.irregular.values[t]!) / r.adjusted.values[t]!).toBeCloseTo(1, 9);
    });
  });
  it("keeps every figure published for a month, on the newest base, and the sums of those published together", () => {
    const figures = monthsToAdjust(series[id], policy(id).from, basis[id]);
    figures.values.forEach((v, t) => {
      if (Number.isNaN(v)) return;
      const own = r.original.values[t]! + (figures.combined.includes(t) ? r.original.values[t - 1]! : 0);
      expect(own / v).toBeCloseTo(1, 9);
    });
    expect(r.vintage.shares).toHaveLength(figures.combined.length);
    expect(r.vintage.shares.every((s) => s.share > 0.4 && s.share < 0.7)).toBe(true);
  });
  it.runIf(policy(id).method !== "seats")("has by X-11 an identifiable season and a good Q", () => {
    const { x11, readings } = r.quality;
    expect(x11!.identifiable.m7).toBeLessThan(1);
    expect(x11!.statistics.q).toBeLessThan(1);
    expect(readings.find((b) => b.measure === "m7")!.band).toBe("good");
  });
  it("has nothing of season or festival left; measures of X-11 are told of X-11 alone", () => {
    const { x11, festival } = r.quality;
    expect(x11 === null).toBe(policy(id).method === "seats");
    expect(festival.p).toBeGreaterThan(0.05);
    expect(r.quality.qs.p).toBeGreaterThan(0.05);
  });
  it("sees nothing later: with later figures deleted it is what it was on the day, and dated by the newest figure", () => {
    const early = adjustSeries(until(series[id], "2022-10"), policy(id));
    const changed = {
      ...series[id],
      values: series[id].values.map((v, t) =>
        t > slotOf("2022-10", "M") - series[id].firstSlot ? v! * 3 : v,
      ),
    };
    const again = adjustSeries(until(changed, "2022-10"), policy(id));
    expect(again.adjusted).toEqual(early.adjusted);
    expect(again.specification).toEqual(early.specification);
    const newest = until(series[id], "2022-10").vintages.reduce((a, b) =>
      b !== null && (a === null || b > a) ? b : a,
    );
    expect(early.adjusted.vintages.at(-1)).toBe(newest);
    expect(early.adjusted.periods.at(-1)).toBe("2022-10");
  });
});

describe("the Spring Festival in exports", () => {
  const { festival, adjusted, original } = done["exports.usd"];
  it("lowers the month that holds the holiday and the return, raises the one before", () => {
    // Lunar New Year: 29 January 2025, 25 January 2020, 31 January 2014, 28 January 2017.
    for (const year of [2014, 2017, 2025]) {
      expect(at(festival, `${year}-02`)).toBeLessThan(0.95);
      expect(at(festival, `${year}-01`)).toBeGreaterThan(1.02);
    }
    // 19 February 2015 and 16 February 2018: the return falls into March.
    for (const year of [2015, 2018]) expect(at(festival, `${year}-03`)).toBeLessThan(0.97);
  });
  it("takes most of the fall from January to February out of the adjusted series", () => {
    const fall = (s: Series) => Math.abs(Math.log(at(s, "2025-02") / at(s, "2025-01")));
    expect(fall(adjusted)).toBeLessThan(fall(original) / 4);
  });
});

describe("the next vintage", () => {
  const id = "exports.usd";
  const before = adjustSeries(until(series[id], "2024-06"), policy(id)).vintage;
  const next = (revision: ReturnType<typeof policy>["revision"]) =>
    adjustSeries(series[id], { ...policy(id), revision }, before);
  it("under `fixed` leaves the specification as it is, to the last coefficient", () => {
    const { against, vintage } = next("fixed");
    expect(against!.changes).toEqual([]);
    expect({ ...vintage.model, last: 0 }).toEqual({ ...before.model, last: 0 });
  });
  it("names the months that moved, among those both vintages hold, and moves less when nothing is estimated anew far back", () => {
    const { against, adjusted } = next("coefficients");
    expect(against!.changes).toEqual([
      { zh: "回归系数重新估计", en: "regression coefficients estimated anew" },
    ]);
    expect(against!.revised.length).toBeGreaterThan(0);
    for (const { period, before: was, after } of against!.revised) {
      expect(period <= "2024-06").toBe(true);
      expect(at(adjusted, period)).toBe(after);
      expect(at(before.adjusted, period)).toBe(was);
    }
  });
  it("on the same figures revises nothing", () => {
    const again = adjustSeries(until(series[id], "2024-06"), { ...policy(id), revision: "fixed" }, before);
    expect(again.against!.revised.every((r) => Math.abs(r.after / r.before - 1) < 1e-6)).toBe(true);
  });
  it("keeps the parted Januaries of retail sales below `arma` and parts only the new year's", () => {
    const early = adjustSeries(until(series["retail.value"], "2024-06"), policy("retail.value")).vintage;
    const late = adjustSeries(
      series["retail.value"],
      { ...policy("retail.value"), revision: "fixed" },
      early,
    );
    expect(late.vintage.shares.filter((s) => s.year < 2025)).toEqual(early.shares);
    expect(late.vintage.shares.at(-1)!.year).toBe(2025);
    expect(late.against!.changes).toEqual([]);
  });
  it("is made anew where the policy is another, and says so", () => {
    const other = adjustSeries(series[id], { ...policy(id), method: "seats" }, before);
    expect(other.against!.changes.map((c) => c.en)).toContain("made anew: the policy is another");
    expect(other.adjustment.method).toBe("seats");
  });
  it("under `concurrent` is what is made from nothing, with what changed named", () => {
    const { against, adjusted, vintage } = next("concurrent");
    const fresh = done[id];
    adjusted.values.forEach((v, t) => {
      expect(v! / fresh.adjusted.values[t]!).toBeCloseTo(1, 9);
    });
    expect(vintage.model.outliers).toEqual(fresh.vintage.model.outliers);
    expect(against!.changes.length).toBeGreaterThan(0);
  });
  it("is stored as plain data", () => {
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  });
});

describe("what if", () => {
  it("nothing were otherwise: no difference", () => {
    expect(whatIf(series["m2.level"], policy("m2.level"), {}).largest).toBe(0);
  });
  it("the festival were left out: January and February of exports differ most", () => {
    const { difference, largest, other } = whatIf(series["exports.usd"], policy("exports.usd"), {
      festival: null,
    });
    expect(other.festival.values.every((v) => v === 1)).toBe(true);
    const most = difference.values.findIndex((v) => Math.abs(v!) === largest);
    expect(difference.periods[most]).toMatch(/-0[123]$/);
    expect(largest).toBeGreaterThan(3);
  });
  it("SEATS or no outliers: another adjustment, near the first", () => {
    for (const trial of [{ method: "seats" }, { outliers: [] }] as const) {
      const { largest, rootMeanSquare } = whatIf(series["exports.usd"], policy("exports.usd"), trial);
      expect(largest).toBeGreaterThan(0);
      expect(rootMeanSquare).toBeLessThan(4);
    }
  });
});

describe("sliding spans", () => {
  it("come on request, with their readings", () => {
    const { quality } = adjustSeries(series["exports.usd"], policy("exports.usd"), undefined, {
      spans: true,
    });
    expect(quality.spans!.starts).toHaveLength(4);
    expect(quality.readings.map((b) => b.measure)).toContain("spans-seasonal");
    expect(done["exports.usd"].quality.spans).toBeNull();
  });
});

describe("a month without a figure", () => {
  const without = (s: Series, period: string): Series => ({
    ...s,
    values: s.values.with(slotOf(period, "M") - s.firstSlot, null),
  });
  it("is estimated near what it was, and marked so", () => {
    const { original } = adjustSeries(without(series["exports.usd"], "2019-05"), policy("exports.usd"));
    expect(at(original, "2019-05") / at(series["exports.usd"], "2019-05")).toBeCloseTo(1, 1);
    const t = slotOf("2019-05", "M") - original.firstSlot;
    expect(original.status[t]).toBe("estimated");
    expect(original.status[t + 1]).toBe("normal");
  });
  it("is no January before a February that stands alone, where other years are to be parted", () => {
    expect(() => adjustSeries(without(series["retail.value"], "2009-01"), policy("retail.value"))).toThrow(
      /2009-01 is missing/,
    );
  });
});

describe("a comparable basis", () => {
  const { specification, quality, original } = done["electricity.ytd"];
  const line = specification.find((l) => l.id === "basis")!.value.zh;
  it("leaves nothing of electricity's season and says what was put on it and what was left out", () => {
    expect(worstBand(quality.readings)).toBe("good");
    expect(line).toContain("2022年+1.3%");
    expect(line).toContain("2019-12、2020-12、2021-12");
  });
  it("marks what it moved as estimated, and leaves the newest year as published", () => {
    const cells = monthsToAdjust(series["retail.value"], undefined, basis["retail.value"]);
    const raw = monthsToAdjust(series["retail.value"]);
    const last = cells.values.length - 1;
    expect(cells.values[last]).toBe(raw.values[last]);
    const factor = factorOn(basis["retail.value"].factors, 2017);
    expect(cells.values[12 * 9 + 5]! / raw.values[12 * 9 + 5]!).toBeCloseTo(factor, 12);
    const { status } = done["retail.value"].original;
    expect([status[12 * 9 + 5], status[last]]).toEqual(["estimated", "normal"]);
    expect(original.status[slotOf("2020-12", "M") - original.firstSlot]).toBe("estimated");
  });
  it("is as published without running totals to read", () => {
    expect(comparableBasis(policy("exports.usd"), () => series["exports.usd"])).toEqual({
      factors: [],
      gaps: [],
    });
    expect(basisReads(policy("exports.usd"))).toEqual([]);
  });
});

describe("policies", () => {
  it("name monthly levels, flows or running totals of the catalogue, not adjusted by their source, each once", () => {
    for (const p of SEASONAL_POLICIES) {
      const passport = indicatorById(p.indicator)!;
      expect(passport).toMatchObject({ frequency: "M", adjustment: "none" });
      expect(["level", "flow", "ytd"]).toContain(passport.measure);
      expect(passport.measure === "level").toBe(p.kind === "stock");
    }
    expect(new Set(SEASONAL_POLICIES.map((p) => p.indicator)).size).toBe(SEASONAL_POLICIES.length);
    expect(seasonalPolicyOf("cpi.yoy")).toBeNull();
  });
  it("are of their own series, and of months", () => {
    expect(() => adjustSeries(series["m2.level"], policy("exports.usd"))).toThrow(/the series is m2.level/);
    const quarters = testSeries("2020-Q1", [1, 2, 3], { frequency: "Q" });
    expect(() => monthsToAdjust(quarters)).toThrow(/frequency Q/);
    expect(() => monthsToAdjust(testSeries("2020-01", [null, null]))).toThrow(/no monthly figure/);
  });
  it("refuse a series too short to adjust", () => {
    expect(() => adjustSeries(sliceSeries(series["exports.usd"], 0, 20), policy("exports.usd"))).toThrow(
      /needs 21 figures; found 20/,
    );
  });
});
