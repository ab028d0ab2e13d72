import { describe, expect, it } from "vitest";
import { matrix } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { expectedMoments } from "./expectedMoments.ts";
import { diffuseInitial, knownInitial } from "./initialState.ts";
import { kalmanFilter } from "./kalmanFilter.ts";
import { smoothStates } from "./smoothStates.ts";
import type { StateSpace } from "./stateSpace.ts";

const random = randomSource(5);

describe("EM by expected moments", () => {
  it("raises the likelihood at every step, loadings, transition and variances all moving", () => {
    const n = 80;
    const p = 3;
    const y = new Float64Array(n * p);
    let f = 0;
    for (let t = 0; t < n; t++) {
      f = 0.8 * f + random.normal();
      for (let i = 0; i < p; i++)
        y[t * p + i] = (t * p + i) % 13 === 5 ? Number.NaN : (1 + 0.5 * i) * f + 0.6 * random.normal();
    }
    let model: StateSpace = {
      series: p,
      states: 1,
      Z: Float64Array.of(1, 1, 1),
      h: Float64Array.of(1, 1, 1),
      T: Float64Array.of(0.3),
      Q: Float64Array.of(1),
      initial: knownInitial(new Float64Array(1), Float64Array.of(2)),
    };
    let before = Number.NEGATIVE_INFINITY;
    const first = kalmanFilter(model, y).logLikelihood;
    for (let round = 0; round < 25; round++) {
      const filtered = kalmanFilter(model, y);
      expect(filtered.logLikelihood).toBeGreaterThanOrEqual(before - 1e-9);
      before = filtered.logLikelihood;
      const e = expectedMoments(smoothStates(model, filtered, { lagOne: true }), y, p);
      const phi = e.S10[0]! / e.S00[0]!;
      const z = e.products.map((v, i) => v / e.observedStates[i]!);
      model = {
        ...model,
        T: Float64Array.of(phi),
        Q: Float64Array.of((e.S11[0]! - phi * e.S10[0]!) / (n - 1)),
        Z: z,
        h: e.squares.map(
          (s, i) => (s - 2 * z[i]! * e.products[i]! + z[i]! ** 2 * e.observedStates[i]!) / e.counts[i]!,
        ),
      };
    }
    expect(before).toBeGreaterThan(first + 20);
    expect(model.T[0]).toBeGreaterThan(0.6);
  });

  it("finds the transition exactly where states are seen without error", () => {
    const T = [0.5, 0.2, -0.3, 0.7];
    const n = 60;
    const y = new Float64Array(2 * n);
    for (let t = 1; t < n; t++)
      for (let i = 0; i < 2; i++)
        y[2 * t + i] = T[2 * i]! * y[2 * t - 2]! + T[2 * i + 1]! * y[2 * t - 1]! + random.normal();
    const model: StateSpace = {
      series: 2,
      states: 2,
      Z: Float64Array.of(1, 0, 0, 1),
      h: Float64Array.of(0, 0),
      T: Float64Array.of(0.1, 0, 0, 0.1),
      Q: Float64Array.of(1, 0, 0, 1),
      initial: diffuseInitial(2),
    };
    const e = expectedMoments(smoothStates(model, kalmanFilter(model, y), { lagOne: true }), y, 2);
    const found = solve(
      matrix(2, 2, e.S00.slice()),
      matrix(2, 2, Float64Array.of(e.S10[0]!, e.S10[2]!, e.S10[1]!, e.S10[3]!)),
    )!;
    const xx = [0, 0, 0, 0];
    const xy = [0, 0, 0, 0];
    for (let t = 1; t < n; t++)
      for (let i = 0; i < 2; i++)
        for (let j = 0; j < 2; j++) {
          xx[2 * i + j]! += y[2 * t - 2 + i]! * y[2 * t - 2 + j]!;
          xy[2 * i + j]! += y[2 * t - 2 + i]! * y[2 * t + j]!;
        }
    const ols = solve(matrix(2, 2, Float64Array.from(xx)), matrix(2, 2, Float64Array.from(xy)))!;
    found.data.forEach((v, k) => {
      expect(v).toBeCloseTo(ols.data[k]!, 8);
    });
  });

  it("asks for the covariances of neighbours", () => {
    const model: StateSpace = {
      series: 1,
      states: 1,
      Z: Float64Array.of(1),
      h: Float64Array.of(1),
      T: Float64Array.of(1),
      Q: Float64Array.of(1),
      initial: diffuseInitial(1),
    };
    const y = Float64Array.of(1, 2, 3);
    expect(() => expectedMoments(smoothStates(model, kalmanFilter(model, y)), y, 1)).toThrow(/lagOne/);
  });
});
