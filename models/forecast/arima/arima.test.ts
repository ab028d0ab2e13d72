import { describe, expect, it } from "vitest";
import { testSeries } from "../../series/testSeries.ts";
import { kpss } from "../../statistics/kpss.ts";
import { seasonalStrength } from "../../statistics/seasonalStrength.ts";
import { arima } from "./arima.ts";
import { arimaPath } from "./arimaForecast.ts";
import { arimaData, arimaLikelihood } from "./arimaLikelihood.ts";
import { armaPolynomials, differenced, differencePolynomial } from "./arimaOrder.ts";
import { autocovariance } from "./autocovariance.ts";
import { chooseArima } from "./chooseArima.ts";
import { fitArima } from "./fitArima.ts";
import { innovations } from "./innovations.ts";
import { orderOfDifferencing } from "./orderOfDifferencing.ts";
import { toCoefficients } from "./stationaryCoefficients.ts";
import { order } from "./testOrder.ts";

function noise(n: number, seed: number): Float64Array {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Float64Array.from(
    { length: n },
    () => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, 0) - 6,
  );
}
const AR1 = (n: number, phi: number, seed: number): Float64Array => {
  const e = noise(n + 50, seed);
  for (let t = 1; t < e.length; t++) e[t]! += phi * e[t - 1]!;
  return e.slice(50);
};
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

describe("the exact likelihood", () => {
  it("has the autocovariances of an AR(1): σ²φᵏ/(1−φ²)", () => {
    const { gamma } = autocovariance(
      armaPolynomials(order({ p: 1 }), { ...plain, ar: Float64Array.of(0.8) }),
    )!;
    expect([gamma[0], gamma[1]]).toEqual([expect.closeTo(1 / 0.36, 10), expect.closeTo(0.8 / 0.36, 10)]);
  });

  it("agrees with the density written out through the covariance matrix", () => {
    const y = AR1(12, 0.6, 4);
    const o = order({ p: 1, q: 1 });
    const arma = { ...plain, ar: Float64Array.of(0.6), ma: Float64Array.of(0.3) };
    const { logLikelihood, sigma2 } = arimaLikelihood(arimaData(y, o), arma)!;
    const { gamma } = autocovariance(armaPolynomials(o, arma))!;
    for (let k = gamma.length; k < 12; k++);
    const cov = (k: number): number => (k < gamma.length ? gamma[k]! : 0.6 * cov(k - 1));
    const n = y.length;
    const l = Array.from({ length: n }, () => new Float64Array(n));
    const z = new Float64Array(n);
    let logDet = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let v = cov(i - j);
        for (let h = 0; h < j; h++) v -= l[i]![h]! * l[j]![h]!;
        l[i]![j] = i === j ? Math.sqrt(v) : v / l[j]![j]!;
      }
      z[i] = (y[i]! - z.subarray(0, i).reduce((s, v, h) => s + v * l[i]![h]!, 0)) / l[i]![i]!;
      logDet += 2 * Math.log(l[i]![i]!);
      squares += z[i]! ** 2;
    }
    expect(sigma2).toBeCloseTo(squares / n, 12);
    expect(logLikelihood).toBeCloseTo(-0.5 * (n * Math.log((2 * Math.PI * squares) / n) + logDet + n), 10);
  });

  it("over a missing month is that of the figures on both sides of it", () => {
    const y = AR1(60, 0.7, 9);
    const arma = { ...plain, ar: Float64Array.of(0.65) };
    const o = order({ p: 1 });
    // A gap before one further figure far away in time carries the same information as none, for white noise:
    const white = { ...plain };
    const gapped = y.slice();
    gapped[30] = Number.NaN;
    const without = Float64Array.from([...y.subarray(0, 30), ...y.subarray(31)]);
    const a = arimaLikelihood(arimaData(gapped, order({})), white)!;
    const b = arimaLikelihood(arimaData(without, order({})), white)!;
    expect(a.logLikelihood).toBeCloseTo(b.logLikelihood, 9);
    // and for an AR(1) the two neighbours across the gap have correlation φ².
    const c = arimaLikelihood(arimaData(gapped, o), arma)!;
    expect(c.n).toBe(59);
    const e = Array.from(y, (v, t) => (t === 0 ? 0 : v - 0.65 * y[t - 1]!));
    const across = y[31]! - 0.65 ** 2 * y[29]!;
    const vAcross = 1 + 0.65 ** 2;
    const v0 = 1 / (1 - 0.65 ** 2);
    let squares = y[0]! ** 2 / v0 + across ** 2 / vAcross;
    for (let t = 1; t < 60; t++) if (t !== 30 && t !== 31) squares += e[t]! ** 2;
    expect(c.sigma2).toBeCloseTo(squares / 59, 10);
    const deviance = 59 * Math.log((2 * Math.PI * squares) / 59) + Math.log(v0) + Math.log(vAcross) + 59;
    expect(c.logLikelihood).toBeCloseTo(-0.5 * deviance, 9);
  });

  it("is not cut short by a seasonal plateau of the innovation variance", () => {
    const o = order({ q: 1, Q: 1 });
    const arma = { ...plain, ma: Float64Array.of(-0.4), seasonalMa: Float64Array.of(-0.6) };
    const polynomials = armaPolynomials(o, arma);
    const w = noise(400, 17);
    const quick = innovations(polynomials, [w])!;
    const full = innovations(polynomials, [w], true)!;
    const worst = quick.errors[0]!.reduce((m, v, t) => Math.max(m, Math.abs(v - full.errors[0]![t]!)), 0);
    expect(worst).toBeLessThan(1e-10);
    expect(quick.logDeterminant).toBeCloseTo(full.logDeterminant, 10);
  });
});

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

describe("differencing", () => {
  it("differences a random walk once and stationary figures not at all, in most of twenty draws", () => {
    const seeds = Array.from({ length: 20 }, (_, i) => 7919 * (i + 1));
    const walks = seeds.map((seed) => {
      const walk = noise(200, seed);
      for (let t = 1; t < walk.length; t++) walk[t]! += walk[t - 1]!;
      return orderOfDifferencing(walk, 1).d;
    });
    const still = seeds.map((seed) => orderOfDifferencing(AR1(200, 0.3, seed), 1).d);
    // The test errs one time in twenty by design; a near-stationary path of a walk is as rare.
    expect(walks.filter((d) => d === 1).length).toBeGreaterThanOrEqual(16);
    expect(still.filter((d) => d === 0).length).toBeGreaterThanOrEqual(16);
  });
  it("takes a strong season out", () => {
    const y = noise(120, 2).map((e, t) => e + 10 * Math.sin((2 * Math.PI * t) / 12));
    expect(seasonalStrength(y, 12)).toBeGreaterThan(0.9);
    expect(orderOfDifferencing(y, 12).D).toBe(1);
  });
  it("gives the KPSS statistic worked by hand on four figures", () => {
    // y − ȳ = (−1.5, −0.5, 0.5, 1.5); partial sums −1.5, −2, −1.5, 0; γ₀ = 1.25, no lags: (2.25 + 4 + 2.25) / (16 · 1.25)
    expect(kpss(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(8.5 / 20, 12);
  });
});

describe("the model", () => {
  it("refuses a figure that never moves, by name", () => {
    const target = testSeries(
      "2015-01",
      Array.from({ length: 60 }, () => 4.35),
      { indicator: "lpr.5y" },
    );
    expect(() => arima.fit({ target, drivers: [], seed: 1 }, arima.defaults)).toThrow(/lpr\.5y/);
  });
  it("bounds its search: an order never beyond the bounds", () => {
    const fit = chooseArima(
      noise(150, 3).map((e, t) => e + Math.sin(t)),
      12,
      { most: { p: 3, q: 3, P: 1, Q: 1 } },
    )!;
    expect(Math.max(fit.order.p, fit.order.q)).toBeLessThanOrEqual(3);
    expect(Math.max(fit.order.P, fit.order.Q)).toBeLessThanOrEqual(1);
  });
  it("covers what comes about as often as it says, on an AR(1) around a mean", () => {
    let inside = 0;
    let tried = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const y = AR1(126, 0.6, seed * 104_729);
      const target = testSeries("2012-01", [...y.subarray(0, 120)], { unit: "percent" });
      const { intervals } = arima
        .fit({ target, drivers: [], seed: 1 }, { ...arima.defaults, seasonal: false })
        .predict(6, [80]);
      for (let h = 0; h < 6; h++) {
        tried++;
        if (y[120 + h]! >= intervals[0]!.lower[h]! && y[120 + h]! <= intervals[0]!.upper[h]!) inside++;
      }
    }
    expect((100 * inside) / tried).toBeGreaterThan(68);
    expect((100 * inside) / tried).toBeLessThan(90);
  });
});
