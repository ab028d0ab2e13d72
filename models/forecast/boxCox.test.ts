import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { boxCox, boxCoxInverse, boxCoxMean } from "./boxCox.ts";
import { boxCoxForecast } from "./boxCoxForecast.ts";
import { boxCoxLambda } from "./boxCoxLambda.ts";

describe("the Box–Cox transformation", () => {
  it.each([-1, -0.3, 0, 0.5, 1, 2])("λ = %d goes there and back", (lambda) => {
    for (const y of [0.2, 1, 7, 4000])
      expect(boxCoxInverse(boxCox(y, lambda), lambda) / y).toBeCloseTo(1, 10);
  });
  it("passes through the logarithm at λ = 0 without a step", () => {
    expect(boxCox(7, 1e-7)).toBeCloseTo(Math.log(7), 6);
  });
  it("keeps the sign where λ > 0, and has no value beyond its range", () => {
    expect(boxCoxInverse(boxCox(-9, 0.5), 0.5)).toBeCloseTo(-9, 12);
    expect(boxCox(-1, 0)).toBeNaN();
    expect(boxCoxInverse(3, -0.5)).toBeNaN();
  });
  it("has the mean of what it makes of normal figures, to second order", () => {
    const { normal } = randomSource(4);
    const [m, s, lambda] = [3, 0.15, 0.3];
    let sum = 0;
    for (let i = 0; i < 200_000; i++) sum += boxCoxInverse(m + s * normal(), lambda);
    expect(boxCoxMean(m, s, lambda) / (sum / 200_000)).toBeCloseTo(1, 3);
  });
  it("refuses a forecast that has left the range, and bounds an interval that has by the largest number", () => {
    expect(() => boxCoxForecast("2024-01", [3], [0.1], [80], -0.5)).toThrow(/range of the Box–Cox/);
    const { intervals } = boxCoxForecast("2024-01", [1.9], [1], [95], -0.5, "median");
    expect(intervals[0]!.upper[0]).toBe(Number.MAX_VALUE);
  });
});

describe("the choice of λ", () => {
  const { normal } = randomSource(9);
  const level = Array.from({ length: 240 }, (_, t) => 100 * Math.exp(0.015 * t));
  const inProportion = Float64Array.from(level, (v) => v * Math.exp(0.1 * normal()));
  const steady = Float64Array.from(level, (_, t) => 100 + t + 4 * normal());
  it("is near 0 where spread grows with the level, near 1 where it does not", () => {
    for (const method of ["guerrero", "likelihood"] as const) {
      expect(Math.abs(boxCoxLambda(inProportion, 12, { method }))).toBeLessThan(0.25);
      expect(boxCoxLambda(steady, 12, { method })).toBeGreaterThan(0.5);
    }
  });
  it("does not depend on the unit", () => {
    const thousand = inProportion.map((v) => v / 1000);
    expect(boxCoxLambda(thousand, 12)).toBeCloseTo(boxCoxLambda(inProportion, 12), 5);
    expect(boxCoxLambda(thousand, 12, { method: "likelihood" })).toBe(
      boxCoxLambda(inProportion, 12, { method: "likelihood" }),
    );
  });
  it("refuses figures that are not positive, and too few of them", () => {
    expect(() => boxCoxLambda(Float64Array.of(...steady, -1), 12)).toThrow(/positive figures; found -1/);
    expect(() => boxCoxLambda(steady.subarray(0, 20), 12)).toThrow(/25 figures; found 20/);
  });
});
