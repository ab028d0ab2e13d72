import { expect, it } from "vitest";
import { leastSquares } from "./leastSquares.ts";

const x = Float64Array.of(1, 2, 3, 4, 5);
const one = Float64Array.of(1, 1, 1, 1, 1);
const y = Float64Array.of(2.2, 2.8, 4.5, 3.7, 5.5);

it("gives the line worked by hand: slope 7.5/10, intercept 3.74 − 3·0.75", () => {
  const { coefficients, residualSquares } = leastSquares(y, [one, x]);
  expect([...coefficients]).toEqual([expect.closeTo(1.49, 10), expect.closeTo(0.75, 10)]);
  const direct = y.reduce((s, v, i) => s + (v - 1.49 - 0.75 * x[i]!) ** 2, 0);
  expect(residualSquares).toBeCloseTo(direct, 10);
});

it("gives a column that says nothing new the coefficient 0, and leaves it out of the determinant", () => {
  const twice = x.map((v) => 2 * v);
  const { coefficients, rank, logDeterminant } = leastSquares(y, [one, x, twice]);
  expect(coefficients[2]).toBe(0);
  expect(rank).toBe(2);
  expect(logDeterminant).toBeCloseTo(Math.log(5 * 55 - 15 * 15), 10);
});
