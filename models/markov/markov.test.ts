import { describe, expect, it } from "vitest";
import { fromRows } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { ergodic } from "./ergodic.ts";
import { fitSwitching } from "./fitSwitching.ts";
import { kimSmoother } from "./kimSmoother.ts";
import { byMean, relabelled } from "./orderRegimes.ts";
import { smoothSwitching } from "./smoothSwitching.ts";
import { switchingFilter } from "./switchingFilter.ts";
import { type SwitchingOptions, switchingModel } from "./switchingModel.ts";
import {
  packGradient,
  packParameters,
  type SwitchingParameters,
  unpackParameters,
} from "./switchingParameters.ts";
import { switchingRun } from "./switchingRun.ts";
import { switchingScore } from "./switchingScore.ts";

/** Two regimes around −1 and 2, AR(1) of 0.4 around the mean, staying 0.9 and 0.95 of the time. */
function simulated(n: number, seed: number): { y: Float64Array; regime: Int32Array } {
  const random = randomSource(seed);
  const regime = new Int32Array(n);
  const y = new Float64Array(n);
  let s = 1;
  let deviation = 0;
  for (let t = 0; t < n; t++) {
    if (random.uniform() > (s === 0 ? 0.9 : 0.95)) s = 1 - s;
    deviation = 0.4 * deviation + 0.5 * random.normal();
    regime[t] = s;
    y[t] = (s === 0 ? -1 : 2) + deviation;
  }
  return { y, regime };
}

const OPTIONS: SwitchingOptions = { regimes: 2, order: 1 };
const PARAMETERS: SwitchingParameters = {
  transition: Float64Array.from([0.9, 0.05, 0.1, 0.95]),
  coefficients: Float64Array.from([-1, 2]),
  ar: Float64Array.from([0.4, 0.4]),
  variances: Float64Array.from([0.25, 0.25]),
};

describe("Markov switching", () => {
  const { y, regime } = simulated(400, 5);
  const model = switchingModel(y, OPTIONS);

  it("equals the sum over every path of regimes on a series short enough to count them", () => {
    const short = switchingModel(y.slice(0, 20), { regimes: 2, order: 1 });
    const few = { ...short, y: short.y.slice(0, 8) };
    const design = { ...few, design: { rows: 8, cols: 1, data: few.design.data.slice(0, 8) } };
    const { pi } = ergodic(PARAMETERS.transition, 2);
    let total = 0;
    for (let path = 0; path < 2 ** 8; path++) {
      const s = (t: number) => (path >> t) & 1;
      let p = pi[s(0)]!;
      for (let t = 1; t < 8; t++) {
        const mean = (at: number) => PARAMETERS.coefficients[s(at)]!;
        const e = y[t]! - mean(t) - 0.4 * (y[t - 1]! - mean(t - 1));
        p *=
          (PARAMETERS.transition[s(t) * 2 + s(t - 1)]! * Math.exp((-e * e) / 0.5)) / Math.sqrt(0.5 * Math.PI);
      }
      total += p;
    }
    expect(switchingFilter(design, PARAMETERS, switchingRun(design))).toBeCloseTo(Math.log(total), 10);
  });

  it("gives probabilities that sum to 1, the last smoothed ones equal to the filtered", () => {
    const { predicted, filtered, smoothed } = smoothSwitching(model, PARAMETERS);
    for (const m of [predicted, filtered, smoothed])
      for (let t = 0; t < m.rows; t++) expect(m.data[2 * t]! + m.data[2 * t + 1]!).toBeCloseTo(1, 10);
    expect(smoothed.data.slice(-2)).toEqual(filtered.data.slice(-2));
  });

  it("finds the simulated regimes with hindsight", () => {
    const { smoothed } = smoothSwitching(model, PARAMETERS);
    let hits = 0;
    for (let t = 1; t < y.length; t++)
      if (Number(smoothed.data[2 * (t - 1) + 1]! > 0.5) === regime[t]) hits++;
    expect(hits / (y.length - 1)).toBeGreaterThan(0.97);
  });

  it.each([
    [true, [0.3, 0.2, 0.1, 0.05, 0, 0.1]],
    [
      [true, false],
      [0.3, 0.2, 0.1, 0.05],
    ],
  ])("has the slope of the likelihood as its score, whatever switches (lags: %s)", (switchingAr, ar) => {
    const options: SwitchingOptions = {
      regimes: 3,
      order: 2,
      trend: "both",
      switchingAr,
      switchingVariance: true,
      exogenous: fromRows(Array.from(y, (_, t) => [Math.sin(t)])),
      switchingExogenous: false,
    };
    const wide = switchingModel(y, options);
    const run = switchingRun(wide);
    const x = Float64Array.from([
      0.8,
      0.1,
      0.15,
      0.1,
      0.85,
      0.05,
      -1,
      0,
      2,
      0.001,
      0,
      -0.001,
      0.2,
      0.4,
      0.5,
      0.6,
      ...ar,
    ]);
    const value = (at: Float64Array) => switchingFilter(wide, unpackParameters(wide, at), run);
    expect(packParameters(wide, unpackParameters(wide, x))).toEqual(x);
    value(x);
    const score = packGradient(wide, switchingScore(wide, unpackParameters(wide, x), run, kimSmoother(run)));
    x.forEach((centre, i) => {
      const h = 1e-6 * Math.max(0.1, Math.abs(centre));
      const above = value(x.with(i, centre + h));
      const slope = (above - value(x.with(i, centre - h))) / (2 * h);
      expect(Math.abs(score[i]! - slope) / (1 + Math.abs(slope))).toBeLessThan(1e-4);
    });
  });

  it("recovers what was simulated within three standard errors, regimes in the order of their means", () => {
    const fit = fitSwitching(y, OPTIONS, { seed: 1 });
    const truth = [0.9, 0.05, -1, 2, 0.25, 0.4];
    truth.forEach((v, i) => {
      expect(Math.abs(fit.estimates[i]! - v)).toBeLessThan(3 * fit.standardErrors[i]!);
    });
    expect(fit.parameters.coefficients[0]!).toBeLessThan(fit.parameters.coefficients[1]!);
    expect(fit.expectedDurations[1]!).toBeCloseTo(1 / (1 - fit.parameters.transition[3]!), 10);
  });

  it("repeats with the seed, and scales with the series", () => {
    const first = fitSwitching(y, OPTIONS, { seed: 3 });
    expect(fitSwitching(y, OPTIONS, { seed: 3 }).estimates).toEqual(first.estimates);
    const scaled = fitSwitching(
      y.map((v) => 100 * v),
      OPTIONS,
      { seed: 3 },
    );
    expect(scaled.logLikelihood).toBeCloseTo(first.logLikelihood - 399 * Math.log(100), 4);
  });

  it("does not depend on how regimes are numbered", () => {
    const turned = relabelled(model, PARAMETERS, [1, 0]);
    const run = switchingRun(model);
    expect(switchingFilter(model, turned, run)).toBeCloseTo(switchingFilter(model, PARAMETERS, run), 9);
    expect(byMean(model, turned)).toEqual(PARAMETERS);
  });

  it("finds a regime of single periods among many local optima, from whatever seed", () => {
    const random = randomSource(6);
    let state = 0;
    let around = 0;
    const spiky = Float64Array.from({ length: 140 }, () => {
      state = state === 0 ? Number(random.uniform() >= 0.05) : Number(random.uniform() >= 0.3);
      around = (state === 0 ? 0.5 : 0.3) * around + (state === 0 ? 0.3 : 1) * random.normal();
      return (state === 0 ? 1.3 : 0.5) + around;
    });
    const options = { regimes: 2, order: 1, switchingAr: true, switchingVariance: true };
    for (const seed of [1, 2, 3])
      expect(fitSwitching(spiky, options, { seed }).logLikelihood).toBeGreaterThan(-176.13);
  });

  it("ends with finite numbers where one regime is a peg of equal figures", () => {
    const pegged = y.map((v, t) => (t > 100 && t < 160 ? 0 : v));
    const fit = fitSwitching(pegged, { regimes: 2, switchingVariance: true }, { seed: 1 });
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
    expect(fit.estimates.every(Number.isFinite)).toBe(true);
    expect(fit.smoothed.data[2 * 130] !== fit.smoothed.data[2 * 300]).toBe(true);
  });

  it("says what it cannot fit", () => {
    expect(() => fitSwitching(y.slice(0, 8), OPTIONS, { seed: 1 })).toThrow(/needs 15 observations; found 8/);
    expect(() => fitSwitching(y.with(3, Number.NaN), OPTIONS, { seed: 1 })).toThrow(/observation 4 is NaN/);
    expect(() => fitSwitching(new Float64Array(60).fill(2), OPTIONS, { seed: 1 })).toThrow(/that moves/);
    expect(() => fitSwitching(y, { regimes: 1 }, { seed: 1 })).toThrow(/at least 2 regimes/);
    expect(() => fitSwitching(y, { regimes: 2, switchingTrend: false }, { seed: 1 })).toThrow(
      /nothing in the model/,
    );
  });
});
