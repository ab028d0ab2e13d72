import { describe, expect, it } from "vitest";
import { arimaPath } from "./arimaForecast.ts";
import { fitArima } from "./fitArima.ts";
import { order } from "./testOrder.ts";
import { AR1 } from "./testPaths.ts";

describe("estimation", () => {
  it("finds the coefficient of an AR(1) within two standard errors", () => {
    const fit = fitArima(AR1(400, 0.7, 33), order({ p: 1, m: 1 }))!;
    expect(Math.abs(fit.arma.ar[0]! - 0.7)).toBeLessThan(2 * Math.sqrt((1 - 0.49) / 400));
  });
  it("forecasts an AR(1) back to its mean, with the variance of the textbook", () => {
    const y = AR1(300, 0.7, 12).map((v) => v + 20);
    const fit = fitArima(y, order({ p: 1, m: 1, constant: true }))!;
    const phi = fit.arma.ar[0]!;
    const c = fit.coefficients.at(-1)!;
    const { mean, sd } = arimaPath(fit, 4);
    expect(mean[2]).toBeCloseTo(c + phi ** 3 * (y.at(-1)! - c), 8);
    expect(sd[1]! ** 2 / sd[0]! ** 2).toBeCloseTo(1 + phi ** 2, 8);
  });
  it("fills a missing month from both sides", () => {
    const y = AR1(200, 0.9, 7);
    const truth = y[100]!;
    y[100] = Number.NaN;
    const fit = fitArima(y, order({ p: 1, m: 1 }))!;
    const phi = fit.arma.ar[0]!;
    const both = (phi * (y[99]! + y[101]!)) / (1 + phi * phi);
    const { levels } = arimaPath(fit, 1);
    expect(levels[100]).toBeCloseTo(both, 6);
    expect(Math.abs(levels[100]! - truth)).toBeLessThan(3);
  });
});
