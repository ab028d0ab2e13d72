import { describe, expect, it } from "vitest";
import { testSeries } from "../series/testSeries.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { bridge } from "./bridge/bridge.ts";
import { midas } from "./midas/midas.ts";

const QUARTERS = 80;
const BETA = 2;

/** Monthly x and quarterly y(t) = 1 + 2 · mean of the quarter's months + 0.1 e(t). */
function simulated(monthsBeyond = 0) {
  const random = randomSource(5);
  const months = new Float64Array(3 * QUARTERS + 6);
  for (let i = 0; i < months.length; i++) months[i] = 0.6 * (months[i - 1] ?? 0) + random.normal();
  const y = Array.from({ length: QUARTERS + 1 }, (_, q) => {
    const mean = (months[3 * q]! + months[3 * q + 1]! + months[3 * q + 2]!) / 3;
    return 1 + BETA * mean + 0.1 * random.normal();
  });
  const driver = testSeries("2000-01", [...months].slice(0, 3 * QUARTERS + monthsBeyond), {
    frequency: "M",
    indicator: "example.driver",
    unit: "%",
  });
  const target = testSeries("2000-Q1", y.slice(0, QUARTERS), {
    frequency: "Q",
    indicator: "example.target",
    unit: "%",
  });
  return { target, driver, actual: y[QUARTERS]!, months };
}

const width = (f: ReturnType<ReturnType<typeof midas.fit>["predict"]>, h: number): number =>
  f.intervals[0]!.upper[h]! - f.intervals[0]!.lower[h]!;

describe.each([
  ["midas", midas],
  ["bridge", bridge],
] as const)("%s with a monthly driver", (_, model) => {
  const fitted = (beyond: number) => {
    const { target, driver } = simulated(beyond);
    return model.fit({ target, drivers: [driver], seed: 1 }, model.defaults as never);
  };

  it("hits the quarter whose months are all known", () => {
    const forecast = fitted(3).predict(1, [95]);
    expect(Math.abs(forecast.mean[0]! - simulated().actual)).toBeLessThan(0.5);
  });

  it("grows surer month by month", () => {
    const widths = [0, 1, 2, 3].map((beyond) => width(fitted(beyond).predict(1, [95]), 0));
    for (let i = 1; i < 4; i++) expect(widths[i]!).toBeLessThan(widths[i - 1]!);
    expect(widths[3]! / widths[0]!).toBeLessThan(0.35);
  });

  it("gives back twice the forecast for twice the target", () => {
    const { target, driver } = simulated(2);
    const twice = { ...target, values: target.values.map((v) => 2 * v!) };
    const one = model.fit({ target, drivers: [driver], seed: 1 }, model.defaults as never).predict(6, [80]);
    const two = model
      .fit({ target: twice, drivers: [driver], seed: 1 }, model.defaults as never)
      .predict(6, [80]);
    two.mean.forEach((m, h) => {
      expect(m).toBeCloseTo(2 * one.mean[h]!, 3);
    });
  });

  it("refuses a driver of another frequency by name", () => {
    const { target } = simulated();
    expect(() =>
      model.fit(
        { target, drivers: [{ ...target, indicator: "quarterly.one" }], seed: 1 },
        model.defaults as never,
      ),
    ).toThrow(/quarterly\.one is of frequency Q/);
  });

  it("says how much it needs where the driver is short", () => {
    const { target, driver } = simulated();
    const from = driver.values.length - 15;
    const short = {
      ...driver,
      firstSlot: driver.firstSlot + from,
      values: driver.values.slice(from),
      periods: driver.periods.slice(from),
    };
    expect(() => model.fit({ target, drivers: [short], seed: 1 }, model.defaults as never)).toThrow(
      /needs \d+ (quarters|months)/,
    );
  });
});

describe("bridge", () => {
  it("finds the coefficient of the driver", () => {
    const { target, driver } = simulated(0);
    const { parameters } = bridge.fit({ target, drivers: [driver], seed: 1 }, { lags: 0, quarter: "mean" });
    expect(parameters["example.driver"]).toBeCloseTo(BETA, 1);
    expect(parameters.sigma).toBeCloseTo(0.1, 1);
  });

  it("covers what happens about as often as it says", () => {
    let inside = 0;
    const trials = 60;
    for (let trial = 0; trial < trials; trial++) {
      const random = randomSource(100 + trial);
      const months = new Float64Array(3 * 61);
      for (let i = 0; i < months.length; i++) months[i] = 0.7 * (months[i - 1] ?? 0) + random.normal();
      const y = Array.from(
        { length: 61 },
        (_, q) => (months[3 * q]! + months[3 * q + 1]! + months[3 * q + 2]!) / 3 + 0.3 * random.normal(),
      );
      const target = testSeries("2000-Q1", y.slice(0, 60), { frequency: "Q", indicator: "t", unit: "%" });
      const driver = testSeries("2000-01", [...months].slice(0, 181), {
        frequency: "M",
        indicator: "d",
        unit: "%",
      });
      const { intervals } = bridge
        .fit({ target, drivers: [driver], seed: 1 }, bridge.defaults)
        .predict(1, [80]);
      if (y[60]! > intervals[0]!.lower[0]! && y[60]! < intervals[0]!.upper[0]!) inside++;
    }
    // 80 % of 60 with a standard error of 3.1.
    expect(inside).toBeGreaterThan(48 - 10);
    expect(inside).toBeLessThan(48 + 10);
  });
});
