import { describe, expect, it } from "vitest";
import { testSeries } from "../series/testSeries.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { conformal } from "./conformal.ts";
import { naive } from "./naive.ts";
import { theta } from "./theta/theta.ts";

/** A random walk whose steps are far from normal: small ones, and one large in ten. */
function walk(n: number, seed: number): number[] {
  const random = randomSource(seed);
  let level = 100;
  return Array.from({ length: n }, () => {
    level += random.normal() * (random.uniform() < 0.1 ? 6 : 0.5);
    return level;
  });
}

const fitted = (y: readonly number[]) => {
  const model = conformal(naive);
  const target = testSeries("2005-01", [...y], { unit: "percent" });
  return model.fit({ target, drivers: [], seed: 1 }, model.defaults);
};

describe("conformal intervals", () => {
  it("cover as often as they say where a normal would not", () => {
    let inside = 0;
    let plain = 0;
    const runs = 300;
    for (let seed = 1; seed <= runs; seed++) {
      const y = walk(121, seed);
      const actual = y[120]!;
      const own = fitted(y.slice(0, 120)).predict(1, [80]).intervals[0]!;
      if (actual >= own.lower[0]! && actual <= own.upper[0]!) inside++;
      const target = testSeries("2005-01", y.slice(0, 120), { unit: "percent" });
      const normal = naive.fit({ target, drivers: [], seed: 1 }, {}).predict(1, [80]).intervals[0]!;
      if (actual >= normal.lower[0]! && actual <= normal.upper[0]!) plain++;
    }
    // Three standard errors around 80 %: ± 7 points.
    expect(Math.abs((100 * inside) / runs - 80)).toBeLessThan(7);
    expect((100 * plain) / runs).toBeGreaterThan(87);
  });

  it("leave the mean as it was, are nested, and never narrow with the horizon", () => {
    const f = fitted(walk(100, 3));
    const { mean, intervals } = f.predict(24, [50, 80, 95]);
    expect(mean.every((m) => m === mean[0])).toBe(true);
    const width = intervals.map((i) => i.upper.map((u, h) => u - i.lower[h]!));
    expect(width[0]!.every((w, h) => w <= width[1]![h]! && width[1]![h]! <= width[2]![h]!)).toBe(true);
    expect(width[1]!.every((w, h) => h === 0 || w >= width[1]![h - 1]!)).toBe(true);
  });

  it("no origin sees what came after it: errors are those of forecasts made then", () => {
    const y = walk(60, 4);
    const { intervals } = fitted(y).predict(1, [50]);
    const steps = y
      .slice(-40)
      .map((v, i) => Math.abs(v - y[60 - 41 + i]!))
      .sort((a, b) => a - b);
    const half = (intervals[0]!.upper[0]! - intervals[0]!.lower[0]!) / 2;
    expect(half).toBeCloseTo(steps[Math.ceil(41 * 0.5) - 1]!, 10);
  });

  it("refuse a history too short to try the model on", () => {
    const model = conformal(theta);
    const target = testSeries("2005-01", walk(10, 1), { unit: "percent" });
    expect(() => model.fit({ target, drivers: [], seed: 1 }, model.defaults)).toThrow(/needs 14 .* has 10/);
  });
});
