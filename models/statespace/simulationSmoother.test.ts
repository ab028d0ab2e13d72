import { expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { diffuseInitial, stackInitial, stationaryInitial } from "./initialState.ts";
import { kalmanFilter } from "./kalmanFilter.ts";
import { simulationSmoother } from "./simulationSmoother.ts";
import { smoothStates } from "./smoothStates.ts";
import type { StateSpace } from "./stateSpace.ts";

/** A trend and a common cycle seen by two series with correlated errors and gaps. */
const model: StateSpace = {
  series: 2,
  states: 3,
  shocks: 2,
  Z: Float64Array.of(1, 0, 1, 0.5, 0, 2),
  d: Float64Array.of(0.3, -1),
  H: Float64Array.of(0.5, 0.2, 0.2, 0.4),
  T: Float64Array.of(1, 1, 0, 0, 1, 0, 0, 0, 0.7),
  c: Float64Array.of(0, 0, 0.2),
  R: Float64Array.of(1, 0, 0, 0, 0, 1),
  Q: Float64Array.of(0.3, 0.1, 0.1, 0.5),
  initial: stackInitial([
    diffuseInitial(2),
    stationaryInitial(Float64Array.of(0.7), Float64Array.of(0.5), Float64Array.of(0.2)),
  ]),
};
const random = randomSource(11);
const y = Float64Array.from({ length: 40 }, (_, k) =>
  [0, 3, 8, 9, 21, 39].includes(k) ? Number.NaN : 0.2 * k + random.normal(),
);
const filtered = kalmanFilter(model, y);
const smoothed = smoothStates(model, filtered);

it("draws have the smoother's means and covariances, within the error of 4000 draws", () => {
  const draw = simulationSmoother(model, filtered);
  const draws = 4000;
  const size = smoothed.states.length;
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let k = 0; k < draws; k++)
    draw(random).forEach((v, i) => {
      const gap = v - smoothed.states[i]!;
      sum[i]! += gap;
      squares[i]! += gap * gap;
    });
  for (let i = 0; i < size; i++) {
    const t = Math.floor(i / 3);
    const variance = smoothed.variances[t * 9 + (i % 3) * 4]!;
    expect(Math.abs(sum[i]! / draws)).toBeLessThan(4.5 * Math.sqrt(variance / draws));
    expect(Math.abs(squares[i]! / draws / variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / draws));
  }
});

it("the same seed repeats a draw", () => {
  const draw = simulationSmoother(model, filtered);
  expect(draw(randomSource(3))).toEqual(draw(randomSource(3)));
});

it("two figures cannot settle three diffuse states", () => {
  const open = { ...model, initial: diffuseInitial(3) };
  const short = kalmanFilter(open, Float64Array.of(1, 2));
  expect(() => simulationSmoother(open, short)).toThrow(/1 of 3 stay open/);
  expect(() => smoothStates(open, short)).toThrow(/1 of 3 stay open/);
});
