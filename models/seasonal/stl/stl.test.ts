import { describe, expect, it } from "vitest";
import { AppError } from "../../errors.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { interpolateSeasonal } from "./interpolateSeasonal.ts";
import { middleSum, publishedMiddleSum } from "./middleSum.ts";
import { mstl } from "./mstl.ts";
import { stl } from "./stl.ts";
import type { StlOptions } from "./stlOptions.ts";

const random = randomSource(17);
const noise = Float64Array.from({ length: 400 }, () => random.normal());
/** A bent trend, a season of 12, noise. */
const series = (n: number, size = 1): Float64Array =>
  Float64Array.from(
    { length: n },
    (_, t) => 50 + 0.1 * t + 8 * Math.sin((2 * Math.PI * t) / 12) + size * noise[t]!,
  );
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let t = 0; t < a.length; t++) most = Math.max(most, Math.abs(a[t]! - b[t]!));
  return most;
};
const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((v, t) => v + b[t]!);
const settings: readonly StlOptions[] = [
  { period: 12, seasonalWindow: 7 },
  { period: 12, seasonalWindow: "periodic" },
  { period: 12, seasonalWindow: 13, robust: true, seasonalDegree: 1 },
  { period: 12, seasonalWindow: 35, trendWindow: 41, lowPassDegree: 0, trendJump: 1 },
  { period: 12, seasonalWindow: 7, convention: "statsmodels" },
  { period: 12, seasonalWindow: 11, convention: "statsmodels", robust: true },
];

describe("STL", () => {
  it.each(settings)("%o: components add up, and follow a change of unit and level", (options) => {
    const y = series(150);
    const fit = stl(y, options);
    expect(apart(sum(sum(fit.seasonal, fit.trend), fit.remainder), y)).toBeLessThan(1e-12);
    const moved = stl(
      y.map((v) => 3 * v - 70),
      options,
    );
    expect(
      apart(
        moved.seasonal,
        fit.seasonal.map((v) => 3 * v),
      ),
    ).toBeLessThan(1e-8);
    expect(
      apart(
        moved.trend,
        fit.trend.map((v) => 3 * v - 70),
      ),
    ).toBeLessThan(1e-8);
    expect(apart(moved.weights, fit.weights)).toBeLessThan(1e-8);
  });

  it("finds a fixed season on a line exactly", () => {
    const y = Float64Array.from({ length: 120 }, (_, t) => 3 + 0.5 * t + [4, -1, -3, 0][t % 4]!);
    const fit = stl(y, { period: 4, seasonalWindow: "periodic", inner: 40 });
    expect(Math.max(...fit.remainder.map(Math.abs))).toBeLessThan(1e-6);
    expect(apart(fit.seasonal.subarray(0, 4), fit.seasonal.subarray(8, 12))).toBe(0);
  });

  it("robust: one wild figure gets no weight and moves nothing", () => {
    const y = series(150);
    const wild = y.slice();
    wild[77]! += 60;
    const clean = stl(y, { period: 12, seasonalWindow: 13, robust: true });
    const robust = stl(wild, { period: 12, seasonalWindow: 13, robust: true });
    const plain = stl(wild, { period: 12, seasonalWindow: 13 });
    expect(robust.weights[77]).toBe(0);
    expect(Math.abs(robust.trend[77]! - clean.trend[77]!)).toBeLessThan(1);
    expect(Math.abs(plain.trend[77]! - clean.trend[77]!)).toBeGreaterThan(2);
  });

  it("loess at every fifth point is near loess at every point", () => {
    const y = series(240);
    const every = stl(y, { period: 12, seasonalWindow: 13, trendJump: 1, lowPassJump: 1, seasonalJump: 1 });
    const fifth = stl(y, { period: 12, seasonalWindow: 13, trendJump: 5, lowPassJump: 3, seasonalJump: 2 });
    expect(apart(every.trend, fifth.trend)).toBeGreaterThan(0);
    expect(apart(every.trend, fifth.trend)).toBeLessThan(0.3);
  });

  it("does not depend on what was fitted before", () => {
    const first = stl(series(144), settings[2]!);
    stl(series(200), settings[2]!);
    stl(series(144, 3), settings[2]!);
    expect(apart(stl(series(144), settings[2]!).trend, first.trend)).toBe(0);
  });

  it("gives a constant back", () => {
    const fit = stl(new Float64Array(60).fill(9), { period: 12, seasonalWindow: 7, robust: true });
    expect(apart(fit.trend, new Float64Array(60).fill(9))).toBeLessThan(1e-12);
    expect(fit.weights.every(Number.isFinite)).toBe(true);
  });

  it("says what is wrong with its input", () => {
    expect(() => stl(series(24), { period: 12, seasonalWindow: 7 })).toThrow(AppError);
    expect(() => stl(series(60).fill(Number.NaN, 3, 4), { period: 12, seasonalWindow: 7 })).toThrow(
      /Figure 4/,
    );
    expect(() => stl(series(60), { period: 1, seasonalWindow: 7 })).toThrow(AppError);
    expect(() => stl(series(60), { period: 12, seasonalWindow: 1 })).toThrow(AppError);
    expect(() => stl(series(60), { period: 12, seasonalWindow: 7, trendJump: 0 })).toThrow(AppError);
  });
});

describe("the middle of the remainders", () => {
  it("is the median's in both ways, but for the pairs that the published program misses", () => {
    const missed = (lengths: readonly number[]) =>
      lengths.filter((n) => {
        const x = noise.slice(0, n).map(Math.abs);
        return publishedMiddleSum(x.slice()) !== middleSum(x.slice().sort());
      }).length;
    const odd = Array.from({ length: 190 }, (_, i) => 2 * i + 3);
    expect(missed(odd)).toBe(0);
    expect(missed(odd.map((n) => n + 1))).toBeLessThan(60);
  });
});

describe("MSTL", () => {
  const hours = Float64Array.from(
    { length: 336 },
    (_, t) =>
      100 + 6 * Math.cos((2 * Math.PI * t) / 8) + 10 * Math.sin((2 * Math.PI * t) / 56) + 0.1 * noise[t]!,
  );

  it("separates two seasons, and adds up", () => {
    const fit = mstl(hours, { periods: [56, 8], seasonalWindow: "periodic" });
    expect(fit.seasonals.map((s) => s.period)).toEqual([8, 56]);
    const [short, long] = fit.seasonals.map((s) => s.values) as [Float64Array, Float64Array];
    expect(
      apart(
        short,
        hours.map((_, t) => 6 * Math.cos((2 * Math.PI * t) / 8)),
      ),
    ).toBeLessThan(0.3);
    expect(
      apart(
        long,
        hours.map((_, t) => 10 * Math.sin((2 * Math.PI * t) / 56)),
      ),
    ).toBeLessThan(0.5);
    expect(apart(sum(sum(sum(short, long), fit.trend), fit.remainder), hours)).toBeLessThan(1e-10);
  });

  it("with one season is STL, after its transformation", () => {
    const y = series(120).map((v) => v + 100);
    const fit = mstl(y, { periods: [12, 90], lambda: 0 });
    const alone = stl(y.map(Math.log), { period: 12, seasonalWindow: 11 });
    expect(apart(fit.trend, alone.trend)).toBe(0);
    expect(fit.lambda).toBe(0);
  });

  it("fills gaps near what stood there", () => {
    const y = series(180, 0.3);
    const gaps = y.slice();
    for (const t of [0, 30, 31, 32, 77, 179]) gaps[t] = Number.NaN;
    const full = interpolateSeasonal(gaps, [12]);
    expect(apart(full, y)).toBeLessThan(2);
    expect(full[50]).toBe(y[50]);
    expect(interpolateSeasonal(y, [12])).toBe(y);
    expect(mstl(gaps, { periods: [12] }).remainder.every(Number.isFinite)).toBe(true);
  });

  it("draws straight lines where two seasons are not there", () => {
    const y = Float64Array.from([1, Number.NaN, 3, Number.NaN, Number.NaN, 9, Number.NaN]);
    expect(Array.from(interpolateSeasonal(y, [12]))).toEqual([1, 2, 3, 5, 7, 9, 9]);
  });

  it("says what is wrong with its input", () => {
    expect(() => mstl(series(20), { periods: [12] })).toThrow(AppError);
    expect(() => mstl(new Float64Array(60).fill(Number.NaN), { periods: [12] })).toThrow(AppError);
    expect(() =>
      mstl(
        series(60).map((v) => v - 60),
        { periods: [12], lambda: 0 },
      ),
    ).toThrow(AppError);
    expect(() => mstl(series(60), { periods: [12], iterate: 0 })).toThrow(AppError);
  });
});
