import { describe, expect, it } from "vitest";
import { orthogonalLeastSquares } from "./orthogonalLeastSquares.ts";

const x = Float64Array.from({ length: 21 }, (_, t) => t);
const powers = Array.from({ length: 6 }, (_, p) => x.map((v) => v ** p));

describe("least squares by reflections", () => {
  it("solves NIST's Wampler1: y = 1 + x + … + x⁵ has six coefficients of 1 and no error", () => {
    const y = x.map((_, t) => powers.reduce((s, column) => s + column[t]!, 0));
    const { coefficients, sigma2 } = orthogonalLeastSquares(y, powers);
    for (const b of coefficients) expect(b).toBeCloseTo(1, 8);
    expect(sigma2).toBeLessThan(1e-14);
  });
  it("gives the textbook's standard errors of a line", () => {
    const y = Float64Array.from([1, 3, 2, 5, 4]);
    const t = Float64Array.from([1, 2, 3, 4, 5]);
    const fit = orthogonalLeastSquares(y, [new Float64Array(5).fill(1), t]);
    // b = 0.8, a = 0.6, RSS = 3.6, σ² = 1.2, se(b) = √(σ²/10), se(a) = √(σ² (1/5 + 9/10))
    expect([...fit.coefficients]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
    expect(fit.sigma2).toBeCloseTo(1.2, 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(0.12), 12);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1.2 * 1.1), 12);
    expect(fit.residuals.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
  });
  it("refuses columns that say the same, and fewer rows than coefficients", () => {
    expect(() => orthogonalLeastSquares(x, [x, x.map((v) => 2 * v)])).toThrow(/column 2/);
    expect(() => orthogonalLeastSquares(Float64Array.of(1), [Float64Array.of(1)])).toThrow(
      /more than 1 rows; found 1/,
    );
  });
});
