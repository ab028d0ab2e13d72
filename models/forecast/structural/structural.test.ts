import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { chooseStructural } from "./chooseStructural.ts";
import { fitStructural } from "./fitStructural.ts";
import { structuralErrors } from "./structuralErrors.ts";
import { structuralForecast, structuralOutput } from "./structuralOutput.ts";
import type { LevelName, StructuralSpec } from "./structuralSpec.ts";
import { structuralSystem } from "./structuralSystem.ts";

const random = randomSource(17);
const normals = (k: number, scale = 1) => Float64Array.from({ length: k }, () => scale * random.normal());
/** Level, slope and season that move, and noise. */
function simulated(n: number, season: number): Float64Array {
  let level = 100;
  let slope = 0.3;
  const gamma = Array.from({ length: season - 1 }, (_, i) => 4 * Math.cos(i));
  return Float64Array.from({ length: n }, () => {
    const y = level + gamma[0]! + 0.8 * random.normal();
    level += slope + 0.5 * random.normal();
    slope += 0.02 * random.normal();
    gamma.unshift(-gamma.reduce((s, v) => s + v, 0) + 0.2 * random.normal());
    gamma.pop();
    return y;
  });
}
const BSM: StructuralSpec = { level: "lltrend", seasonal: { period: 4 } };
const y = simulated(160, 4);

describe("structural models", () => {
  it.each<[LevelName, string]>([
    ["ntrend", "irregular"],
    ["fixed intercept", "irregular"],
    ["dconstant", "irregular"],
    ["llevel", "irregular,level"],
    ["rwalk", "level"],
    ["fixed slope", "irregular"],
    ["dtrend", "irregular"],
    ["lldtrend", "irregular,level"],
    ["rwdrift", "level"],
    ["lltrend", "irregular,level,slope"],
    ["strend", "irregular,slope"],
    ["rtrend", "slope"],
  ])("trend %s moves by %s", (level, variances) => {
    expect(
      structuralSystem({ level }, 10)
        .parameters.map((p) => p.name)
        .join(),
    ).toBe(variances);
  });

  it("a random walk's variance is the mean square of its steps, its forecast the last figure", () => {
    const walk = Float64Array.of(3, 4, 2, 5, 5.5, 4, 6);
    const fit = fitStructural(walk, { level: "rwalk" });
    const steps = [1, 4, 9, 0.25, 2.25, 4];
    expect(fit.values[0]).toBeCloseTo(steps.reduce((s, v) => s + v, 0) / 6, 4);
    const { mean, variance } = structuralForecast(fit, 3);
    expect([...mean]).toEqual([6, 6, 6]);
    expect(variance[2]).toBeCloseTo(3 * fit.values[0]!, 6);
  });

  it("a fixed level and slope are the least-squares line", () => {
    const line = Float64Array.from({ length: 30 }, (_, t) => 2 + 0.5 * t + Math.sin(t * t));
    const { smoothed } = structuralOutput(fitStructural(line, { level: "dtrend" }));
    const meanT = 14.5;
    const meanY = line.reduce((s, v) => s + v, 0) / 30;
    let sxy = 0;
    let sxx = 0;
    line.forEach((v, t) => {
      sxy += (t - meanT) * (v - meanY);
      sxx += (t - meanT) ** 2;
    });
    expect(smoothed.states[1]).toBeCloseTo(sxy / sxx, 9);
    expect(smoothed.states[0]).toBeCloseTo(meanY - (sxy / sxx) * meanT, 8);
  });

  it("regressors as states are generalised least squares: on white noise, ordinary ones", () => {
    const x = normals(50);
    const z = x.map((v) => 1.5 * v + 0.1 * random.normal() + 3);
    const fit = fitStructural(z, { level: "dconstant", regressors: [x] });
    const mx = x.reduce((s, v) => s + v, 0) / 50;
    const mz = z.reduce((s, v) => s + v, 0) / 50;
    const slope =
      x.reduce((s, v, t) => s + (v - mx) * (z[t]! - mz), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0);
    const out = structuralOutput(fit);
    expect(out.smoothed.states[1]).toBeCloseTo(slope, 9);
    expect(out.components.find((c) => c.name === "regression")!.smoothed[7]).toBeCloseTo(slope * x[7]!, 9);
    const asParameter = fitStructural(z, { level: "dconstant", regressors: [x], regression: "parameters" });
    expect(asParameter.values[1]).toBeCloseTo(slope, 4);
    const future = [Float64Array.of(...x, 10, -10)];
    const { mean } = structuralForecast(fit, 2, future);
    expect(mean[0]! - mean[1]!).toBeCloseTo(20 * slope, 8);
    expect(() => structuralForecast(fit, 2)).toThrow(/52 values/);
  });

  it("all waves with one variance tie dummies when nothing moves", () => {
    const still = fitStructural(y, { level: "llevel", seasonal: { period: 4, moves: false } });
    const waves = fitStructural(y, { level: "llevel", waves: [{ period: 4, moves: false }] });
    const a = structuralForecast(still, 4).mean;
    structuralForecast(waves, 4).mean.forEach((v, h) => {
      expect(v).toBeCloseTo(a[h]!, 4);
    });
  });

  it("finds the variances of a simulated series within three standard errors", () => {
    const fit = fitStructural(simulated(600, 4), BSM);
    const errors = structuralErrors(fit);
    [0.64, 0.25, 0.0004, 0.04].forEach((truth, i) => {
      expect(errors[i]).not.toBeNull();
      expect(Math.abs(fit.values[i]! - truth)).toBeLessThan(3.5 * errors[i]!);
    });
  });

  it("multiplying the figures by 1000 multiplies variances by a million and changes no choice", () => {
    const large = y.map((v) => 1000 * v);
    const one = fitStructural(y, BSM);
    const other = fitStructural(large, BSM);
    other.values.forEach((v, i) => {
      expect(Math.abs(v / 1e6 - one.values[i]!)).toBeLessThan(2e-3 * (one.values[i]! + 0.01));
    });
    expect(chooseStructural(large, 4).name).toBe(chooseStructural(y, 4).name);
  });

  it("smoothed parts add up to the figures, less the irregular", () => {
    const out = structuralOutput(fitStructural(y, BSM));
    const part = (name: string) => out.components.find((c) => c.name === name)!.smoothed;
    y.forEach((v, t) => {
      expect(part("level")[t]! + part("seasonal")[t]! + out.smoothed.errors[t]!).toBeCloseTo(v, 8);
    });
  });

  it("a cycle that is not there does not run off with the likelihood of a diffuse start", () => {
    const random = randomSource(4);
    let level = 0;
    const walk = Float64Array.from({ length: 160 }, () => (level += random.normal()));
    const cycle = { damped: true, moves: true, lengths: [6, 48] } as const;
    const alone = fitStructural(walk, { level: "rwalk" });
    const beside = fitStructural(walk, { level: "rwalk", cycle });
    expect(beside.values.at(-1)!).toBeGreaterThanOrEqual(0.1);
    expect(beside.logLikelihood).toBeLessThan(alone.logLikelihood + 20);
  });

  it("a damped cycle may start from its stationary distribution; an autoregression is found again", () => {
    let a = 0;
    let b = 0;
    const x = Float64Array.from({ length: 300 }, () => {
      const next = 1.2 * a - 0.5 * b + random.normal();
      b = a;
      a = next;
      return next;
    });
    const ar = fitStructural(x, { level: "ntrend", autoregressive: 2 });
    expect(ar.values[2]).toBeCloseTo(1.2, 0);
    expect(ar.values[3]).toBeCloseTo(-0.5, 0);
    const cycle = fitStructural(x, {
      level: "ntrend",
      cycle: { damped: true, moves: true, lengths: [3, 60], start: "stationary" },
    });
    expect((2 * Math.PI) / cycle.values.at(-2)!).toBeGreaterThan(5);
    expect((2 * Math.PI) / cycle.values.at(-2)!).toBeLessThan(30);
    expect(cycle.values.at(-1)).toBeGreaterThan(0.4);
  });

  it("bridges gaps and widens around them", () => {
    const gappy = y.map((v, t) => (t >= 60 && t < 70 ? Number.NaN : v));
    const out = structuralOutput(fitStructural(gappy, BSM));
    const level = out.components[0]!;
    expect(level.smoothedVariance[65]).toBeGreaterThan(2 * level.smoothedVariance[40]!);
    expect(
      Math.abs(level.smoothed[65]! - structuralOutput(fitStructural(y, BSM)).components[0]!.smoothed[65]!),
    ).toBeLessThan(4 * Math.sqrt(level.smoothedVariance[65]!));
  });

  it("where one quarter is never seen, the choice does without a season", () => {
    const blind = y.map((v, t) => (t % 4 === 2 ? Number.NaN : v));
    const { fit, name } = chooseStructural(blind, 4);
    expect(name).not.toMatch(/seasonal/);
    expect(structuralForecast(fit, 4).mean.every(Number.isFinite)).toBe(true);
  });

  it.each<[string, Float64Array, StructuralSpec, RegExp]>([
    ["an infinite figure", y.with(5, Number.NEGATIVE_INFINITY), BSM, /infinite/],
    ["too few figures", y.slice(0, 8), BSM, /needs 10 figures; found 8/],
    ["no movement", new Float64Array(40).fill(5), BSM, /moves/],
    ["a season of one", y, { level: "llevel", seasonal: { period: 1 } }, /at least 2; found 1/],
    ["too many waves", y, { level: "llevel", waves: [{ period: 4, harmonics: 3 }] }, /harmonics; found 3/],
    ["a cycle upside down", y, { level: "llevel", cycle: { lengths: [20, 5] } }, /found 20 to 5/],
    ["a trend nobody knows", y, { level: "curve" as LevelName }, /no trend is called "curve"/],
    [
      "a regressor that is too short",
      y,
      { level: "llevel", regressors: [[1, 2]] },
      /needs 160 values; found 2/,
    ],
    [
      "two regressors that say the same",
      y,
      { level: "llevel", regressors: [y.map(Math.sin), y.map((v) => 2 * Math.sin(v))] },
      /stay open/,
    ],
  ])("refuses %s", (_, data, spec, sentence) => {
    expect(() => structuralOutput(fitStructural(data, spec))).toThrow(sentence);
  });
});
