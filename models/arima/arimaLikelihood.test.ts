import { describe, expect, it } from "vitest";
import { arimaData } from "./arimaData.ts";
import { arimaLikelihood } from "./arimaLikelihood.ts";
import { armaPolynomials } from "./arimaOrder.ts";
import { autocovariance } from "./autocovariance.ts";
import { innovations } from "./innovations.ts";
import { order } from "./testOrder.ts";
import { AR1, noise } from "./testPaths.ts";

const empty = new Float64Array(0);
const plain = { ar: empty, ma: empty, seasonalAr: empty, seasonalMa: empty };

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
