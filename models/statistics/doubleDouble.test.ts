import { describe, expect, it } from "vitest";
import { DoubleDouble } from "./doubleDouble.ts";

describe("arithmetic in double-doubles", () => {
  it("keeps what a double loses: (10²⁰ + 1) − 10²⁰", () => {
    const sum = new DoubleDouble();
    sum.set(1e20, 0);
    sum.add(1, 0);
    sum.add(-1e20, 0);
    expect(sum.hi + sum.lo).toBe(1);
  });
  it("multiplies exactly: (1 + 2⁻⁵⁰)² = 1 + 2⁻⁴⁹ + 2⁻¹⁰⁰", () => {
    const x = 1 + 2 ** -50;
    const sum = new DoubleDouble();
    sum.addProduct(x, 0, x, 0);
    sum.add(-1, 0);
    sum.add(-(2 ** -49), 0);
    expect(sum.hi).toBe(2 ** -100);
  });
  it("divides to about 32 digits: 3 · (1/3) − 1", () => {
    const third = new DoubleDouble();
    third.set(1, 0);
    third.divide(3, 0);
    const sum = new DoubleDouble();
    sum.addProduct(third.hi, third.lo, 3, 0);
    sum.add(-1, 0);
    expect(Math.abs(sum.hi)).toBeLessThan(1e-31);
  });
});
