import { describe, expect, it } from "vitest";
import { boxCoxLambda } from "./boxCoxLambda.ts";
import { randomSource } from "./random/generator.ts";

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
