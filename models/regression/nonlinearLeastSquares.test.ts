import { describe, expect, it } from "vitest";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { type NonlinearModel, nonlinearLeastSquares } from "./nonlinearLeastSquares.ts";

/** NIST StRD, Misra1a: y = b₁(1 − e^{−b₂x}). */
const MISRA = [
  [77.6, 10.07],
  [114.9, 14.73],
  [141.1, 17.94],
  [190.8, 23.93],
  [239.9, 29.61],
  [289, 35.18],
  [332.8, 40.02],
  [378.4, 44.82],
  [434.8, 50.76],
  [477.3, 55.05],
  [536.8, 61.01],
  [593.1, 66.4],
  [689.1, 75.47],
  [760, 81.78],
] as const;

const saturation: NonlinearModel = {
  rows: MISRA.length,
  residuals(b: Float64Array, out: Float64Array) {
    MISRA.forEach(([x, y], t) => {
      out[t] = y - b[0]! * (1 - Math.exp(-b[1]! * x));
    });
  },
  slopes(b: Float64Array, out: Matrix) {
    MISRA.forEach(([x], t) => {
      out.data[2 * t] = 1 - Math.exp(-b[1]! * x);
      out.data[2 * t + 1] = b[0]! * x * Math.exp(-b[1]! * x);
    });
  },
};

describe("nonlinear least squares", () => {
  it.each([
    [500, 0.0001],
    [250, 0.0005],
  ])("reaches NIST's certified figures from %d, %d", (b1, b2) => {
    const fit = nonlinearLeastSquares(saturation, [b1, b2]);
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.parameters[0]! / 2.3894212918e2 - 1)).toBeLessThan(1e-8);
    expect(Math.abs(fit.parameters[1]! / 5.5015643181e-4 - 1)).toBeLessThan(1e-8);
    expect(Math.abs(fit.standardErrors[0]! / 2.7070075241 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(fit.standardErrors[1]! / 7.2668688436e-6 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(fit.rss / 1.2455138894e-1 - 1)).toBeLessThan(1e-8);
  });

  it("rests at a bound and fits the others beside it", () => {
    const fit = nonlinearLeastSquares({ ...saturation, upper: [200, 1] }, [150, 0.0005]);
    expect(fit.parameters[0]).toBe(200);
    const free = (b2: number): number => {
      const out = new Float64Array(MISRA.length);
      saturation.residuals(Float64Array.of(200, b2), out);
      return out.reduce((s, e) => s + e * e, 0);
    };
    const b2 = fit.parameters[1]!;
    expect(fit.rss).toBeLessThanOrEqual(Math.min(free(b2 * 1.001), free(b2 * 0.999)));
  });

  it("refuses a start that gives no numbers, and fewer rows than parameters", () => {
    expect(() => nonlinearLeastSquares(saturation, [Number.NaN, 1])).toThrow(/no numbers at its start/);
    expect(() => nonlinearLeastSquares({ ...saturation, rows: 2 }, [1, 1])).toThrow(
      /needs more rows; found 2/,
    );
  });
});
