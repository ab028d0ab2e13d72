import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { holtWinters, holtWintersForecast } from "./holtWinters.ts";

function monthly(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from(
    { length: n },
    (_, t) => (100 + 0.8 * t) * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12)) + random.normal(),
  );
}

describe("Holt–Winters", () => {
  it("follows a season that multiplies to rounding where there is no noise", () => {
    const clean = Float64Array.from(
      { length: 60 },
      (_, t) => (100 + t) * (1 + 0.1 * Math.cos((2 * Math.PI * t) / 4)),
    );
    const fit = holtWinters(clean, { period: 4, season: "multiplicative" });
    const { mean } = holtWintersForecast(fit, 4);
    mean.forEach((v, h) => {
      expect(Math.abs(v / ((160 + h) * (1 + 0.1 * Math.cos((Math.PI * (60 + h)) / 2))) - 1)).toBeLessThan(
        0.01,
      );
    });
  });

  it("moves with a shift where everything adds, and its spread grows", () => {
    const y = monthly(72, 5);
    const how = { period: 12, season: "additive", alpha: 0.3, beta: 0.1, gamma: 0.2 } as const;
    const a = holtWintersForecast(holtWinters(y, how), 24);
    const b = holtWintersForecast(
      holtWinters(
        y.map((v) => v + 500),
        how,
      ),
      24,
    );
    a.mean.forEach((v, h) => {
      expect(b.mean[h]!).toBeCloseTo(v + 500, 8);
    });
    expect(a.sd.every((s, h) => h === 0 || s >= a.sd[h - 1]!)).toBe(true);
  });

  it("runs without trend and without season, and refuses gaps and short series", () => {
    const y = monthly(30, 6);
    expect(holtWinters(y, { period: 12, season: "none", beta: false }).slope).toBe(0);
    expect(holtWinters(y, { period: 12, season: "none" }).first).toBe(2);
    expect(() => holtWinters(y.slice(0, 20), { period: 12, season: "additive" })).toThrow(/at least 25/);
    expect(() => holtWinters(Float64Array.of(1, Number.NaN, 3), { period: 1, season: "none" })).toThrow(
      /figure 2/,
    );
  });
});
