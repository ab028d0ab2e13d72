import { describe, expect, it } from "vitest";
import { fromRows, matrix } from "../../statistics/matrix/matrix.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { design } from "../design.ts";
import { type Ols, ols } from "../ols.ts";
import { breuschGodfrey } from "./breuschGodfrey.ts";
import { breuschPagan } from "./breuschPagan.ts";
import { durbinWatson } from "./durbinWatson.ts";
import { jarqueBera } from "./jarqueBera.ts";
import { ljungBox } from "./ljungBox.ts";
import { reset } from "./reset.ts";
import { wald } from "./wald.ts";

interface Flaws {
  rho?: number;
  curve?: number;
  spread?: number;
}

function fitted(seed: number, { rho = 0, curve = 0, spread = 0 }: Flaws = {}, n = 120): Ols {
  const random = randomSource(seed);
  const x = Float64Array.from({ length: n }, () => random.normal());
  let e = 0;
  const y = x.map((v) => {
    e = rho * e + random.normal() * Math.exp(spread * v);
    return 1 + v + curve * v * v + e;
  });
  return ols(y, design([x]));
}

const TESTS: readonly [string, (fit: Ols) => number, Flaws][] = [
  ["Breusch–Godfrey", (f) => breuschGodfrey(f, 2).chiSquared.p, { rho: 0.6 }],
  ["Breusch–Godfrey as F", (f) => breuschGodfrey(f, 2).f.p, { rho: 0.6 }],
  ["Ljung–Box", (f) => ljungBox(f.residuals, 4).p, { rho: 0.6 }],
  ["Breusch–Pagan", (f) => breuschPagan(f).p, { spread: 0.8 }],
  ["Breusch–Pagan unstudentised", (f) => breuschPagan(f, false).p, { spread: 0.8 }],
  ["RESET", (f) => reset(f).p, { curve: 0.6 }],
];

describe.each(TESTS)("%s", (_, p, flaws) => {
  it("rejects a sound regression about once in twenty", () => {
    let rejected = 0;
    for (let seed = 1; seed <= 300; seed++) if (p(fitted(seed)) < 0.05) rejected++;
    // Binomial(300, 0.05): mean 15, standard deviation 3.8; small-sample distortion allowed for.
    expect(rejected).toBeGreaterThan(3);
    expect(rejected).toBeLessThan(30);
  });

  it("finds the flaw it is for", () => {
    let found = 0;
    for (let seed = 1; seed <= 20; seed++) if (p(fitted(seed, flaws)) < 0.05) found++;
    expect(found).toBeGreaterThan(17);
  });

  it("does not mind the units of y", () => {
    const fit = fitted(4);
    const scaled = ols(
      fit.y.map((v) => 1e4 * v),
      fit.design,
    );
    expect(p(scaled)).toBeCloseTo(p(fit), 8);
  });
});

describe("single statistics", () => {
  it("Durbin–Watson is near 2(1 − r)", () => {
    const fit = fitted(2, { rho: 0.7 }, 2000);
    const e = fit.residuals;
    const r = e.reduce((s, v, t) => s + (t > 0 ? v * e[t - 1]! : 0), 0) / e.reduce((s, v) => s + v * v, 0);
    expect(durbinWatson(e)).toBeCloseTo(2 * (1 - r), 2);
  });

  it("Jarque–Bera sees what its moments are", () => {
    const { skewness, kurtosis, statistic } = jarqueBera([-1, -1, 1, 1]);
    expect(skewness).toBeCloseTo(0, 14);
    expect(kurtosis).toBeCloseTo(1, 14);
    expect(statistic).toBeCloseTo((4 * 4) / 24, 13);
    expect(() => jarqueBera([3, 3, 3])).toThrow(/differ/);
  });

  it("a Wald test of one coefficient is its t squared", () => {
    const fit = fitted(6);
    const covariance = matrix(
      2,
      2,
      fit.unscaled.data.map((v) => v * fit.sigma ** 2),
    );
    const { statistic } = wald(fit.coefficients, covariance, fromRows([[0, 1]]));
    expect(statistic).toBeCloseTo(fit.t[1]! ** 2, 8);
    expect(() =>
      wald(
        fit.coefficients,
        covariance,
        fromRows([
          [0, 1],
          [0, 2],
        ]),
      ),
    ).toThrow(/repeat/);
  });

  it("say what they need", () => {
    const fit = fitted(1, {}, 10);
    expect(() => breuschGodfrey(fit, 9)).toThrow(/needs 12 observations; found 10/);
    expect(() => ljungBox(fit.residuals, 10)).toThrow(/more than 10 figures/);
    expect(() => ljungBox(fit.residuals, 2, { fitted: 2 })).toThrow(/more lags/);
    expect(() => reset(fit, [1])).toThrow(/powers from 2/);
  });
});
