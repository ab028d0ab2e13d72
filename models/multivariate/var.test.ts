import { describe, expect, it } from "vitest";
import { fromRows, identity, type Matrix, matrix, toRows } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { breuschGodfrey } from "./breuschGodfrey.ts";
import { isStable } from "./companion.ts";
import { coefficientPValues, fitVar } from "./fitVar.ts";
import { forecastVar, pathInterval } from "./forecastVar.ts";
import { grangerCausality } from "./grangerCausality.ts";
import { grangerTest } from "./grangerTest.ts";
import { historicalDecomposition } from "./historicalDecomposition.ts";
import { movingAverage, orthogonalResponses, recursiveImpact } from "./impulseResponse.ts";
import { impulseResponseErrors } from "./impulseResponseErrors.ts";
import { multivariateArch } from "./multivariateArch.ts";
import { multivariateNormality } from "./multivariateNormality.ts";
import { portmanteau } from "./portmanteau.ts";
import { responseBands } from "./responseBands.ts";
import { selectLags } from "./selectLags.ts";
import { simulateVar } from "./simulateVar.ts";
import { stationaryMean } from "./stationaryMean.ts";
import { varianceDecomposition } from "./varianceDecomposition.ts";

/** Series 2 is moved by series 1 but not the other way round. */
const A = fromRows([
  [0.6, 0],
  [0.3, 0.4],
]);
const IMPACT = fromRows([
  [1, 0],
  [0.5, 0.8],
]);
const PROCESS = { lagMatrices: [A], constant: [1, 0.5], impact: IMPACT };
const y = simulateVar(PROCESS, 600, 3);
const fit = fitVar(y, { lags: 1 });

const worst = (a: Matrix, b: Matrix) => a.data.reduce((w, v, i) => Math.max(w, Math.abs(v - b.data[i]!)), 0);

describe("vector autoregression", () => {
  it("finds the coefficients it was simulated from within four standard errors", () => {
    const truth = fromRows([
      [0.6, 0.3],
      [0, 0.4],
      [1, 0.5],
    ]);
    fit.coefficients.data.forEach((b, i) => {
      expect(Math.abs(b - truth.data[i]!)).toBeLessThan(4 * fit.standardErrors.data[i]!);
    });
    expect(isStable(fit.lagMatrices)).toBe(true);
    // Rows are the lag of each series and the constant: series 2 does not enter equation 1.
    const p = coefficientPValues(fit).data;
    expect(p[0]!).toBeLessThan(1e-10);
    expect(p[2]!).toBeGreaterThan(0.001);
    expect(selectLags(y, 6).selected.bic).toBe(1);
  });

  it("answers a change of units and of the order of the series in kind", () => {
    const scaled = fitVar(fromRows(toRows(y).map(([a, b]) => [1000 * b!, a!])), { lags: 1 });
    expect(scaled.lagMatrices[0]!.data[0]!).toBeCloseTo(fit.lagMatrices[0]!.data[3]!, 10);
    expect(scaled.logLikelihood).toBeCloseTo(fit.logLikelihood - 599 * Math.log(1000), 6);
  });

  it("with a quadratic trend does not see one that is laid under the series, and forecasts along it", () => {
    const under = (t: number) => 3 + 0.02 * t - 4e-5 * t * t;
    const laid = fromRows(toRows(y).map((row, t) => row.map((v) => v + under(t + 1))));
    const [plain, curved] = [y, laid].map((x) => fitVar(x, { lags: 2, deterministic: "quadratic" }));
    curved!.lagMatrices.forEach((a, l) => {
      expect(worst(a, plain!.lagMatrices[l]!)).toBeLessThan(1e-9);
    });
    const ahead = forecastVar(curved!, 5).mean;
    forecastVar(plain!, 5).mean.data.forEach((v, i) => {
      expect(ahead.data[i]! - v).toBeCloseTo(under(y.rows + 1 + Math.floor(i / 2)), 7);
    });
  });

  it("with a constant has residuals of mean 0, so that centring changes no portmanteau; without one it does", () => {
    expect(portmanteau(fit, 8, false, true).statistic).toBeCloseTo(portmanteau(fit, 8).statistic, 8);
    const without = fitVar(y, { lags: 1, deterministic: "none" });
    const gap = portmanteau(without, 8, false, true).statistic - portmanteau(without, 8).statistic;
    expect(Math.abs(gap)).toBeGreaterThan(0.1);
  });

  it("of one lag has the powers of A as responses", () => {
    const phi = movingAverage([A], 2, 6);
    let power = identity(2);
    for (const m of phi) {
      expect(worst(m, power)).toBeLessThan(1e-14);
      power = multiply(power, A);
    }
  });

  it("splits the error variance into shares that sum to 1, and the data into shocks that add up to it", () => {
    const theta = orthogonalResponses(movingAverage(fit.lagMatrices, 2, 10), recursiveImpact(fit.sigma));
    for (const shares of varianceDecomposition(theta))
      for (const row of toRows(shares)) expect(row.reduce((s, v) => s + v, 0)).toBeCloseTo(1, 12);
    const two = fitVar(y, { lags: 3, deterministic: "both" });
    const { base, contributions } = historicalDecomposition(two);
    const sum = base.data.map((v, i) => contributions.reduce((s, c) => s + c.data[i]!, v));
    expect(worst(matrix(base.rows, 2, sum), matrix(base.rows, 2, y.data.slice(6)))).toBeLessThan(1e-9);
  });

  it("gives bootstrap bands about as wide as the asymptotic errors, the same with the same seed", () => {
    const errors = impulseResponseErrors(fit, 3);
    const options = { horizon: 3, replications: 300, level: 90, seed: 4 };
    const bands = responseBands(fit, options);
    for (let h = 0; h <= 3; h++)
      for (const cell of [0, 2, 3]) {
        const width = bands.upper[h]!.data[cell]! - bands.lower[h]!.data[cell]!;
        const expected = 2 * 1.645 * errors.orthogonal[h]!.data[cell]!;
        expect(width / expected).toBeGreaterThan(0.75);
        expect(width / expected).toBeLessThan(1.35);
      }
    expect(responseBands(fit, options)).toEqual(bands);
  });

  it("covers what follows as often as it says", () => {
    let inside = 0;
    const rounds = 200;
    for (let r = 0; r < rounds; r++) {
      const path = simulateVar(PROCESS, 184, 100 + r);
      const known = fitVar(matrix(180, 2, path.data.slice(0, 360)), { lags: 1 });
      const { lower, upper } = pathInterval(forecastVar(known, 4), 80);
      for (let i = 0; i < 8; i++)
        if (path.data[360 + i]! >= lower.data[i]! && path.data[360 + i]! <= upper.data[i]!) inside++;
    }
    // Eight cells a round, related to each other: about three standard errors.
    expect(Math.abs(inside / (8 * rounds) - 0.8)).toBeLessThan(0.05);
  });

  it("comes to rest at its mean", () => {
    const mean = stationaryMean(fit);
    const far = forecastVar(fit, 300).mean;
    expect(far.data[598]!).toBeCloseTo(mean[0]!, 8);
    expect(far.data[599]!).toBeCloseTo(mean[1]!, 8);
  });

  it("tells the direction of causality, and passes its own residual tests", () => {
    expect(grangerCausality(fit, [0], [1]).pValue).toBeLessThan(1e-4);
    expect(grangerCausality(fit, [1], [0]).pValue).toBeGreaterThan(0.01);
    const test = grangerTest(
      toRows(y).map((r) => r[1]!),
      toRows(y).map((r) => r[0]!),
      1,
    );
    expect(test.ssrF.statistic).toBeCloseTo(test.parameterF.statistic, 8);
    for (const p of [
      portmanteau(fit, 10).pValue,
      breuschGodfrey(fit, 4).pValue,
      breuschGodfrey(fit, 4).f.pValue,
      multivariateNormality(fit).pValue,
      multivariateArch(fit, 2).pValue,
    ])
      expect(p).toBeGreaterThan(0.001);
  });

  it("takes exogenous regressors and needs their future", () => {
    const x = matrix(
      600,
      1,
      Float64Array.from({ length: 600 }, (_, t) => Math.sin(t / 5)),
    );
    const moved = matrix(
      600,
      2,
      y.data.map((v, i) => v + 3 * x.data[Math.floor(i / 2)]!),
    );
    const with1 = fitVar(moved, { lags: 1, exogenous: x });
    expect(with1.coefficients.rows).toBe(4);
    expect(() => forecastVar(with1, 3)).toThrow(/needs 3 rows of the 1 exogenous/);
    expect(forecastVar(with1, 3, matrix(3, 1)).mean.rows).toBe(3);
  });

  it("says what it cannot fit", () => {
    const twice = fromRows(toRows(y).map(([a, b]) => [a!, b!, a! + b!]));
    expect(() => fitVar(twice, { lags: 2 })).toThrow(/combination of those before it|linearly dependent/);
    expect(() => fitVar(matrix(4, 2, y.data.slice(0, 8)), { lags: 2 })).toThrow(/at least 8 rows/);
    expect(() => fitVar(fromRows(toRows(y).map(([a]) => [a!, 5])), { lags: 1 })).toThrow(
      /series 2 is 5 throughout/,
    );
    const gap = matrix(600, 2, y.data.with(10, Number.NaN));
    expect(() => fitVar(gap, { lags: 1 })).toThrow(/row 6 of series 1 holds NaN/);
  });
});
