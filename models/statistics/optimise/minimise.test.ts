import { describe, expect, it } from "vitest";
import { minimise, withNumericGradient } from "./minimise.ts";

const rosenbrock = (x: Float64Array) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2;

describe("BFGS", () => {
  it("walks Rosenbrock's valley to (1, 1) with a numeric gradient", () => {
    const { x, value } = minimise(withNumericGradient(rosenbrock), [-1.2, 1], { tolerance: 1e-14 });
    expect([x[0], x[1], value]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5), expect.closeTo(0, 9)]);
  });

  it("needs few evaluations on a quadratic", () => {
    const { evaluations, value } = minimise(
      withNumericGradient((x) => (x[0]! - 3) ** 2 + 5 * (x[1]! + 1) ** 2),
      [0, 0],
    );
    expect(value).toBeLessThan(1e-8);
    expect(evaluations).toBeLessThan(30);
  });

  it("steps back from forbidden points", () => {
    const { x } = minimise(
      withNumericGradient((z) => (z[0]! <= 0 ? Number.NaN : z[0]! - Math.log(z[0]!))),
      [0.05],
    );
    expect(x[0]).toBeCloseTo(1, 3);
  });

  it("leaves a start without coordinates as it is", () => {
    expect(
      minimise(
        withNumericGradient(() => 7),
        [],
      ),
    ).toMatchObject({ value: 7, evaluations: 1 });
  });
});
