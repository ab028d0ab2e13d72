import { describe, expect, it } from "vitest";
import { AR1 } from "../../arima/testPaths.ts";
import { testSeries } from "../../series/testSeries.ts";
import { arima } from "./arima.ts";

describe("the model", () => {
  it("refuses a figure that never moves, by name", () => {
    const target = testSeries(
      "2015-01",
      Array.from({ length: 60 }, () => 4.35),
      { indicator: "lpr.5y" },
    );
    expect(() => arima.fit({ target, drivers: [], seed: 1 }, arima.defaults)).toThrow(/“LPR 5y”/);
  });
  it("covers what comes about as often as it says, on an AR(1) around a mean", () => {
    let inside = 0;
    let tried = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const y = AR1(126, 0.6, seed * 104_729);
      const target = testSeries("2012-01", [...y.subarray(0, 120)], { unit: "percent" });
      const { intervals } = arima
        .fit({ target, drivers: [], seed: 1 }, { ...arima.defaults, seasonal: false })
        .predict(6, [80]);
      for (let h = 0; h < 6; h++) {
        tried++;
        if (y[120 + h]! >= intervals[0]!.lower[h]! && y[120 + h]! <= intervals[0]!.upper[h]!) inside++;
      }
    }
    expect((100 * inside) / tried).toBeGreaterThan(68);
    expect((100 * inside) / tried).toBeLessThan(90);
  });
});
