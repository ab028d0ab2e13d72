import { describe, expect, it } from "vitest";
import { basisBreaks } from "./basisBreaks.ts";
import { comparableMonths, comparableTotals } from "./comparableChain.ts";
import { monthlyFromRunningGrowth, runningGrowth } from "./growthOnly.ts";
import { monthGrowth } from "./growthRoute.ts";
import { monthsFromLevels } from "./levelRoute.ts";
import { neededGrowth } from "./neededGrowth.ts";
import type { RunningTotals } from "./runningTotals.ts";

const NONE = Number.NaN;

/** Fixed asset investment of January to July and to August, 2024 and 2025, as published (亿元, %). */
function investment(): RunningTotals {
  const total = new Float64Array(24).fill(NONE);
  const growth = new Float64Array(24).fill(NONE);
  total[7] = 329_385;
  growth[7] = 3.4;
  total[18] = 288_229;
  growth[18] = 1.6;
  total[19] = 326_111;
  growth[19] = 0.5;
  return { firstYear: 2024, total, growth, totalHalf: 0.5, growthHalf: 0.05 };
}

/** Three years of months that grow, one basis throughout, nothing rounded. */
function clean(): { months: number[]; totals: RunningTotals } {
  const months = Array.from(
    { length: 36 },
    (_, t) => (100 + 3 * (t % 12)) * 1.06 ** Math.floor(t / 12) + (t % 7),
  );
  const total = new Float64Array(36);
  const growth = new Float64Array(36).fill(NONE);
  for (let t = 0; t < 36; t++) {
    total[t] = months[t]! + (t % 12 === 0 ? 0 : total[t - 1]!);
    if (t >= 12) growth[t] = 100 * (total[t]! / total[t - 12]! - 1);
  }
  return { months, totals: { firstYear: 2020, total, growth, totalHalf: 0, growthHalf: 0 } };
}

describe("growth route", () => {
  it("August 2025: −7.15 %, and rounding leaves −7.83 to −6.46", () => {
    const august = monthGrowth(investment())[19]!;
    expect(august.level).toBe(37_882);
    expect(august.base).toBeCloseTo(40_799, -0.5);
    expect(august.growth.value).toBeCloseTo(-7.15, 2);
    expect(august.growth.low).toBeCloseTo(-7.83, 2);
    expect(august.growth.high).toBeCloseTo(-6.46, 2);
    expect(august.months).toBe(1);
  });

  it("re-aggregated, the months give every published growth again", () => {
    const { totals, months } = clean();
    const route = monthGrowth(totals);
    for (let t = 12; t < 36; t++) {
      const year = route.slice(12 * Math.floor(t / 12), t + 1).map((m) => m!);
      const base = year.reduce((s, m) => s + m.base, 0);
      const level = year.reduce((s, m) => s + m.level, 0);
      expect(100 * (level / base - 1)).toBeCloseTo(totals.growth[t]!, 10);
      expect(route[t]!.growth.value).toBeCloseTo(100 * (months[t]! / months[t - 12]! - 1), 9);
    }
  });

  it("rounded sources stay inside the range, and the range widens through the year", () => {
    const { totals, months } = clean();
    const rounded: RunningTotals = {
      ...totals,
      total: totals.total.map((c) => Math.round(c * 10) / 10),
      growth: totals.growth.map((g) => Math.round(g * 10) / 10),
      totalHalf: 0.05,
      growthHalf: 0.05,
    };
    const route = monthGrowth(rounded);
    for (let t = 12; t < 36; t++) {
      const truth = 100 * (months[t]! / months[t - 12]! - 1);
      const { low, high } = route[t]!.growth;
      expect(truth).toBeGreaterThanOrEqual(low - 1e-9);
      expect(truth).toBeLessThanOrEqual(high + 1e-9);
    }
    const width = (t: number) => route[t]!.growth.high - route[t]!.growth.low;
    expect(width(23)).toBeGreaterThan(5 * width(12));
  });

  it("has no answer where the base of the month may be nothing", () => {
    const odd = investment();
    odd.growth[18] = -14;
    expect(monthGrowth(odd)[19]).toBeNull();
  });
});

describe("level route", () => {
  it("the year's months sum to December's running total; January–February is one figure", () => {
    const { totals } = clean();
    totals.total[0] = NONE;
    const months = monthsFromLevels(totals);
    expect(months[0]).toBeNull();
    expect(months[1]).toMatchObject({ value: totals.total[1]!, months: 2 });
    expect(months.slice(0, 12).reduce((s, m) => s + (m?.value ?? 0), 0)).toBeCloseTo(totals.total[11]!, 9);
  });

  it("a month missing inside the year makes the next figure cover two", () => {
    const { totals, months } = clean();
    totals.total[4] = NONE;
    const route = monthsFromLevels(totals);
    expect(route[5]!.months).toBe(2);
    expect(route[5]!.value).toBeCloseTo(months[4]! + months[5]!, 9);
  });
});

describe("restated base", () => {
  it("finds 4,896 亿元 taken out of January to August 2024", () => {
    const [found, ...more] = basisBreaks(investment());
    expect(more).toEqual([]);
    expect(found!.index).toBe(19);
    expect(found!.byLevels).toBeCloseTo(-0.99, 2);
    expect(found!.impliedBase).toBeCloseTo(324_489, -0.5);
    expect(found!.formerBase - found!.impliedBase).toBeCloseTo(4_896, -0.5);
  });

  it("cries over nothing where levels and growth agree", () => {
    expect(basisBreaks(clean().totals)).toEqual([]);
  });
});

describe("comparable chain", () => {
  it("without a restatement it is the published level", () => {
    const { totals, months } = clean();
    comparableMonths(totals).forEach((m, t) => {
      expect(m!.value).toBeCloseTo(months[t]!, 8);
    });
  });

  it("with one, growth between any two years is the published growth", () => {
    const { totals } = clean();
    for (let t = 0; t < 12; t++) totals.total[t] = totals.total[t]! * 1.05;
    const chained = comparableTotals(totals);
    for (let t = 12; t < 36; t++)
      expect(100 * (chained[t]! / chained[t - 12]! - 1)).toBeCloseTo(totals.growth[t]!, 9);
  });

  it("stops where a growth rate is missing, and says so by null", () => {
    const { totals } = clean();
    totals.growth[17] = NONE;
    const months = comparableMonths(totals);
    expect(months[5]).toBeNull();
    expect(months[17]).not.toBeNull();
  });

  it("the range holds the value and grows with every year back", () => {
    const { totals } = clean();
    const months = comparableMonths({ ...totals, totalHalf: 0.5, growthHalf: 0.05 });
    const width = (t: number) => (months[t]!.high - months[t]!.low) / months[t]!.value;
    expect(width(3)).toBeGreaterThan(width(15));
    expect(width(15)).toBeGreaterThan(width(27));
  });
});

describe("growth-only series", () => {
  const shares = Array.from({ length: 12 }, (_, m) => 7 + (m % 5));
  const monthly = Float64Array.from({ length: 12 }, (_, m) => 4 + Math.sin(m));

  it("running and monthly growth undo each other", () => {
    const back = monthlyFromRunningGrowth(runningGrowth(monthly, shares), shares);
    back.forEach((g, m) => {
      expect(g).toBeCloseTo(monthly[m]!, 12);
    });
  });

  it("a missing January puts both months into February", () => {
    const running = runningGrowth(monthly, shares);
    running[0] = NONE;
    const back = monthlyFromRunningGrowth(running, shares);
    expect(back[0]).toBeNaN();
    expect(back[1]).toBeCloseTo(running[1]!, 12);
  });

  it("refuses a share that is none", () => {
    expect(() => runningGrowth(monthly, shares.with(3, 0))).toThrow(/month 4 is 0/);
    expect(() => runningGrowth(monthly, [1, 2])).toThrow(/2 shares/);
  });
});

describe("what the rest of the year must bring", () => {
  it("meets the target exactly", () => {
    const needed = neededGrowth(5, 8, 660, 4, 1000);
    const last = 1000 - 660 / 1.04;
    expect(660 + last * (1 + needed.growth / 100)).toBeCloseTo(1050, 10);
    expect(needed.monthsLeft).toBe(4);
  });

  it("is the target itself while the year runs at it", () => {
    expect(neededGrowth(5, 3, 262.5, 5, 1000).growth).toBeCloseTo(5, 12);
  });

  it("refuses a December and a base that does not fit", () => {
    expect(() => neededGrowth(5, 12, 1000, 5, 1000)).toThrow(/after January to November/);
    expect(() => neededGrowth(5, 8, 2000, 5, 1000)).toThrow(/another basis/);
  });
});
