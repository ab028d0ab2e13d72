import { describe, expect, it } from "vitest";
import { AppError } from "../../errors.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { x11 } from "../x11/x11.ts";
import { averageDuration } from "./averageDuration.ts";
import { meanChanges } from "./meanChanges.ts";
import { qualityReadings, worstBand } from "./qualityBands.ts";
import { revisionHistory } from "./revisionHistory.ts";
import { seasonalStability } from "./seasonalStability.ts";
import { slidingSpans } from "./slidingSpans.ts";
import { x11Quality } from "./x11Quality.ts";

const random = randomSource(31);
/** A series whose season is as strong as told, its trend growing by 0.3 % a month. */
const series = (n: number, season: number, noise = 0.01): Float64Array =>
  Float64Array.from({ length: n }, (_, t) =>
    Math.exp(4 + 0.003 * t + season * Math.cos((2 * Math.PI * t) / 12) + noise * random.normal()),
  );
const of = (y: Float64Array) => x11Quality(y, x11(y, { period: 12, firstPeriod: 1 }));

describe("the quality of an X-11 adjustment", () => {
  const good = of(series(180, 0.1));
  const poor = of(series(180, 0.001, 0.05));

  it("is good for a strong season and bad for one drowned in noise", () => {
    expect(good.identifiable.answer).toBe("present");
    expect(good.statistics.q).toBeLessThan(0.7);
    expect(good.statistics.m[6]).toBeLessThan(0.3);
    expect(poor.identifiable.answer).toBe("not-present");
    expect(poor.statistics.m[6]).toBeGreaterThan(1);
    expect(worstBand(qualityReadings(good))).not.toBe("bad");
    expect(qualityReadings(poor).find((r) => r.measure === "m7")?.band).not.toBe("good");
  });

  it("holds each M between 0 and 3, and Q to their weighted mean", () => {
    for (const { statistics } of [good, poor]) {
      for (const m of statistics.m) expect(m! >= 0 && m! <= 3).toBe(true);
      expect(statistics.failures).toBe(statistics.m.filter((m) => m! >= 1).length);
      expect(statistics.q).toBeLessThanOrEqual(Math.max(...(statistics.m as number[])));
      expect(statistics.q).toBeGreaterThanOrEqual(Math.min(...(statistics.m as number[])));
    }
  });

  it("divides the changes of every span among the components", () => {
    const { irregular, trend, seasonal } = good.measures.shares;
    irregular.forEach((v, k) => {
      expect(v + trend[k]! + seasonal[k]!).toBeCloseTo(100, 9);
    });
    // The trend takes over as the span grows, apart from the season's return.
    expect(trend[11]!).toBeGreaterThan(90);
  });

  it("has no M8 to M11 for five years or a stable season", () => {
    const short = series(60, 0.1);
    const stable = series(120, 0.1);
    for (const [y, seasonalMa] of [
      [short, "s3x3"],
      [stable, "stable"],
    ] as const) {
      const { statistics } = x11Quality(y, x11(y, { period: 12, firstPeriod: 1, seasonalMa }));
      expect(statistics.m.slice(7)).toEqual([null, null, null, null]);
      expect(statistics.q).toBeGreaterThan(0);
    }
  });

  it("does not mind the unit", () => {
    const y = series(120, 0.05);
    const one = of(y);
    const other = of(y.map((v) => 1e4 * v));
    expect(other.statistics.q).toBeCloseTo(one.statistics.q, 9);
    expect(other.qs.irregular.qs).toBeCloseTo(one.qs.irregular.qs, 6);
  });

  it("refuses a series that does not move", () => {
    const y = new Float64Array(96).fill(3);
    expect(() => of(y)).toThrow(AppError);
  });
});

describe("runs and changes", () => {
  it("counts runs: rises and falls, an equal figure going with the run", () => {
    expect(averageDuration([1, 2, 3, 2, 1, 2])).toBeCloseTo(5 / 3, 12);
    expect(averageDuration([1, 2, 2, 3])).toBe(3);
    expect(averageDuration([5, 5, 5])).toBe(2);
    const white = Float64Array.from({ length: 20_000 }, () => random.normal());
    expect(averageDuration(white)).toBeCloseTo(1.5, 1);
  });

  it("measures the change over a span", () => {
    const x = Float64Array.from([100, 110, 99]);
    const ratio = meanChanges(x, 2, true);
    expect(ratio.size[0]).toBeCloseTo(10, 12);
    expect(ratio.mean[0]).toBeCloseTo(0, 12);
    expect(ratio.deviation[0]).toBeCloseTo(10, 12);
    expect(ratio.size[1]).toBeCloseTo(1, 12);
    expect(meanChanges(x, 1, false).size[0]).toBeCloseTo(10.5, 12);
    expect(meanChanges(x, 3, false).size[2]).toBeNaN();
  });

  it("sees no change in a season that stands still, drift in one that grows", () => {
    const still = Float64Array.from({ length: 96 }, (_, t) => 1 + 0.1 * Math.cos((2 * Math.PI * t) / 12));
    const none = seasonalStability(still, 12, 1)!;
    for (const v of Object.values(none)) expect(v).toBeCloseTo(0, 10);
    const growing = still.map((v, t) => 1 + (v - 1) * (1 + Math.floor(t / 12)));
    const { m8, m9, m10, m11 } = seasonalStability(growing, 12, 1)!;
    // One way only: the drift is the whole of the change.
    expect(m9).toBeCloseTo(m8, 9);
    expect(m11).toBeCloseTo(m10, 9);
    expect(seasonalStability(still.slice(0, 71), 12, 1)).toBeNull();
  });
});

describe("sliding spans", () => {
  const y = series(180, 0.1);
  const adjust = (part: Float64Array, firstPeriod: number) => {
    const { d10, d11 } = x11(part, { period: 12, firstPeriod, seasonalMa: "s3x3" }).tables;
    return { seasonal: d10, adjusted: d11 };
  };

  it("ends with the series, begins a year apart, and compares what several spans hold", () => {
    const { starts, seasonal, changes, yearlyChanges } = slidingSpans(
      y,
      { period: 12, firstPeriod: 1 },
      adjust,
    );
    expect(starts).toEqual([48, 60, 72, 84]);
    expect(seasonal.compared).toBe(180 - 48 - 24);
    expect(changes.compared).toBeLessThanOrEqual(seasonal.compared);
    expect(yearlyChanges.compared).toBeLessThan(changes.compared);
    expect(seasonal.spread[59]).toBeNaN();
    expect(seasonal.percent).toBeLessThan(15);
  });

  it("measures the spread by its formula", () => {
    let span = 0;
    const told = (part: Float64Array) => {
      span++;
      return {
        seasonal: part.map(() => 1 + 0.01 * span),
        adjusted: part.map((_, t) => (span === 2 && t === 30 ? 105 : 100)),
      };
    };
    const result = slidingSpans(y, { period: 12, firstPeriod: 1, spans: 2, threshold: 4 }, told);
    expect(result.seasonal.spread[100]).toBeCloseTo((100 * 0.01) / 1.01, 10);
    expect(result.seasonal.unstable).toBe(0);
    expect(result.changes.unstable).toBe(2);
    expect(result.yearlyChanges.unstable).toBe(2);
  });

  it("hands on the month that a span begins with, and says when it cannot", () => {
    const firsts: number[] = [];
    slidingSpans(y.slice(5), { period: 12, firstPeriod: 6 }, (part, first) => {
      firsts.push(first);
      return adjust(part, first);
    });
    expect(firsts).toEqual([1, 1, 1, 1]);
    expect(() => slidingSpans(y.slice(0, 120), { period: 12, firstPeriod: 1 }, adjust)).toThrow(AppError);
    expect(() => slidingSpans(y, { period: 12, firstPeriod: 1, spans: 1 }, adjust)).toThrow(AppError);
  });
});

describe("revision history", () => {
  const y = series(120, 0.1);

  it("is nothing for a method that does not look ahead", () => {
    const { level, change } = revisionHistory(y, { period: 12, first: 60 }, (part) => part.map((v) => 2 * v));
    expect(level.meanAbsolute).toBe(0);
    expect(change.meanAbsolute).toBe(0);
    expect(level.values.filter((v) => !Number.isNaN(v))).toHaveLength(60);
  });

  it("is the difference that later figures make", () => {
    // A two-sided average: the last figure stands for the one that is not there yet.
    const average = (x: Float64Array) => x.map((v, t) => (v + (x[t + 1] ?? v)) / 2);
    const { level, concurrent, final } = revisionHistory(
      y,
      { period: 12, first: 60, scale: "difference" },
      average,
    );
    for (let t = 59; t < 119; t++) {
      expect(concurrent[t]).toBe(y[t]);
      expect(level.values[t]).toBeCloseTo((y[t + 1]! - y[t]!) / 2, 10);
    }
    expect(final).toHaveLength(120);
    expect(level.rms).toBeGreaterThanOrEqual(level.meanAbsolute);
    expect(() => revisionHistory(y, { period: 12, first: 120 }, average)).toThrow(AppError);
  });
});
