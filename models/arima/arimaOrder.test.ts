import { describe, expect, it } from "vitest";
import { armaPolynomials, differenced, differencePolynomial } from "./arimaOrder.ts";
import { autocovariance } from "./autocovariance.ts";
import { toCoefficients } from "./stationaryCoefficients.ts";
import { order } from "./testOrder.ts";

const empty = new Float64Array(0);
const plain = { ar: empty, ma: empty, seasonalAr: empty, seasonalMa: empty };

describe("polynomials", () => {
  it("multiply out: (1 − 0.5B)(1 − 0.3B¹²) has −0.15 at lag 13", () => {
    const { phi } = armaPolynomials(order({ p: 1, P: 1 }), {
      ...plain,
      ar: Float64Array.of(0.5),
      seasonalAr: Float64Array.of(0.3),
    });
    expect([phi[1], phi[12], phi[13]]).toEqual([0.5, 0.3, -0.15]);
  });
  it("(1 − B)(1 − B¹²) gives y(t−1) + y(t−12) − y(t−13) back", () => {
    const delta = differencePolynomial({ d: 1, D: 1, m: 12 });
    expect([delta[1], delta[12], delta[13]]).toEqual([1, 1, -1]);
    expect(
      [
        ...differenced(
          Float64Array.from({ length: 20 }, (_, t) => 3 * t + (t % 12)),
          delta,
        ),
      ].every((w) => Math.abs(w) < 1e-12),
    ).toBe(true);
  });
  it("free coordinates always give a stationary AR(3)", () => {
    const { ar } = toCoefficients(order({ p: 3 }), Float64Array.of(4, -7, 12));
    expect(autocovariance(armaPolynomials(order({ p: 3 }), { ...plain, ar }))).not.toBeNull();
  });
});
