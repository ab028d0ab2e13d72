import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { ahead, forecastObservations } from "./forecastObservations.ts";
import { approximateDiffuse, diffuseInitial, knownInitial, stationaryInitial } from "./initialState.ts";
import { kalmanFilter } from "./kalmanFilter.ts";
import { logLikelihood } from "./logLikelihood.ts";
import { planFor } from "./plan.ts";
import type { StateSpace } from "./stateSpace.ts";
import { stationaryVariance } from "./stationaryVariance.ts";

const random = randomSource(21);
const normals = (k: number) => Float64Array.from({ length: k }, () => random.normal());

/** Level and a seasonal of s dummies. */
function seasonal(s: number, [h, level, season]: readonly [number, number, number]): StateSpace {
  const T = new Float64Array(s * s);
  T[0] = 1;
  for (let j = 1; j < s; j++) T[s + j] = -1;
  for (let i = 2; i < s; i++) T[i * s + i - 1] = 1;
  const R = new Float64Array(2 * s);
  R[0] = 1;
  R[3] = 1;
  const Z = new Float64Array(s);
  Z[0] = 1;
  Z[1] = 1;
  return {
    series: 1,
    states: s,
    shocks: 2,
    Z,
    h: Float64Array.of(h),
    T,
    R,
    Q: Float64Array.of(level, 0, 0, season),
    initial: diffuseInitial(s),
  };
}

/** The same model with T written out for every period: nothing is taken to be constant. */
const varying = (model: StateSpace, n: number): StateSpace => ({
  ...model,
  T: Float64Array.from({ length: n * model.T.length }, (_, k) => model.T[k % model.T.length]!),
});

describe("the short cuts of a constant system", () => {
  const n = 720;
  const y = normals(n).map((v, t) => v + 3 * Math.sin((2 * Math.PI * t) / 12) + 0.05 * t);
  it.each<[string, StateSpace]>([
    ["a season that hardly moves, where F stays on plateaus for years", seasonal(12, [1, 1e-3, 1e-7])],
    ["no irregular", seasonal(12, [0, 0.5, 0.2])],
    ["nothing moves", seasonal(12, [1, 0, 0])],
    ["big-κ start", { ...seasonal(12, [1, 0.1, 0.01]), initial: approximateDiffuse(12, 1e4) }],
    [
      "a start that settles at once",
      {
        series: 1,
        states: 1,
        Z: Float64Array.of(1),
        h: Float64Array.of(0.3),
        T: Float64Array.of(0.5),
        Q: Float64Array.of(1),
        initial: stationaryInitial(Float64Array.of(0.5), Float64Array.of(1)),
      },
    ],
  ])("change no digit that matters: %s", (_, model) => {
    const long = logLikelihood(planFor(varying(model, n), n), varying(model, n), y);
    expect(Math.abs(logLikelihood(planFor(model, n), model, y) / long - 1)).toBeLessThan(1e-11);
    for (const gap of [5, 300, 719]) {
      const gappy = y.map((v, t) => (t === gap ? Number.NaN : v));
      const slow = logLikelihood(planFor(varying(model, n), n), varying(model, n), gappy);
      expect(Math.abs(logLikelihood(planFor(model, n), model, gappy) / slow - 1)).toBeLessThan(1e-11);
    }
  });

  it("a steady state of several series is left at a gap and found again", () => {
    const model: StateSpace = {
      series: 2,
      states: 2,
      Z: Float64Array.of(1, 0, 0.4, 1),
      h: Float64Array.of(0.5, 0.8),
      T: Float64Array.of(0.6, 0.1, 0, 0.3),
      Q: Float64Array.of(1, 0.2, 0.2, 0.7),
      initial: stationaryInitial(Float64Array.of(0.6, 0.1, 0, 0.3), Float64Array.of(1, 0.2, 0.2, 0.7)),
    };
    const pairs = normals(1000).map((v, k) => (k === 401 || k === 800 ? Number.NaN : v));
    const slow = logLikelihood(planFor(varying(model, 500), 500), varying(model, 500), pairs);
    expect(logLikelihood(planFor(model, 500), model, pairs)).toBeCloseTo(slow, 9);
  });
});

describe("the likelihood", () => {
  const model = seasonal(4, [1, 0.2, 0.1]);
  const y = normals(40);

  it("counts ½ log 2π for each diffuse state in one convention and not in the other", () => {
    const plan = planFor(model, 40);
    const proper = logLikelihood(plan, model, y);
    const all = logLikelihood(plan, model, y, { convention: "all-constants" });
    expect(proper - all).toBeCloseTo(4 * 0.5 * Math.log(2 * Math.PI), 10);
  });

  it("of a big-κ start approaches the exact one as κ grows, constants apart", () => {
    const gap = (kappa: number) => {
      const rough = { ...model, initial: approximateDiffuse(4, kappa) };
      const value = logLikelihood(planFor(rough, 40), rough, y) + 2 * Math.log(kappa);
      return Math.abs(value - logLikelihood(planFor(model, 40), model, y, { convention: "all-constants" }));
    };
    expect(gap(1e6)).toBeLessThan(1e-4);
    expect(gap(1e6)).toBeLessThan(gap(1e4) / 50);
  });

  it("is −∞ where y cannot be, and the filter names the period", () => {
    const exact = {
      ...seasonal(4, [0, 0, 0]),
      initial: knownInitial(new Float64Array(4), new Float64Array(16)),
    };
    expect(logLikelihood(planFor(exact, 2), exact, Float64Array.of(0, 1))).toBe(Number.NEGATIVE_INFINITY);
    expect(() => kalmanFilter(exact, Float64Array.of(0, 1))).toThrow(/positive; found 0 .*period 2/);
  });

  it("refuses negative variances, infinite figures and arrays of the wrong length", () => {
    expect(() => kalmanFilter({ ...model, h: Float64Array.of(-3) }, y)).toThrow(/needs to be positive/);
    expect(() => kalmanFilter(model, y.with(3, Number.POSITIVE_INFINITY))).toThrow(/infinite/);
    expect(() => planFor({ ...model, T: new Float64Array(15) }, 40)).toThrow(/T needs 16 entries/);
    expect(() => logLikelihood(planFor(model, 40), seasonal(3, [1, 1, 1]), y)).toThrow(/plan is for/);
    expect(() => planFor({ ...model, h: undefined }, 40)).toThrow(/variances h or a covariance H/);
  });
});

describe("stationary variance", () => {
  it("solves P = T P T′ + V", () => {
    const T = Float64Array.of(0.9, 0.3, -0.2, 0.5);
    const V = Float64Array.of(1, 0.4, 0.4, 2);
    const { variance: P, mean } = stationaryVariance(T, V, Float64Array.of(1, 2));
    for (let i = 0; i < 2; i++) {
      expect(mean[i]).toBeCloseTo(T[2 * i]! * mean[0]! + T[2 * i + 1]! * mean[1]! + i + 1, 9);
      for (let j = 0; j < 2; j++) {
        let s = V[2 * i + j]!;
        for (let k = 0; k < 2; k++)
          for (let l = 0; l < 2; l++) s += T[2 * i + k]! * P[2 * k + l]! * T[2 * j + l]!;
        expect(P[2 * i + j]).toBeCloseTo(s, 10);
      }
    }
    expect(stationaryVariance(Float64Array.of(0.999), Float64Array.of(1)).variance[0]).toBeCloseTo(
      1 / (1 - 0.999 ** 2),
      6,
    );
  });

  it("says that a unit root or worse has none", () => {
    expect(() => stationaryVariance(Float64Array.of(1), Float64Array.of(1))).toThrow(/unit circle/);
    expect(() => stationaryVariance(Float64Array.of(1.2), Float64Array.of(1))).toThrow(/unit circle/);
  });
});

it("a forecast is what the filter says of gaps at the end", () => {
  const model = seasonal(4, [1, 0.2, 0.1]);
  const y = normals(30);
  const longer = new Float64Array(36).fill(Number.NaN);
  longer.set(y);
  const one = forecastObservations(model, kalmanFilter(model, y), 6);
  const other = ahead(model, kalmanFilter(model, longer), 6);
  one.mean.forEach((v, h) => {
    expect(other.mean[h]).toBeCloseTo(v, 10);
    expect(other.variance[h]).toBeCloseTo(one.variance[h]!, 10);
  });
  expect(one.variance[5]).toBeGreaterThan(one.variance[1]!);
});
