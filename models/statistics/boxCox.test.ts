import { describe, expect, it } from "vitest";
import { boxCox, boxCoxInverse, boxCoxMean } from "./boxCox.ts";
import { randomSource } from "./random/generator.ts";

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
});
