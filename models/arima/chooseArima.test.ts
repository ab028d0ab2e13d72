import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { chooseArima } from "./chooseArima.ts";
import { fitArima } from "./fitArima.ts";
import { noise, seasonalWalk } from "./testPaths.ts";

describe("the wide walk", () => {
  const y = seasonalWalk(168, 5);

  it("ends no higher than the order that made the series", () => {
    const chosen = chooseArima(y, 12, { differences: { d: 1, D: 1 } })!;
    const made = fitArima(y, { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, m: 12, constant: false })!;
    expect(chosen.aicc).toBeLessThanOrEqual(made.aicc + 1e-6);
    expect(chosen.nearNoninvertible).toBeLessThan(0.995);
  });
  it("keeps within its bounds, without a constant where none is wanted", () => {
    const most = { p: 1, q: 1, P: 0, Q: 1 };
    const { order } = chooseArima(y, 12, { most, constant: false })!;
    expect(order.p <= 1 && order.q <= 1 && order.P === 0 && order.Q <= 1 && !order.constant).toBe(true);
  });
  it("finds by trying all orders nothing that is much better on a plain series", () => {
    const { normal } = randomSource(31);
    const x = Float64Array.from({ length: 120 }, () => normal());
    for (let t = 2; t < 120; t++) x[t]! += 0.5 * x[t - 1]! + 0.3 * x[t - 2]!;
    const most = { p: 3, q: 3, P: 0, Q: 0 };
    const walked = chooseArima(x, 1, { differences: { d: 0, D: 0 }, most })!;
    const all = chooseArima(x, 1, { differences: { d: 0, D: 0 }, most, search: "all" })!;
    expect(walked.aicc).toBeLessThan(all.aicc + 1);
  });
  it("chooses beside drivers, whose trend then calls for no difference", () => {
    const { normal } = randomSource(12);
    const trend = Float64Array.from({ length: 100 }, (_, t) => t);
    const x = trend.map((t) => 0.5 * t + normal());
    const fit = chooseArima(x, 1, { drivers: [trend] })!;
    expect(fit.order.d).toBe(0);
    expect(fit.coefficients[0]).toBeCloseTo(0.5, 1);
  });
  it("gives nothing for a series that never moves", () => {
    expect(chooseArima(new Float64Array(60).fill(3), 12)).toBeNull();
  });
  it("bounds its search: an order never beyond the bounds", () => {
    const fit = chooseArima(
      noise(150, 3).map((e, t) => e + Math.sin(t)),
      12,
      { most: { p: 3, q: 3, P: 1, Q: 1 } },
    )!;
    expect(Math.max(fit.order.p, fit.order.q)).toBeLessThanOrEqual(3);
    expect(Math.max(fit.order.P, fit.order.Q)).toBeLessThanOrEqual(1);
  });
});
