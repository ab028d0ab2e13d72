import { describe, expect, it } from "vitest";
import { binaryModel } from "../../regression/binary/binaryModel.ts";
import { design } from "../../regression/design.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { orientedProbit } from "./orientedProbit.ts";

const n = 300;
const random = randomSource(7);
const x = Float64Array.from({ length: 2 * n }, () => random.normal());
const y = Float64Array.from({ length: n }, (_, t) =>
  0.9 * x[2 * t]! + 0.5 * x[2 * t + 1]! - 0.4 + random.normal() > 0 ? 1 : 0,
);
const rows = Array.from({ length: n }, (_, t) => t);

describe("a probit with slopes at or above zero, drawn to zero", () => {
  it("is the maximum of the likelihood where the penalty vanishes and no slope is held", () => {
    const free = binaryModel(y, design([0, 1].map((j) => rows.map((t) => x[2 * t + j]!))), "probit");
    const { coefficients } = orientedProbit(y, x, 2, rows, 1e-9);
    // The constant keeps its small penalty.
    for (const [j, b] of free.coefficients.entries())
      expect(Math.abs(coefficients[j]! - b)).toBeLessThan(2e-3);
  });
  it("a regressor that points the wrong way gets exactly nothing", () => {
    const turned = x.map((v, i) => (i % 2 === 0 ? v : -v));
    const { coefficients } = orientedProbit(y, turned, 2, rows, 1);
    expect(coefficients[1]!).toBeGreaterThan(0.5);
    expect(coefficients[2]).toBe(0);
  });
  it("shrinks with the penalty and ends where the classes separate or are all alike", () => {
    const slope = (penalty: number, of: Float64Array = y) =>
      orientedProbit(of, x, 2, rows, penalty).coefficients[1]!;
    expect(slope(100)).toBeLessThan(slope(10));
    expect(slope(10)).toBeLessThan(slope(1));
    const separated = Float64Array.from(rows, (t) => (x[2 * t]! > 0 ? 1 : 0));
    expect(Number.isFinite(slope(1, separated))).toBe(true);
    const { coefficients } = orientedProbit(new Float64Array(n), x, 2, rows, 12);
    expect(coefficients[0]!).toBeLessThan(-2);
    expect(coefficients.every(Number.isFinite)).toBe(true);
  });
  it("does not hang on where it starts", () => {
    const cold = orientedProbit(y, x, 2, rows, 3).coefficients;
    const warm = orientedProbit(y, x, 2, rows, 3, Float64Array.of(1, 2, 0)).coefficients;
    for (const [j, b] of cold.entries()) expect(warm[j]!).toBeCloseTo(b, 6);
  });
  it("refuses no rows and a penalty that is none", () => {
    expect(() => orientedProbit(y, x, 2, [], 1)).toThrow(/rows/);
    expect(() => orientedProbit(y, x, 2, rows, 0)).toThrow(/penalty/);
  });
});
