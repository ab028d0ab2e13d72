import { describe, expect, it } from "vitest";
import type { BacktestPoint } from "../forecast/backtestContract.ts";
import { nextPeriod } from "../series/period.ts";
import { provenForecasts, sdOf80 } from "./provenForecasts.ts";

/** Monthly origins from 2020-01, each known on the 10th of the next month; errors of model and benchmark alternate in sign. */
function record(model: string, error: number, naive: number, months = 40): BacktestPoint[] {
  return Array.from({ length: months }, (_, i) => {
    const origin = nextPeriod("2020-01", "M", i);
    const sign = i % 2 === 0 ? 1 : -1;
    return {
      model,
      modelVersion: "1",
      indicator: "cpi.yoy",
      region: "CHN",
      horizon: 3,
      origin,
      originAsOf: `${nextPeriod(origin, "M")}-10`,
      originBasis: "release-record",
      target: nextPeriod(origin, "M", 3),
      predicted: 2 + sign * error,
      lower80: 2 + sign * error - 1.2815515655446004,
      upper80: 2 + sign * error + 1.2815515655446004,
      lower95: 0,
      upper95: 0,
      actual: 2,
      actuals: [{ day: `${nextPeriod(origin, "M", 4)}-10`, value: 2 }],
      scale: 1,
      plainNaive: 2 + sign * naive,
      seasonalNaive: null,
      naive: 2 + sign * naive,
    };
  });
}

describe("the forecasts a rule may hear of", () => {
  it("none before two years of scored origins, and only those known by the day", () => {
    const ask = provenForecasts("M", 3, record("arima", 0.5, 1), []);
    // The 24th origin is 2021-12; its target 2022-03 came out on 2022-04-10.
    expect(ask("2022-04-09")).toBeNull();
    expect(ask("2022-04-10")).toMatchObject({ model: "arima", periods: ["2022-06"] });
  });

  it("of two proven models the one that beat the benchmark most", () => {
    const points = [...record("ets", 0.8, 1), ...record("arima", 0.5, 1)];
    expect(provenForecasts("M", 3, points, [])("2023-05-31")).toMatchObject({ model: "arima" });
  });

  it("a model that loses to the benchmark is never heard", () => {
    expect(provenForecasts("M", 3, record("drift", 1.1, 1), [])("2023-05-31")).toBeNull();
    expect(provenForecasts("M", 3, record("naive", 1, 1), [])("2023-05-31")).toBeNull();
  });

  it("one great shock that the benchmark missed proves nothing", () => {
    const points = record("arima", 1.2, 1).map((p, i) => (i === 5 ? { ...p, predicted: 2, naive: 7 } : p));
    expect(provenForecasts("M", 3, points, [])("2023-05-31")).toBeNull();
  });

  it("a forecast kept from a real run takes the place of older ones", () => {
    const made = { model: "arima", asOf: "2023-05-20", periods: ["2023-05"], mean: [7], sd: [1] };
    const ask = provenForecasts("M", 3, record("arima", 0.5, 1), [made]);
    expect(ask("2023-05-31")).toMatchObject(made);
    // With the model's record by the figures of that day.
    expect(ask("2023-05-31")!.record).toMatchObject({ model: "arima", horizon: 3, relativeToNaive: 0.5 });
    expect(ask("2023-05-19")).toMatchObject({ periods: ["2023-07"] });
  });

  it("reads the standard deviation off the 80 % interval", () => {
    expect(sdOf80([-1.2815515655446004], [1.2815515655446004])[0]).toBeCloseTo(1, 12);
  });
});
