import { describe, expect, it } from "vitest";
import { fromRows, matrix } from "../../statistics/matrix/matrix.ts";
import { zigguratSource } from "../../statistics/random/ziggurat.ts";
import { conditionalForecast } from "../conditionalForecast.ts";
import { fitVar } from "../fitVar.ts";
import { forecastVar } from "../forecastVar.ts";
import { movingAverage, orthogonalResponses, recursiveImpact } from "../impulseResponse.ts";
import { simulateVar } from "../simulateVar.ts";
import { bvarPaths } from "./bvarPaths.ts";
import { bvarResponses } from "./bvarResponses.ts";
import { chooseTightness } from "./chooseTightness.ts";
import { conjugatePosterior, logMarginalLikelihood } from "./conjugatePosterior.ts";
import { crossProducts } from "./crossProducts.ts";
import { drawPosterior } from "./drawPosterior.ts";
import { fitBvar } from "./fitBvar.ts";
import { minnesotaPrior } from "./minnesotaPrior.ts";
import { sampleTightness } from "./sampleTightness.ts";

const A = fromRows([
  [0.8, 0.1],
  [0, 0.7],
]);
const IMPACT = fromRows([
  [1, 0],
  [0.4, 0.9],
]);
const y = simulateVar({ lagMatrices: [A], constant: [1, 2], impact: IMPACT }, 160, 12);
const data = crossProducts(y, 2);
const posteriorAt = (tightness: number) => conjugatePosterior(data, minnesotaPrior(y, 2, { tightness }));

describe("Bayesian vector autoregression", () => {
  it("is least squares under a loose prior and the prior's random walk under a tight one", () => {
    const ols = fitVar(y, { lags: 2 }).coefficients.data;
    const loose = conjugatePosterior(data, minnesotaPrior(y, 2, { tightness: 1e4, constantSpread: 1e5 })).mean
      .data;
    ols.forEach((b, i) => {
      expect(loose[i]!).toBeCloseTo(b, 5);
    });
    const tight = posteriorAt(1e-4).mean.data;
    [1, 0, 0, 1, 0, 0, 0, 0].forEach((b, i) => {
      expect(tight[i]!).toBeCloseTo(b, 3);
    });
  });

  it("has as marginal likelihood the product of its one-step predictive densities", () => {
    // Two samples one row apart: p(y_T | y_1 … y_{T−1}) is a multivariate t whose density is known.
    const prior = minnesotaPrior(y, 2, { tightness: 0.3 });
    const shorter = crossProducts(matrix(159, 2, y.data.slice(0, 318)), 2);
    const before = conjugatePosterior(shorter, prior);
    const x = [y.data[316]!, y.data[317]!, y.data[314]!, y.data[315]!, 1];
    const spread = before.spread.data;
    const along = [0, 1, 2, 3, 4].map((c) => x.reduce((s, v, i) => s + v * spread[i * 5 + c]!, 0));
    const h = 1 + along.reduce((s, v) => s + v * v, 0);
    const e = [0, 1].map(
      (j) => y.data[318 + j]! - x.reduce((s, v, i) => s + v * before.mean.data[i * 2 + j]!, 0),
    );
    const f = before.scaleFactor.data;
    const z0 = e[0]! / f[0]!;
    const z1 = (e[1]! - f[2]! * z0) / f[3]!;
    const nu = before.degreesOfFreedom - 1;
    // n = 2: Γ(ν/2 + 1)/Γ(ν/2) = ν/2.
    const density =
      Math.log(nu / 2) -
      Math.log(Math.PI) -
      Math.log(f[0]! * f[3]!) -
      Math.log(h) -
      (nu / 2 + 1) * Math.log(1 + (z0 * z0 + z1 * z1) / h);
    const gained = conjugatePosterior(data, prior).logMarginalLikelihood - before.logMarginalLikelihood;
    expect(gained).toBeCloseTo(density, 9);
  });

  it("takes sums of own lags to 1 and the series to a common start as the dummies tighten", () => {
    const sums = minnesotaPrior(y, 2, { tightness: 5, sumOfCoefficients: 1e-3 });
    const { mean } = conjugatePosterior(data, sums);
    expect(mean.data[0]! + mean.data[4]!).toBeCloseTo(1, 3);
    expect(mean.data[1]! + mean.data[5]!).toBeCloseTo(0, 3);
    const start = minnesotaPrior(y, 2, { tightness: 5, initialObservation: 1e-3 });
    const b = conjugatePosterior(data, start).mean.data;
    const rest = [0, 1].map((j) => (y.data[j]! + y.data[2 + j]!) / 2);
    for (const i of [0, 1]) {
      const said = b[8 + i]! + rest.reduce((s, v, j) => s + v * (b[j * 2 + i]! + b[4 + j * 2 + i]!), 0);
      expect(said).toBeCloseTo(rest[i]!, 3);
    }
    expect(logMarginalLikelihood(data, sums)).toBeCloseTo(
      conjugatePosterior(data, sums).logMarginalLikelihood,
      9,
    );
  });

  it("draws with the posterior's mean and variance, the same with the same seed", () => {
    const posterior = posteriorAt(0.3);
    const draws = 20_000;
    const mean = new Float64Array(10);
    const square = new Float64Array(10);
    const sigma = new Float64Array(4);
    drawPosterior(posterior, draws, 5, (b, u) => {
      b.forEach((v, i) => {
        mean[i]! += v / draws;
        square[i]! += v ** 2 / draws;
      });
      for (const [at, i, j] of [
        [0, 0, 0],
        [2, 1, 0],
        [3, 1, 1],
      ] as const)
        sigma[at]! += (u[i * 2]! * u[j * 2]! + u[i * 2 + 1]! * u[j * 2 + 1]!) / draws;
    });
    const f = posterior.scaleFactor.data;
    const S = [f[0]! ** 2, 0, f[2]! * f[0]!, f[2]! ** 2 + f[3]! ** 2];
    for (const at of [0, 2, 3]) {
      const expected = S[at]! / (posterior.degreesOfFreedom - 3);
      expect(Math.abs(sigma[at]! / expected - 1)).toBeLessThan(0.01);
    }
    const v = posterior.spread.data;
    for (let i = 0; i < 10; i++) {
      const row = Math.floor(i / 2);
      let unit = 0;
      for (let c = row; c < 5; c++) unit += v[row * 5 + c]! ** 2;
      const variance = (unit * S[i % 2 === 0 ? 0 : 3]!) / (posterior.degreesOfFreedom - 3);
      expect(Math.abs(mean[i]! - posterior.mean.data[i]!)).toBeLessThan(4.5 * Math.sqrt(variance / draws));
      expect((square[i]! - mean[i]! ** 2) / variance).toBeCloseTo(1, 1);
    }
    const first = (seed: number) => {
      let kept = 0;
      drawPosterior(posterior, 1, seed, (b) => {
        kept = b[0]!;
      });
      return kept;
    };
    expect(first(9)).toBe(first(9));
    expect(first(9)).not.toBe(first(10));
  });

  it("draws the same with kernels and in plain TypeScript", () => {
    for (const n of [1, 2, 3, 5]) {
      const steps = matrix(60, n);
      zigguratSource(n).fill(steps.data);
      const columns = matrix(60, n);
      for (let at = n; at < 60 * n; at++) columns.data[at] = 0.8 * columns.data[at - n]! + steps.data[at]!;
      const posterior = conjugatePosterior(
        crossProducts(columns, 3),
        minnesotaPrior(columns, 3, { tightness: 0.2 }),
      );
      const drawn = (simd: boolean) => {
        const all: number[] = [];
        drawPosterior(posterior, 5, 3, (b, u) => all.push(...b, ...u), { simd });
        return all;
      };
      const plain = drawn(false);
      drawn(true).forEach((value, i) => {
        expect(Math.abs(value - plain[i]!)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(plain[i]!)));
      });
    }
  });

  it("chooses the tightness that no neighbour betters, and samples around it", () => {
    const { chosen, logPosterior } = chooseTightness(y, 2, data, ["tightness"]);
    for (const factor of [0.8, 1.25]) {
      const at = posteriorAt(chosen.tightness! * factor).logMarginalLikelihood;
      expect(at).toBeLessThan(logPosterior + 3);
    }
    const sample = sampleTightness(y, 2, data, ["tightness"], { draws: 800, seed: 2 });
    const logs = sample.draws.map((d) => Math.log(d.tightness!));
    const mean = logs.reduce((s, v) => s + v, 0) / logs.length;
    expect(Math.abs(mean - Math.log(chosen.tightness!))).toBeLessThan(0.6);
    expect(sample.acceptance).toBeGreaterThan(0.15);
    expect(sample.acceptance).toBeLessThan(0.6);
    const three = chooseTightness(y, 2, data, ["tightness", "sumOfCoefficients", "initialObservation"]);
    expect(Object.values(three.chosen).every((v) => v > 0 && Number.isFinite(v))).toBe(true);
  });

  it("fans out around its mean path, the first steps the same whatever the horizon", () => {
    const fit = fitBvar(y, { lags: 2 });
    const short = bvarPaths(fit, { horizon: 2, draws: 500, seed: 3 });
    const long = bvarPaths(fit, { horizon: 6, draws: 500, seed: 3 });
    expect(long.data.slice(0, 4)).toEqual(short.data.slice(0, 4));
    const one = Float64Array.from({ length: 500 }, (_, d) => long.data[d * 12]!).sort();
    const sd = Math.sqrt(fit.sigma.data[0]!);
    expect((one[420]! - one[79]!) / (2 * sd)).toBeCloseTo(1, 0);
  });

  it("meets conditions exactly, in the mean and in every draw, and narrows the rest", () => {
    const fit = fitBvar(y, { lags: 2 });
    const conditions = [
      { step: 1, series: 0, value: 12 },
      { step: 3, series: 1, value: 5 },
    ];
    const paths = bvarPaths(fit, { horizon: 4, draws: 50, seed: 1, conditions });
    for (let d = 0; d < 50; d++) {
      expect(paths.data[d * 8]!).toBeCloseTo(12, 9);
      expect(paths.data[d * 8 + 5]!).toBeCloseTo(5, 9);
    }
    const var1 = fitVar(y, { lags: 1 });
    const path = forecastVar(var1, 4);
    const responses = orthogonalResponses(movingAverage(var1.lagMatrices, 2, 3), recursiveImpact(var1.sigma));
    const free = conditionalForecast(path.mean, responses, []);
    const met = conditionalForecast(path.mean, responses, conditions);
    expect(free.mean.data).toEqual(path.mean.data);
    met.variance.data.forEach((v, i) => {
      expect(v).toBeLessThanOrEqual(free.variance.data[i]! + 1e-12);
    });
    // A first step wholly known is a forecast from one period later.
    const known = conditionalForecast(path.mean, responses, [
      { step: 1, series: 0, value: 3 },
      { step: 1, series: 1, value: 4 },
    ]);
    const later = fitVar(y, { lags: 1 });
    const a = later.lagMatrices[0]!.data;
    const c = later.coefficients.data.slice(4);
    expect(known.mean.data[2]!).toBeCloseTo(c[0]! + a[0]! * 3 + a[1]! * 4, 9);
    expect(known.mean.data[3]!).toBeCloseTo(c[1]! + a[2]! * 3 + a[3]! * 4, 9);
    expect(() =>
      conditionalForecast(path.mean, responses, [conditions[0]!, { ...conditions[0]!, value: 13 }]),
    ).toThrow(/repeat or contradict/);
  });

  it("has response bands around the truth", () => {
    const fit = fitBvar(y, { lags: 1 });
    const [low, high] = bvarResponses(fit, { horizon: 2, probabilities: [0.01, 0.99], draws: 400, seed: 6 });
    const truth = orthogonalResponses(movingAverage([A], 2, 2), IMPACT);
    truth.forEach((theta, h) => {
      theta.data.forEach((v, i) => {
        expect(v).toBeGreaterThanOrEqual(low![h]!.data[i]! - 0.05);
        expect(v).toBeLessThanOrEqual(high![h]!.data[i]! + 0.05);
      });
    });
  });

  it("fits more coefficients than rows, and says what it cannot fit", () => {
    expect(fitBvar(matrix(20, 2, y.data.slice(0, 40)), { lags: 8 }).posterior.k).toBe(17);
    expect(() => fitBvar(y, { lags: 0 })).toThrow(/at least 1 lag/);
    expect(() => fitBvar(y, { lags: 2, tightness: -1 })).toThrow(/tightness has to be positive/);
    expect(() => fitBvar(matrix(6, 2, y.data.slice(0, 12)), { lags: 2 })).toThrow(/at least 10 rows/);
  });
});
