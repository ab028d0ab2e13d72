import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { arimaAt } from "./arimaAt.ts";
import { arimaCovariance, standardErrors } from "./arimaCovariance.ts";
import { arimaData } from "./arimaData.ts";
import { arimaPath } from "./arimaForecast.ts";
import { arimaLikelihood } from "./arimaLikelihood.ts";
import { type ArimaOrder, armaPolynomials, differenced, differencePolynomial } from "./arimaOrder.ts";
import { diffuseLikelihood, diffusePath } from "./diffuseLikelihood.ts";
import { type FilterColumn, filterStates } from "./filterStates.ts";
import { fitArima } from "./fitArima.ts";
import { innovations } from "./innovations.ts";
import { fitSarimax, SARIMAX_PRIOR, sarimaxAt } from "./sarimax.ts";
import { pastLevelsForm } from "./stateForm.ts";
import { toCoefficients, toCoordinates } from "./stationaryCoefficients.ts";
import { order } from "./testOrder.ts";

const AIRLINE = order({ d: 1, q: 1, D: 1, Q: 1 });
const none = new Float64Array(0);
const airline = (theta: number, seasonal: number) => ({
  ar: none,
  ma: Float64Array.of(theta),
  seasonalAr: none,
  seasonalMa: Float64Array.of(seasonal),
});

/** y from its errors, with nothing before the first figure. */
function simulated(o: ArimaOrder, u: readonly number[], n: number, seed: number, sigma = 1): Float64Array {
  const { phi, theta } = armaPolynomials(o, toCoefficients(o, Float64Array.from(u)));
  const delta = differencePolynomial(o);
  const { normal } = randomSource(seed);
  const warm = 200;
  const e = Float64Array.from({ length: n + warm }, () => sigma * normal());
  const w = e.map((v, t) => {
    let x = v;
    for (let j = 1; j < theta.length; j++) x += theta[j]! * (e[t - j] ?? 0);
    return x;
  });
  for (let t = 0; t < w.length; t++)
    for (let i = 1; i < phi.length && i <= t; i++) w[t]! += phi[i]! * w[t - i]!;
  const y = w.slice(warm);
  for (let t = 0; t < n; t++) for (let j = 1; j < delta.length && j <= t; j++) y[t]! += delta[j]! * y[t - j]!;
  return y;
}

/** The Kalman filter over the stationary states: the slow way to the same likelihood, gaps passed over. */
function bySlowFilter(w: Float64Array, o: ArimaOrder, c: ReturnType<typeof toCoefficients>) {
  const form = pastLevelsForm(armaPolynomials(o, c), Float64Array.of(0), 1)!;
  const columns: FilterColumn[] = [{ values: w }];
  const { variances, errors } = filterStates(form, columns);
  const used = [...variances.keys()].filter((t) => !Number.isNaN(variances[t]!));
  const squares = used.reduce((s, t) => s + errors[0]![t]! ** 2 / variances[t]!, 0);
  const logs = used.reduce((s, t) => s + Math.log(variances[t]!), 0);
  const n = used.length;
  return -0.5 * (n * Math.log((2 * Math.PI * squares) / n) + logs + n);
}

describe("the exact likelihood beside the Kalman filter", () => {
  const shapes = [
    order({ p: 2, q: 3 }),
    order({ p: 1, q: 1, P: 1, Q: 1 }),
    order({ P: 2, Q: 1, m: 4 }),
    order({ q: 2, Q: 2 }),
    order({ p: 5 }),
  ];
  it.each(shapes.map((o) => [`(${o.p},${o.q})(${o.P},${o.Q})${o.m}`, o] as const))(
    "%s, without and with gaps",
    (_, o) => {
      const { uniform } = randomSource(11);
      const u = Float64Array.from({ length: o.p + o.q + o.P + o.Q }, () => 1.6 * (uniform() - 0.5));
      const y = simulated(o, [...u], 130, 5);
      const c = toCoefficients(o, u);
      expect(arimaLikelihood(arimaData(y, o), c)!.logLikelihood).toBeCloseTo(bySlowFilter(y, o, c), 8);
      for (const t of [0, 1, 17, 40, 41, 42, 77, 128, 129]) y[t] = Number.NaN;
      expect(arimaLikelihood(arimaData(y, o), c)!.logLikelihood).toBeCloseTo(bySlowFilter(y, o, c), 8);
    },
  );

  it("does not move with the unit or the level of a differenced series, but for the unit's own term", () => {
    const y = simulated(AIRLINE, [0.5, 0.6], 120, 3);
    const c = airline(-0.4, -0.5);
    const at = arimaLikelihood(arimaData(y, AIRLINE), c)!;
    const moved = arimaLikelihood(
      arimaData(
        y.map((v) => 1000 * v + 7e5),
        AIRLINE,
      ),
      c,
    )!;
    expect(moved.logLikelihood + at.n * Math.log(1000)).toBeCloseTo(at.logLikelihood, 6);
    expect(moved.sigma2 / at.sigma2 / 1e6).toBeCloseTo(1, 9);
  });

  it("is the same whichever way coefficients are written: free coordinates and back", () => {
    const o = order({ p: 3, q: 2, P: 1, Q: 2, m: 4 });
    const u = Float64Array.of(0.9, -0.4, 0.2, -0.7, 0.3, 0.5, 1.1, -0.2);
    [...toCoordinates(toCoefficients(o, u))!].forEach((v, i) => {
      expect(v).toBeCloseTo(u[i]!, 12);
    });
    expect(
      toCoordinates({ ar: Float64Array.of(1.2), ma: none, seasonalAr: none, seasonalMa: none }),
    ).toBeNull();
  });

  it("refuses nothing within and everything beyond the region of stationarity", () => {
    const o = order({ p: 2 });
    const at = (a: number, b: number) =>
      innovations(
        armaPolynomials(o, { ar: Float64Array.of(a, b), ma: none, seasonalAr: none, seasonalMa: none }),
        [new Float64Array(20).fill(1)],
      );
    expect(at(0.5, 0.49)).not.toBeNull();
    expect(at(0.5, 0.51)).toBeNull();
  });
});

describe("where peers go wrong", () => {
  const y = simulated(AIRLINE, [0.55, 0.9], 720, 29);

  it("F of a seasonal model rests on plateaus far from its limit: a small change of F is no steady state", () => {
    const c = airline(-0.5, -0.78);
    const form = pastLevelsForm(armaPolynomials(AIRLINE, c), Float64Array.of(0), 1)!;
    const w = differenced(y, differencePolynomial(AIRLINE));
    const { variances } = filterStates(form, [{ values: w }]);
    const still = [...variances.keys()].find(
      (t) => t > 1 && Math.abs(variances[t]! - variances[t - 1]!) < 1e-10,
    )!;
    // The first pause of F comes long before its limit 1,
    expect(variances[still]! - 1).toBeGreaterThan(1e-4);
    // and freezing there would move the likelihood, which ours does not do:
    expect(arimaLikelihood(arimaData(y, AIRLINE), c)!.logLikelihood).toBeCloseTo(
      bySlowFilter(w, { ...AIRLINE, d: 0, D: 0 }, c),
      7,
    );
  });

  it("a prior of variance 1e6 on the levels shifts the likelihood, the less the larger it is", () => {
    const short = simulated(AIRLINE, [0.4, 0.6], 144, 7, 0.04).map((v) => v + 5);
    const data = arimaData(short, AIRLINE);
    const c = airline(-0.4, -0.55);
    const exact = arimaLikelihood(data, c)!.logLikelihood;
    const near = diffuseLikelihood(data, 1e6)(c)!.logLikelihood - exact;
    expect(Math.abs(near)).toBeGreaterThan(1e-4);
    expect(Math.abs(near)).toBeLessThan(0.05);
    const absolute = sarimaxAt({ y: short, order: AIRLINE, trend: [], drivers: [], prior: SARIMAX_PRIOR }, [
      -0.4,
      -0.55,
      arimaLikelihood(data, c)!.sigma2,
    ])!;
    // Absolute and against figures near 5 the same number is a far larger prior.
    expect(Math.abs(absolute.logLikelihood - exact)).toBeLessThan(1e-5);
  });

  it("a fit in that convention is none where the figures do not move or have no squares", () => {
    const of = (values: Float64Array) => ({
      y: values,
      order: AIRLINE,
      trend: [],
      drivers: [],
      prior: SARIMAX_PRIOR,
    });
    for (const scale of [0, 1e200]) expect(fitSarimax(of(y.map((v) => v * scale)))).toBeNull();
  });

  it("a fit ends at a stationary point: no direction leads up", () => {
    const fit = fitArima(y, { ...AIRLINE, p: 1 })!;
    const best = fit.logLikelihood;
    for (let i = 0; i < 3; i++)
      for (const step of [-0.01, 0.01]) {
        const u = fit.coordinates.slice();
        u[i]! += step;
        const beside = arimaLikelihood(fit.data, toCoefficients(fit.order, u))!.logLikelihood;
        expect(beside).toBeLessThan(best);
      }
  });
});

describe("forecasts", () => {
  const y = simulated(order({ p: 1, d: 1, q: 1, Q: 1 }), [0.5, 0.4, 0.5], 150, 21);
  const o = order({ p: 1, d: 1, q: 1, Q: 1 });

  it("agree with the filter under a very large prior, gaps near the end included", () => {
    const gapped = y.slice();
    for (const t of [60, 138, 147]) gapped[t] = Number.NaN;
    const fit = fitArima(gapped, o)!;
    const slow = diffusePath(fit.data, fit.arma, new Float64Array(3), 24, [], 1e9)!;
    const { mean, sd } = arimaPath(fit, 24);
    for (let h = 0; h < 24; h++) {
      expect(mean[h]).toBeCloseTo(slow.mean[h]!, 4);
      expect(sd[h]! ** 2 / fit.innovationVariance / slow.variance[h]!).toBeCloseTo(1, 6);
    }
  });

  it("grow less certain step by step, and a missing last year makes them so", () => {
    const fit = fitArima(y, o)!;
    const { sd } = arimaPath(fit, 30);
    for (let h = 1; h < 30; h++) expect(sd[h]!).toBeGreaterThanOrEqual(sd[h - 1]!);
    const gapped = y.slice();
    gapped[148] = Number.NaN;
    gapped[149] = Number.NaN;
    const without = arimaPath(arimaAt(arimaData(gapped, o), fit.arma)!, 1);
    const scale = arimaAt(arimaData(gapped, o), fit.arma)!.innovationVariance;
    // Two figures missing at the end: the next is the third step.
    expect(without.sd[0]! ** 2 / scale).toBeCloseTo(sd[2]! ** 2 / fit.innovationVariance, 5);
  });

  it("repeat, figure for figure", () => {
    expect(arimaPath(fitArima(y, o)!, 6)).toEqual(arimaPath(fitArima(y, o)!, 6));
  });
});

describe("bad input", () => {
  const y = simulated(order({ p: 1 }), [0.5], 60, 2);
  it("is refused with what was found", () => {
    expect(() => fitArima(y, order({ p: 1.5 }))).toThrow(/whole numbers from 0; found ARIMA\(1\.5/);
    expect(() => fitArima(Float64Array.of(...y, Number.POSITIVE_INFINITY), order({ p: 1 }))).toThrow(
      /figure 61 is Infinity/,
    );
    expect(() => fitArima(y, order({ p: 1 }), { drivers: [y.subarray(1)] })).toThrow(
      /driver 1 needs 60 .* found 59/,
    );
  });
  it("is null where there is nothing to fit: all missing, still, or too short", () => {
    expect(fitArima(new Float64Array(40).fill(Number.NaN), order({ p: 1 }))).toBeNull();
    expect(fitArima(new Float64Array(40).fill(2), order({ p: 1 }))).toBeNull();
    expect(fitArima(y.subarray(0, 5), order({ p: 2, q: 2 }))).toBeNull();
    expect(fitArima(y.subarray(0, 10), order({ D: 1 }))).toBeNull();
  });
});

describe("regression with ARIMA errors", () => {
  it("finds the effects within three standard errors, and these are those of generalised least squares", () => {
    const { normal } = randomSource(2);
    const x = Float64Array.from({ length: 200 }, () => normal());
    const noise = simulated(order({ p: 1 }), [0.8], 200, 13);
    const y = noise.map((v, t) => 10 + 2 * x[t]! + v);
    const fit = fitArima(y, order({ p: 1, constant: true }), { drivers: [x] })!;
    const se = standardErrors(arimaCovariance(fit)!);
    expect(Math.abs(fit.coefficients[0]! - 2)).toBeLessThan(3 * se[1]!);
    expect(Math.abs(fit.coefficients[1]! - 10)).toBeLessThan(3 * se[2]!);
    expect(se[1]!).toBeLessThan(0.08);
    // An AR(1)'s own: √((1−φ²)/n).
    expect(se[0]! / Math.sqrt((1 - fit.arma.ar[0]! ** 2) / 200)).toBeCloseTo(1, 1);
    const future =
      arimaPath(fit, 1, [Float64Array.of(5)]).mean[0]! - arimaPath(fit, 1, [Float64Array.of(4)]).mean[0]!;
    expect(future).toBeCloseTo(fit.coefficients[0]!, 10);
  });

  it("has no covariance at the edge: a noise differenced once too often", () => {
    const { normal } = randomSource(8);
    const w = Float64Array.from({ length: 60 }, () => normal());
    const fit = fitArima(w, order({ d: 1, q: 1, m: 1 }))!;
    expect(fit.nearNoninvertible).toBeGreaterThan(0.9);
    expect(fit.logLikelihood).toBeGreaterThan(arimaLikelihood(fit.data, airline(-0.8, 0))!.logLikelihood - 5);
  });
});
