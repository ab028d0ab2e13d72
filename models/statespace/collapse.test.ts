import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { collapse } from "./collapse.ts";
import { diffuseInitial, knownInitial } from "./initialState.ts";
import { kalmanFilter } from "./kalmanFilter.ts";
import { smoothStates } from "./smoothStates.ts";
import type { StateSpace } from "./stateSpace.ts";

const random = randomSource(9);
const normals = (k: number) => Float64Array.from({ length: k }, () => random.normal());
const p = 12;
const n = 25;
const factors: StateSpace = {
  series: p,
  states: 4,
  Z: normals(p * 4).map((v, k) => (k % 4 < 2 ? v : 0)), // the last two states are lags that nothing sees
  d: normals(p),
  h: normals(p).map((v) => 0.2 + v * v),
  T: Float64Array.of(0.7, 0.1, 0.1, 0, 0, 0.5, 0, 0.1, 1, 0, 0, 0, 0, 1, 0, 0),
  Q: Float64Array.of(1, 0.3, 0, 0, 0.3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  initial: diffuseInitial(4, [0, 1]),
};
const correlated = normals(p * p);
const H = Float64Array.from({ length: p * p }, (_, k) => {
  const i = Math.floor(k / p);
  const j = k % p;
  let s = i === j ? 0.5 : 0;
  for (let l = 0; l < p; l++) s += 0.1 * correlated[i * p + l]! * correlated[j * p + l]!;
  return s;
});
const y = normals(n * p);
// Gaps: some series, a whole period, and one period with a single figure, less than the factors it could tell of.
const gappy = y.map((v, k) =>
  k % 7 === 3 || Math.floor(k / p) === 4 || (k > 6 * p && k < 7 * p) ? Number.NaN : v,
);

describe("collapsing many series to what they say of the states", () => {
  it.each<[string, StateSpace, Float64Array]>([
    ["complete", factors, y],
    ["with gaps", factors, gappy],
    ["with correlated errors and gaps", { ...factors, h: undefined, H }, gappy],
    [
      "with loadings that vary",
      { ...factors, Z: normals(n * p * 4), initial: knownInitial(normals(4), new Float64Array(16)) },
      gappy,
    ],
  ])("leaves likelihood and states as they are: %s", (_, model, data) => {
    const whole = kalmanFilter(model, data);
    const { model: small, y: pseudo, correction } = collapse(model, data);
    expect(small.series).toBeLessThanOrEqual(4);
    const less = kalmanFilter(small, pseudo);
    expect(less.logLikelihood + correction).toBeCloseTo(whole.logLikelihood, 8);
    const a = smoothStates(model, whole);
    const b = smoothStates(small, less);
    a.states.forEach((v, k) => {
      expect(b.states[k]).toBeCloseTo(v, 8);
    });
    a.variances.forEach((v, k) => {
      expect(b.variances[k]).toBeCloseTo(v, 8);
    });
  });

  it("counts the states that are seen, not the series", () => {
    expect(collapse(factors, y).model.series).toBe(2);
  });

  it("refuses errors without variance", () => {
    expect(() => collapse({ ...factors, h: new Float64Array(p) }, y)).toThrow(/positive variance/);
  });
});
