import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../statistics/normalQuantile.ts";
import { usualChange, widening } from "./pastScales.ts";

const normal = (n: number, sd: number): number[] =>
  Array.from({ length: n }, (_, i) => sd * normalQuantile((i + 0.5) / n));

describe("scales from the past", () => {
  it("leave a model alone that errs as it says, and without a past", () => {
    expect(widening([], 0.8)).toBe(1);
    expect(widening(normal(400, 1), 0.8)).toBeCloseTo(1, 2);
  });

  it("widen what erred more, the further the longer it did", () => {
    const few = widening(normal(8, 3), 0.8);
    const many = widening(normal(400, 3), 0.8);
    expect(few).toBeGreaterThan(1.5);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeCloseTo(3, 1);
    expect(widening(normal(400, 0.5), 0.8)).toBeLessThan(0.6);
  });

  it("are not moved by one crisis", () => {
    expect(widening([...normal(40, 1), 50], 0.8)).toBeLessThan(1.1);
    expect(usualChange([0.1, -0.1, 0.2, 0.1, -12.8], 0.01)).toBeCloseTo(0.1 / normalQuantile(0.75), 12);
  });

  it("keep to what publication can tell, and refuse shares and pasts that are none", () => {
    expect(usualChange([0, 0, 0], 0.1)).toBe(0.1);
    expect(() => usualChange([], 0.1)).toThrow(/at least one/);
    expect(() => widening([1], 1)).toThrow(/between 0 and 1/);
  });
});
