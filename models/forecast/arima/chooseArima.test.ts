import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { chooseArima } from "./chooseArima.ts";
import { fitArima } from "./fitArima.ts";
import { plainDifferences } from "./orderOfDifferencing.ts";
import { loessSeasonalStrength, seasonalDifferences } from "./seasonalDifferences.ts";

function seasonalWalk(n: number, seed: number): Float64Array {
  const { normal } = randomSource(seed);
  const e = Float64Array.from({ length: n }, () => normal());
  const w = e.map((v, t) => v - 0.4 * (e[t - 1] ?? 0) - 0.6 * (e[t - 12] ?? 0) + 0.24 * (e[t - 13] ?? 0));
  const y = new Float64Array(n);
  for (let t = 0; t < n; t++)
    y[t] = w[t]! + (y[t - 1] ?? 0) + (y[t - 12] ?? 30 * Math.sin(t)) - (y[t - 13] ?? 30 * Math.sin(t - 1));
  return y;
}

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
});

describe("differences by test", () => {
  const y = seasonalWalk(168, 8);
  it("takes a strong season out, and then one difference", () => {
    expect(loessSeasonalStrength(y, 12)).toBeGreaterThan(0.64);
    expect(seasonalDifferences(y, 12)).toBe(1);
    const w = y.slice(12).map((v, t) => v - y[t]!);
    for (const test of ["kpss", "adf", "pp"] as const)
      expect(plainDifferences(w, { test })).toBeGreaterThan(0);
  });
  it("leaves noise as it is, and stops at a series that stands still", () => {
    const { normal } = randomSource(6);
    const noise = Float64Array.from({ length: 150 }, () => normal());
    for (const test of ["kpss", "adf", "pp"] as const) expect(plainDifferences(noise, { test })).toBe(0);
    expect(seasonalDifferences(noise, 12)).toBe(0);
    expect(plainDifferences(new Float64Array(50).fill(2))).toBe(0);
    expect(plainDifferences(Float64Array.from({ length: 50 }, (_, t) => t))).toBeLessThanOrEqual(1);
  });
});
