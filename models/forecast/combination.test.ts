import { describe, expect, it } from "vitest";
import { testSeries } from "../series/testSeries.ts";
import { arima } from "./arima/arima.ts";
import { combination, shrunkWeights } from "./combination.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { fitOnce } from "./fitOnce.ts";
import { naive } from "./naive.ts";

const target = testSeries(
  "2018-01",
  Array.from({ length: 72 }, (_, t) => 2 + Math.sin(t / 6) + 0.2 * Math.sin(t * 78.233)),
  { unit: "percent" },
);

describe("a combination", () => {
  it("of one model is that model", () => {
    const alone = fitOnce(drift, target, 1).predict(3, [80]);
    expect(combination([drift]).fit({ target, drivers: [], seed: 1 }, {}).predict(3, [80])).toEqual(alone);
  });

  it("lies between its members, closer to the one that errs less", () => {
    const fitted = combination([naive, drift]).fit({ target, drivers: [], seed: 1 }, {});
    const [a, b] = [naive, drift].map((m) => fitOnce(m, target, 1).predict(6, [80]).mean);
    fitted.predict(6, [80]).mean.forEach((m, h) => {
      expect(m).toBeGreaterThanOrEqual(Math.min(a![h]!, b![h]!));
      expect(m).toBeLessThanOrEqual(Math.max(a![h]!, b![h]!));
    });
    expect(fitted.parameters["weight.naive"]! + fitted.parameters["weight.drift"]!).toBeCloseTo(1, 12);
  });

  it("tells its members: weights that add to one, made of the errors beside them", () => {
    const { members = [] } = combination([naive, drift]).fit({ target, drivers: [], seed: 1 }, {});
    expect(members.map((m) => m.model)).toEqual(["naive", "drift"]);
    expect(members.reduce((sum, m) => sum + m.weight, 0)).toBeCloseTo(1, 12);
    expect(shrunkWeights(members.map((m) => m.rmse! ** 2))).toEqual(
      members.map((m) => expect.closeTo(m.weight, 12)),
    );
    const steps = target.values.slice(1).map((v, t) => v! - target.values[t]!);
    const rmse = Math.sqrt(steps.reduce((sum, e) => sum + e * e, 0) / steps.length);
    expect(members[0]).toMatchObject({ version: naive.version, errors: steps.length });
    expect(members[0]!.rmse).toBeCloseTo(rmse, 12);
  });

  it("goes on without a member that cannot be fitted", () => {
    const short = testSeries("2024-01", [1, 2, 1.5, 2.5, 2, 3]);
    const fitted = combination([ets, arima, drift]).fit({ target: short, drivers: [], seed: 1 }, {});
    expect(Object.keys(fitted.parameters)).toEqual(["weight.drift"]);
  });

  it("refuses when none can be, with every member's reason", () => {
    const short = testSeries("2024-01", [1, 2]);
    expect(() => combination([naive, drift]).fit({ target: short, drivers: [], seed: 1 }, {})).toThrow(
      /naive needs 3.*drift needs 4/,
    );
  });
});

describe("weights", () => {
  it("stand half way between equal and inverse squared error", () => {
    expect(shrunkWeights([1, 3])).toEqual([expect.closeTo(0.625, 12), expect.closeTo(0.375, 12)]);
  });
  it("are equal where a member fits without error", () => expect(shrunkWeights([0, 1])).toEqual([0.5, 0.5]));
});
