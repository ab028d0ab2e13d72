import { describe, expect, it } from "vitest";
import { fromRows, type Matrix, matrix, toRows } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { fitVar } from "./fitVar.ts";
import { fitVecm } from "./fitVecm.ts";
import { forecastVar } from "./forecastVar.ts";
import { forecastVecm } from "./forecastVecm.ts";
import { johansen } from "./johansen.ts";
import { johansenDetrended } from "./johansenDetrended.ts";

/** x a random walk, y = 2x + 1 + AR(1) of 0.5, z another random walk. */
function simulated(rows: number, seed: number): Matrix {
  const random = randomSource(seed);
  let x = 0;
  let z = 0;
  let gap = 0;
  return fromRows(
    Array.from({ length: rows }, () => {
      x += random.normal();
      z += random.normal();
      gap = 0.5 * gap + random.normal();
      return [2 * x + 1 + gap, x, z];
    }),
  );
}

const y = simulated(400, 8);

describe("cointegration", () => {
  it("finds the one relation there is, in either convention", () => {
    expect(johansen(y, { lags: 2, restricted: "const" }).rank).toBe(1);
    expect(johansen(y, { lags: 2 }).rank).toBe(1);
    expect(johansenDetrended(y, { order: 0, lagDifferences: 1 }).rank).toBe(1);
  });

  it("finds its rank in at least 85 of 100 samples (the test is at 5 %)", () => {
    let right = 0;
    for (let r = 0; r < 100; r++)
      if (johansen(simulated(250, 50 + r), { lags: 1, restricted: "const" }).rank === 1) right++;
    expect(right).toBeGreaterThanOrEqual(85);
  });

  it("estimates the relation within four standard errors", () => {
    const fit = fitVecm(y, { lagDifferences: 1, rank: 1, constant: "inside" });
    expect(Math.abs(fit.beta.data[1]! + 2)).toBeLessThan(4 * fit.errors.beta.data[1]!);
    expect(Math.abs(fit.beta.data[2]!)).toBeLessThan(4 * fit.errors.beta.data[2]!);
    expect(fit.alpha.data[0]!).toBeLessThan(0);
  });

  it("has the same eigenvalues whether the level stands at the first lag or the last, and in other units", () => {
    const near = johansen(y, { lags: 3, restricted: "const" });
    const far = johansen(y, { lags: 3, restricted: "const", form: "long-run" });
    const scaled = johansen(fromRows(toRows(y).map(([a, b, c]) => [100 * a! + 7, b! - 3, 0.01 * c!])), {
      lags: 3,
      restricted: "const",
    });
    for (let i = 0; i < 3; i++) {
      expect(far.eigenvalues[i]!).toBeCloseTo(near.eigenvalues[i]!, 10);
      expect(scaled.eigenvalues[i]!).toBeCloseTo(near.eigenvalues[i]!, 9);
    }
    expect(near.trace[0]!).toBeCloseTo(
      near.maximumEigenvalue.reduce((s, v) => s + v, 0),
      8,
    );
  });

  it("of full rank is the vector autoregression in levels, of rank 0 the one in differences", () => {
    const full = fitVecm(y, { lagDifferences: 1, rank: 3, constant: "outside" });
    const levels = fitVar(y, { lags: 2 });
    expect(full.logLikelihood).toBeCloseTo(levels.logLikelihood, 6);
    full.lagMatrices.forEach((a, l) => {
      a.data.forEach((v, i) => {
        expect(v).toBeCloseTo(levels.lagMatrices[l]!.data[i]!, 7);
      });
    });
    const ahead = forecastVecm(full, 5).mean.data;
    forecastVar(levels, 5).mean.data.forEach((v, i) => {
      expect(ahead[i]!).toBeCloseTo(v, 6);
    });
    const none = fitVecm(y, { lagDifferences: 1, rank: 0, constant: "outside" });
    const differences = matrix(
      y.rows - 1,
      3,
      Float64Array.from({ length: (y.rows - 1) * 3 }, (_, i) => y.data[i + 3]! - y.data[i]!),
    );
    expect(none.logLikelihood).toBeCloseTo(fitVar(differences, { lags: 1 }).logLikelihood, 6);
  });

  it("keeps forecasts of the related series together", () => {
    const fit = fitVecm(y, { lagDifferences: 1, rank: 1, constant: "inside" });
    const last = toRows(forecastVecm(fit, 100).mean).at(-1)!;
    const relation =
      last[0]! + fit.beta.data[1]! * last[1]! + fit.beta.data[2]! * last[2]! + fit.betaDeterministic.data[0]!;
    expect(Math.abs(relation)).toBeLessThan(1e-6);
  });

  it("says what it cannot fit", () => {
    const twice = fromRows(toRows(y).map(([a, b]) => [a!, b!, a! - b!]));
    expect(() => johansen(twice, { lags: 2 })).toThrow(/combination of those before it|linearly dependent/);
    expect(() => fitVecm(y, { lagDifferences: 1, rank: 4 })).toThrow(
      /rank of 3 series lies in 0 … 3; found 4/,
    );
    expect(() => johansen(matrix(8, 3, y.data.slice(0, 24)), { lags: 2 })).toThrow(/at least/);
    expect(() => johansen(y, { lags: 0 })).toThrow(/at least 1 lag/);
  });
});
