import { describe, expect, it } from "vitest";
import { AppError } from "../../errors.ts";
import { decompose } from "./decompose.ts";

describe("classical decomposition", () => {
  const line = (t: number) => 10 + 2 * t;
  const season = [3, -1, -4, 2];
  const y = Float64Array.from({ length: 20 }, (_, t) => line(t) + season[t % 4]!);

  it("takes a line and a season apart exactly, but for half a year at the ends", () => {
    const { seasonal, trend, random, figure } = decompose(y, { period: 4 });
    expect(Array.from(figure, (v) => Math.round(v * 1e9) / 1e9)).toEqual(season);
    for (let t = 0; t < 20; t++) expect(seasonal[t]).toBeCloseTo(season[t % 4]!, 12);
    for (const t of [0, 1, 18, 19]) expect(trend[t]).toBeNaN();
    for (let t = 2; t < 18; t++) {
      expect(trend[t]).toBeCloseTo(line(t), 12);
      expect(random[t]).toBeCloseTo(0, 12);
    }
  });

  it("multiplies and divides where told so, figures averaging one", () => {
    const factors = [1.2, 0.9, 1, 0.9];
    const z = Float64Array.from({ length: 24 }, (_, t) => 100 * factors[t % 4]!);
    const { figure, random, trend, seasonal } = decompose(z, { period: 4, mode: "multiplicative" });
    factors.forEach((v, j) => {
      expect(figure[j]).toBeCloseTo(v, 12);
    });
    for (let t = 2; t < 22; t++) expect(trend[t]! * seasonal[t]! * random[t]!).toBeCloseTo(z[t]!, 10);
  });

  it("with an odd period takes a plain average, on the past alone if told so", () => {
    const z = Float64Array.from([1, 2, 3, 4, 5, 6, 7]);
    expect(Array.from(decompose(z, { period: 3 }).trend)).toEqual([Number.NaN, 2, 3, 4, 5, 6, Number.NaN]);
    const past = decompose(z, { period: 3, trend: "past" }).trend;
    expect(Array.from(past)).toEqual([Number.NaN, Number.NaN, 2, 3, 4, 5, 6]);
  });

  it("keeps a gap to its neighbourhood", () => {
    const z = y.slice();
    z[9] = Number.NaN;
    const { trend, seasonal, random } = decompose(z, { period: 4 });
    expect(Array.from(trend, Number.isNaN).filter(Boolean)).toHaveLength(4 + 5);
    expect(seasonal.every(Number.isFinite)).toBe(true);
    expect(random[9]).toBeNaN();
  });

  it("says what is wrong with its input", () => {
    expect(() => decompose(y.slice(0, 7), { period: 4 })).toThrow(AppError);
    expect(() => decompose(y, { period: 1 })).toThrow(AppError);
    expect(() =>
      decompose(
        y.map((v, t) => (t === 3 ? Number.POSITIVE_INFINITY : v)),
        { period: 4 },
      ),
    ).toThrow(AppError);
    expect(() => decompose(new Float64Array(20), { period: 4, mode: "multiplicative" })).toThrow(AppError);
    expect(() => decompose(new Float64Array(20).fill(Number.NaN), { period: 4 })).toThrow(AppError);
  });
});
