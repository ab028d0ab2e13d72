import { describe, expect, it } from "vitest";
import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { outlierCriticalValue } from "./criticalValue.ts";
import { easter, easterSunday } from "./easter.ts";
import { additiveOutlier, levelShift, ramp, seasonalOutlier, temporaryChange } from "./interventions.ts";
import { airline, fitModel, type Model, problemOf } from "./model.ts";
import { forecastOfFigures, type RegarimaSpec, regarima } from "./regarima.ts";
import { columnsOf, type Regressor } from "./regressor.ts";
import { leapYearFactors, officialTradingDay, tradingDay, weekdayContrast } from "./tradingDay.ts";

const FIRST = 2000 * 12;
const plain: Partial<RegarimaSpec> = {
  transform: "none",
  tradingDays: null,
  easterWindows: null,
  outliers: null,
  order: airline(12),
};

/** An airline process with θ = 0.4, Θ = 0.6 (Box and Jenkins' signs) and σ = 1. */
function airlineSeries(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  const a = Float64Array.from({ length: n + 26 }, () => random.normal());
  const y = new Float64Array(n + 26);
  for (let t = 13; t < y.length; t++)
    y[t] =
      y[t - 1]! + y[t - 12]! - y[t - 13]! + a[t]! - 0.4 * a[t - 1]! - 0.6 * a[t - 12]! + 0.24 * a[t - 13]!;
  return y.slice(26);
}

describe("calendar regressors", () => {
  const decade = { first: FIRST, count: 120, period: 12 };
  it("dates Easter", () => {
    const iso = (y: number) => new Date(easterSunday(y) * 86_400_000).toISOString().slice(5, 10);
    expect([1961, 2000, 2008, 2019, 2024, 2025].map(iso)).toEqual([
      "04-02",
      "04-23",
      "03-23",
      "04-21",
      "03-31",
      "04-20",
    ]);
  });
  it("has X-13's long-run means of Easter[8]: 0.382 in March, 0.618 in April", () => {
    const raw = easter({ first: 2011 * 12, count: 12, period: 12 }, 8);
    // Easter 2011 was on 24 April: the whole window lies in April.
    expect(raw[2]).toBeCloseTo(-0.382, 7);
    expect(raw[3]).toBeCloseTo(1 - 0.618, 7);
  });
  it("counts days: the contrasts of a 28-day February are nil, and five weekdays against the weekend agree with six", () => {
    const days = tradingDay(decade);
    const one = weekdayContrast(decade);
    expect(days.map((c) => c[13])).toEqual([0, 0, 0, 0, 0, 0]);
    for (let t = 0; t < 120; t++) {
      const sunday = one[t]! - (days[0]![t]! + days[1]![t]! + days[2]![t]! + days[3]![t]! + days[4]![t]!);
      // 5 Sundays more − 2.5 (Saturday + Sunday) = −2.5 (Saturday − Sunday)
      expect(sunday).toBeCloseTo(-2.5 * days[5]![t]!, 12);
    }
  });
  it("counts make-up workdays: January 2025 has 19 working days among 31", () => {
    const [pooled] = officialTradingDay({ first: 2025 * 12, count: 1, period: 12 }, true);
    expect(pooled![0]).toBeCloseTo(19 - (12 * 249.55) / 115.7, 10);
  });
  it("divides by leap-year factors whose mean over four years is one", () => {
    const f = leapYearFactors({ first: FIRST, count: 48, period: 12 });
    const februaries = [1, 13, 25, 37].map((t) => f[t]!);
    expect(februaries.reduce((a, b) => a + b) / 4).toBeCloseTo(1, 12);
  });
  it("refuses a user's regressor that ends before the forecasts, by name", () => {
    const short: Regressor = { kind: "user", name: "strike", effect: "user", first: FIRST, values: [1, 2] };
    expect(() => columnsOf(short, decade)).toThrow(/strike.*2 values/);
  });
});

describe("interventions", () => {
  const span = { first: FIRST, count: 8, period: 4 };
  it("are written against the end of the series", () => {
    expect([...additiveOutlier(span, FIRST + 2)]).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    expect([...levelShift(span, FIRST + 2)]).toEqual([-1, -1, 0, 0, 0, 0, 0, 0]);
    expect([...ramp(span, FIRST + 1, FIRST + 4)]).toEqual([-3, -3, -2, -1, 0, 0, 0, 0]);
    expect(temporaryChange(span, FIRST + 2)[3]).toBeCloseTo(0.343, 12);
    expect(seasonalOutlier(span, FIRST + 4).reduce((a, b) => a + b)).toBeCloseTo(0, 12);
  });
});

describe("outlier critical values", () => {
  it.each([
    [144, 3.88983776393407],
    [360, 4.06504111855367],
  ])("of %i figures is X-13's", (n, value) => expect(outlierCriticalValue(n)).toBeCloseTo(value, 7));
});

describe("estimation", () => {
  const y = airlineSeries(240, 11);
  it("recovers the airline coefficients within three standard errors", () => {
    const { arma } = regarima({ values: y, first: FIRST, period: 12 }, plain).model.fit;
    expect(Math.abs(-arma.ma[0]! - 0.4)).toBeLessThan(3 * Math.sqrt((1 - 0.16) / 227));
    expect(Math.abs(-arma.seasonalMa[0]! - 0.6)).toBeLessThan(3 * Math.sqrt((1 - 0.36) / 227));
  });
  it("does not mind a straight line and a fixed season added, nor the units", () => {
    const series = { values: y, first: FIRST, period: 12 };
    const base = regarima(series, plain).model;
    const moved = y.map((v, t) => 7 * v + 3 * t + 10 * Math.sin((Math.PI * t) / 6));
    const other = regarima({ ...series, values: moved }, plain).model;
    expect(other.fit.arma.ma[0]).toBeCloseTo(base.fit.arma.ma[0]!, 5);
    expect(other.fit.logLikelihood).toBeCloseTo(base.fit.logLikelihood - 227 * Math.log(7), 6);
  });
  it("finds the effects of regressors within three standard errors, and their forecasts", () => {
    const span = { first: FIRST, count: 252, period: 12 };
    const [weekday] = columnsOf({ kind: "td1coef" }, span);
    const values = y.map((v, t) => v + 0.8 * weekday!.values[t]!);
    const result = regarima(
      { values, first: FIRST, period: 12 },
      { ...plain, tradingDays: { use: { regressors: [{ kind: "td1coef" }], length: "none" } } },
    );
    const { coefficients, factor, sigma2 } = result.model.fit;
    expect(Math.abs(coefficients[0]! - 0.8)).toBeLessThan((3 * Math.sqrt(sigma2)) / factor[0]!);
    expect(result.effects["trading-day"][245]).toBeCloseTo(coefficients[0]! * weekday!.values[245]!, 12);
  });
  it("treats a gap as the limit of a figure of no weight: the same as an additive outlier there", () => {
    const gapped = y.slice();
    gapped[100] = Number.NaN;
    const a = regarima({ values: gapped, first: FIRST, period: 12 }, plain);
    const fixed = { ...plain, fixedArma: a.model.fit.arma };
    const b = regarima(
      { values: y, first: FIRST, period: 12 },
      { ...fixed, regressors: [{ kind: "ao", at: FIRST + 100 }] },
    );
    expect(a.filled[100]).toBeCloseTo(y[100]! - b.model.fit.coefficients[0]!, 8);
    expect(forecastOfFigures(a).mean[5]).toBeCloseTo(forecastOfFigures(b).mean[5]!, 8);
  });
  it("with a constant forecasts on along the drift", () => {
    const random = randomSource(3);
    let level = 0;
    const walk = Float64Array.from({ length: 120 }, () => (level += 0.5 + 0.1 * random.normal()));
    const order: ArimaOrder = { p: 0, d: 1, q: 0, P: 0, D: 0, Q: 0, m: 12, constant: true };
    const result = regarima({ values: walk, first: FIRST, period: 12 }, { ...plain, order });
    const drift = (walk[119]! - walk[0]!) / 119;
    expect(result.model.fit.coefficients[0]).toBeCloseTo(drift, 10);
    expect(result.forecast.mean[11]).toBeCloseTo(walk[119]! + 12 * drift, 9);
  });
});

describe("backcasts", () => {
  const y = airlineSeries(120, 17);
  const span = { first: FIRST - 24, count: 168, period: 12 };
  const [days] = columnsOf({ kind: "td1coef" }, span);
  const values = y.map((v, t) => v + 0.5 * days!.values[t + 24]!);
  const spec: Partial<RegarimaSpec> = {
    ...plain,
    tradingDays: { use: { regressors: [{ kind: "td1coef" }], length: "none" } },
    horizon: 24,
    backcasts: 24,
  };
  const there = regarima({ values, first: FIRST, period: 12 }, spec);
  it("are the forecasts of the series backwards", () => {
    const mirror: Regressor = {
      kind: "user",
      name: "days",
      effect: "trading-day",
      first: FIRST,
      values: Array.from(days!.values.slice(0, 144).reverse()),
    };
    const back = regarima(
      { values: values.slice().reverse(), first: FIRST, period: 12 },
      { ...plain, regressors: [mirror], fixedArma: there.model.fit.arma, horizon: 24 },
    );
    there.backcast.mean.forEach((v, i) => {
      expect(v).toBeCloseTo(back.forecast.mean[23 - i]!, 7);
    });
  });
  it("extend a decomposition without the regressors' effects", () => {
    const effect = there.model.fit.coefficients[0]!;
    there.backcast.linear.forEach((v, i) => {
      expect(v + effect * days!.values[i]!).toBeCloseTo(there.backcast.mean[i]!, 9);
    });
  });
});

describe("the search for outliers", () => {
  it("finds what was planted, of the right kind and size", () => {
    const y = airlineSeries(180, 5);
    const values = y.map((v, t) => v + (t === 60 ? 9 : 0) - (t < 130 ? 12 : 0));
    const result = regarima(
      { values, first: FIRST, period: 12 },
      { ...plain, outliers: { kinds: ["ao", "ls", "tc"] } },
    );
    expect(result.outliers).toContainEqual({ kind: "ao", at: FIRST + 60 });
    expect(result.outliers).toContainEqual({ kind: "ls", at: FIRST + 130 });
    const t = result.model.columns.findIndex((c) => c.name.startsWith("LS"));
    expect(Math.abs(result.model.fit.coefficients[t]! - 12)).toBeLessThan(3.5);
  });
  it("leaves a quiet series alone in most of ten draws", () => {
    const found = Array.from({ length: 10 }, (_, i) => {
      const values = airlineSeries(120, 100 + i);
      return regarima({ values, first: FIRST, period: 12 }, { ...plain, outliers: { kinds: ["ao", "ls"] } })
        .outliers.length;
    });
    expect(found.filter((n) => n === 0).length).toBeGreaterThanOrEqual(6);
  });
});

describe("bad input", () => {
  const series = (values: ArrayLike<number>) => ({
    values: Float64Array.from(values),
    first: FIRST,
    period: 12,
  });
  it.each([
    ["too short", Array.from({ length: 14 }, (_, t) => t), /needs/],
    ["all missing", Array.from({ length: 60 }, () => Number.NaN), /found 0/],
    ["constant", Array.from({ length: 60 }, () => 4.35), /does not move/],
    ["infinite", [...airlineSeries(60, 1), Number.POSITIVE_INFINITY], /not a finite number/],
  ])("%s is said", (_, values, message) => expect(() => regarima(series(values), plain)).toThrow(message));
  it("logs of figures that are not positive are refused, and `auto` takes none", () => {
    const values = airlineSeries(120, 9);
    expect(() => regarima(series(values), { ...plain, transform: "log" })).toThrow(/positive/);
    expect(regarima(series(values), { ...plain, transform: "auto" }).transformation).toMatchObject({
      log: false,
      aiccLog: null,
    });
  });
  it("a regressor said twice gets one coefficient", () => {
    const model: Model = {
      log: false,
      prior: "none",
      order: airline(12),
      regressors: [{ kind: "td1coef" }, { kind: "td1coef" }],
    };
    const { fit } = fitModel(problemOf(airlineSeries(120, 2), FIRST, 12, 0), model);
    expect(fit.dependent).toEqual([1]);
    expect(fit.coefficients[1]).toBe(0);
  });
});
