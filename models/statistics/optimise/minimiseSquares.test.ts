import { describe, expect, it } from "vitest";
import { minimiseSquares } from "./minimiseSquares.ts";
import { numericHessian } from "./numericHessian.ts";

describe("least squares by Levenberg–Marquardt", () => {
  it("goes down Rosenbrock's valley", () => {
    const { x, squares } = minimiseSquares(
      (u, out) => {
        out[0] = 10 * (u[1]! - u[0]! ** 2);
        out[1] = 1 - u[0]!;
        return true;
      },
      [-1.2, 1],
      2,
    );
    expect(squares).toBeLessThan(1e-20);
    expect(x[0]).toBeCloseTo(1, 8);
  });
  it("finds the rate of a decay, around ground it may not enter", () => {
    const t = Array.from({ length: 20 }, (_, i) => i / 4);
    const { x } = minimiseSquares(
      (u, out) => {
        if (u[1]! <= 0) return false;
        t.forEach((v, i) => {
          out[i] = u[0]! * Math.exp(-u[1]! * v) - 3 * Math.exp(-0.7 * v);
        });
        return true;
      },
      [1, 0.05],
      20,
    );
    expect(x[0]).toBeCloseTo(3, 7);
    expect(x[1]).toBeCloseTo(0.7, 7);
  });
  it("stays finite where two coordinates say the same", () => {
    const { squares } = minimiseSquares(
      (u, out) => {
        out[0] = u[0]! + u[1]! - 4;
        out[1] = 2 * (u[0]! + u[1]!) - 8;
        return true;
      },
      [0, 0],
      2,
    );
    expect(squares).toBeLessThan(1e-12);
  });
  it("says so where the start is forbidden", () => {
    expect(minimiseSquares(() => false, [0], 1).squares).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("second derivatives by differences", () => {
  it("are those of a cubic", () => {
    const h = numericHessian((x) => x[0]! ** 3 + 2 * x[0]! * x[1]! ** 2, [1.5, -2], [1e-4, 1e-4]);
    [9, -8, -8, 6].forEach((v, i) => {
      expect(h.data[i]).toBeCloseTo(v, 5);
    });
  });
});
