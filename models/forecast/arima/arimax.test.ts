import { describe, expect, it } from "vitest";
import { testSeries } from "../../series/testSeries.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { arimax } from "./arimax.ts";

const N = 120;
const AHEAD = 6;
const { normal } = randomSource(17);
const pulse = Array.from({ length: N + AHEAD }, () => normal());
const noise: number[] = [];
for (let t = 0; t < N + AHEAD; t++) noise.push(0.6 * (noise[t - 1] ?? 0) + 0.3 * normal());
const truth = pulse.map((x, t) => 20 + 3 * x + noise[t]!);
const target = testSeries("2014-01", truth.slice(0, N), { indicator: "example.target", unit: "percent" });
const driver = testSeries("2013-11", [0.1, -0.4, ...pulse], { indicator: "example.driver", unit: "percent" });
const fittedWith = (drivers = [driver], options = {}) =>
  arimax.fit({ target, drivers, seed: 1 }, { ...arimax.defaults, ...options });

describe("a regression with ARIMA errors", () => {
  it("finds what the driver does, wherever the driver's own series begins", () => {
    const { parameters } = fittedWith();
    expect(parameters["driver example.driver"]).toBeGreaterThan(2.85);
    expect(parameters["driver example.driver"]).toBeLessThan(3.15);
  });

  it("foretells with the driver's figures after the target's end, far nearer than without", () => {
    const error = (mean: readonly number[]) => mean.reduce((s, m, h) => s + Math.abs(m - truth[N + h]!), 0);
    const beside = fittedWith().predict(AHEAD, [80]);
    const alone = fittedWith([]).predict(AHEAD, [80]);
    expect(error(beside.mean)).toBeLessThan(0.5 * error(alone.mean));
    const width = (f: typeof beside) => f.intervals[0]!.upper[0]! - f.intervals[0]!.lower[0]!;
    expect(width(beside)).toBeLessThan(0.3 * width(alone));
  });

  it("refuses a horizon that the driver does not reach, naming the period", () => {
    expect(() => fittedWith().predict(AHEAD + 1, [80])).toThrow(/example\.driver has no figure for 2024-07/);
  });

  it("refuses drivers that lack a period, never move, or repeat each other, by name", () => {
    const holed = testSeries(
      "2014-01",
      pulse.map((x, t) => (t === 30 ? null : x)),
      { indicator: "example.holed" },
    );
    expect(() => fittedWith([holed])).toThrow(/example\.holed has no figure for 2016-07/);
    const still = testSeries(
      "2014-01",
      pulse.map(() => 4),
      { indicator: "example.still" },
    );
    expect(() => fittedWith([still])).toThrow(/example\.still never moves/);
    const twice = testSeries(
      "2014-01",
      pulse.map((x) => 2 * x + 1),
      { indicator: "example.twice" },
    );
    expect(() => fittedWith([driver, twice])).toThrow(/example\.twice is a combination/);
  });

  it("takes the order it is given, and refits it on a longer target with the same driver", () => {
    const given = { p: 2, d: 0, q: 0, P: 0, D: 0, Q: 0, constant: true };
    const first = fittedWith([driver], { order: given });
    expect(Object.keys(first.parameters)[0]).toBe("ARIMA(2,0,0)+c");
    const longer = testSeries("2014-01", truth.slice(0, N + 2), {
      indicator: "example.target",
      unit: "percent",
    });
    const again = first.refit!(longer).predict(4, [80]);
    expect(again.start).toBe("2024-03");
    expect(Math.abs(again.mean[0]! - truth[N + 2]!)).toBeLessThan(1.5);
  });
});

describe("on a Box–Cox scale", () => {
  const growing = testSeries(
    "2014-01",
    noise.slice(0, N).map((e, t) => Math.exp(2 + 0.01 * t + 0.2 * e)),
    { indicator: "example.level", unit: "index" },
  );
  const on = (lambda: number | "auto" | null, centre: "mean" | "median" = "mean") =>
    arimax
      .fit({ target: growing, drivers: [], seed: 1 }, { ...arimax.defaults, lambda, centre })
      .predict(6, [80]);

  it("λ = 0 is the logarithm, which positive levels get by themselves", () => {
    expect(on(0)).toEqual(on("auto"));
  });
  it("the mean lies above the median where the scale bends, and bounds keep their order", () => {
    for (const lambda of [0, 0.3, -0.5]) {
      const mean = on(lambda);
      const median = on(lambda, "median");
      mean.mean.forEach((m, h) => {
        expect(m).toBeGreaterThan(median.mean[h]!);
      });
      expect(mean.intervals).toEqual(median.intervals);
      median.mean.forEach((m, h) => {
        expect(m).toBeGreaterThan(median.intervals[0]!.lower[h]!);
        expect(m).toBeLessThan(median.intervals[0]!.upper[h]!);
      });
    }
  });
  it("is refused where figures have no logarithm", () => {
    const crossing = testSeries(
      "2014-01",
      noise.slice(0, N).map((e) => e),
      { indicator: "example.crossing" },
    );
    expect(() =>
      arimax.fit({ target: crossing, drivers: [], seed: 1 }, { ...arimax.defaults, lambda: 0 }),
    ).toThrow(/needs positive figures; example\.crossing/);
  });
});
