import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { splitByCalendar } from "./calendarShare.ts";
import { splitByEqualGrowth } from "./equalGrowth.ts";
import { splitByRelated } from "./relatedSeries.ts";
import type { FirstMonths } from "./split.ts";
import { splitByStateSpace } from "./stateSpaceSplit.ts";

const YEARS = 16;
/** Where the festival falls: the share of its days that lie in January, as it might move from year to year. */
const inJanuary = (year: number): number => [0, 0, 0.9, 0.1, 0, 1, 0.4, 0][(year - 2000) % 8]!;

/** Months that grow, with a season and a festival that takes a tenth of the month it falls in. */
function simulated(seed = 1) {
  const random = randomSource(seed);
  const related: number[] = [];
  const months = Array.from({ length: 12 * YEARS }, (_, t) => {
    const m = t % 12;
    const share = inJanuary(2000 + Math.floor(t / 12));
    const festival = m === 0 ? share : m === 1 ? 1 - share : 0;
    const trend = 100 + 0.4 * t;
    related.push(trend * (1 + 0.04 * Math.sin(m)) - 9 * festival + 0.6 * random.normal());
    return trend * (1 + 0.05 * Math.sin(m)) - 12 * festival + 0.8 * random.normal();
  });
  const festival = months.map((_, t) => {
    const share = inJanuary(2000 + Math.floor(t / 12));
    return t % 12 === 0 ? share - 0.3 : t % 12 === 1 ? 0.3 - share : 0;
  });
  const years: FirstMonths[] = Array.from({ length: YEARS }, (_, y) => ({
    year: 2000 + y,
    combined: months[12 * y]! + months[12 * y + 1]!,
    january: months[12 * y]!,
  }));
  return { months, related, festival, years };
}

/** The last years published together only. */
function hidden(months: readonly number[], last: number) {
  const values = [...months];
  const combined: number[] = [];
  for (let y = YEARS - last; y < YEARS; y++) {
    values[12 * y + 1] = months[12 * y]! + months[12 * y + 1]!;
    values[12 * y] = Number.NaN;
    combined.push(12 * y + 1);
  }
  return { values, combined };
}

describe("January and February apart", () => {
  const { months, related, festival, years } = simulated();
  const { values, combined } = hidden(months, 5);
  const blind = years.map((y, i) => (i >= YEARS - 5 ? { ...y, january: null } : y));
  const byRelated = splitByRelated(values, [months.map(() => 1), related], combined);
  const byState = splitByStateSpace({ values, combined, calendar: [festival] });
  const splits = combined.map((t, i) => {
    const year = 2000 + YEARS - 5 + i;
    return {
      truth: months[t - 1]!,
      published: values[t]!,
      equalGrowth: splitByEqualGrowth(blind, year),
      calendar: splitByCalendar(blind, year, (y) => [inJanuary(y)]),
      related: byRelated.get(t)!,
      stateSpace: byState.get(t)!,
    };
  });
  const METHODS = ["equalGrowth", "calendar", "related", "stateSpace"] as const;
  const error = (method: (typeof METHODS)[number]) =>
    Math.sqrt(splits.reduce((s, v) => s + (v[method].january - v.truth) ** 2, 0) / splits.length);

  it.each(METHODS)("%s: the two sum to the published figure", (method) => {
    for (const s of splits) expect(s[method].january + s[method].february).toBeCloseTo(s.published, 9);
  });

  it("knowing where the festival fell beats last year's split, and using all months beats both", () => {
    expect(error("calendar")).toBeLessThan(error("equalGrowth") / 2);
    expect(error("stateSpace")).toBeLessThan(error("equalGrowth") / 3);
    expect(error("stateSpace")).toBeLessThan(2);
    expect(error("related")).toBeLessThan(error("equalGrowth") / 2);
  });

  it("its standard errors are of the size of its errors", () => {
    const z = splits.map((s) => (s.stateSpace.january - s.truth) / s.stateSpace.standardError!);
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(3.5);
    expect(Math.max(...splits.map((s) => s.stateSpace.standardError!))).toBeLessThan(3);
  });

  it("refuses where nothing is known, and a January beside a figure for both", () => {
    const none = years.map((y) => ({ ...y, january: null }));
    expect(() => splitByEqualGrowth(none, 2005)).toThrow(/no year before 2005/);
    expect(() => splitByCalendar(none, 2005, (y) => [inJanuary(y)])).toThrow(/0 years have/);
    expect(() => splitByCalendar([{ year: 2001, combined: 5, january: 9 }], 2001, () => [1])).toThrow(
      /0 years/,
    );
    expect(() => splitByRelated(months, [related], [13])).toThrow(/figure of its own/);
    expect(() => splitByStateSpace({ values: months.slice(0, 20), combined: [], calendar: [] })).toThrow(
      /36/,
    );
  });
});
