import { describe, expect, it } from "vitest";
import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { armaPolynomials, differencePolynomial } from "../../arima/arimaOrder.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { unitRoots } from "./arRoots.ts";
import { differencingOrders, hasMean } from "./differencingOrders.ts";
import { hannanRissanen } from "./hannanRissanen.ts";
import { airline } from "./model.ts";
import { orderSearch } from "./orderSearch.ts";
import { regarima } from "./regarima.ts";

const none = new Float64Array(0);
const MOST = { d: 2, D: 1 };

function simulated(
  order: ArimaOrder,
  arma: ArmaCoefficients,
  n: number,
  seed: number,
  mean = 0,
): Float64Array {
  const random = randomSource(seed);
  const { phi, theta, arLags, maLags } = armaPolynomials(order, arma);
  const delta = differencePolynomial(order);
  const burn = 100;
  const a = Float64Array.from({ length: n + burn }, () => random.normal());
  const w = new Float64Array(n + burn);
  const y = new Float64Array(n + burn);
  for (let t = 0; t < y.length; t++) {
    let v = a[t]!;
    for (let i = 1; i <= Math.min(t, arLags); i++) v += phi[i]! * w[t - i]!;
    for (let i = 1; i <= Math.min(t, maLags); i++) v += theta[i]! * a[t - i]!;
    w[t] = v;
    let s = v + mean;
    for (let i = 1; i < Math.min(t + 1, delta.length); i++) s += delta[i]! * y[t - i]!;
    y[t] = s;
  }
  return y.slice(burn);
}
const arma = (c: Partial<Record<keyof ArmaCoefficients, number[]>>): ArmaCoefficients => ({
  ar: Float64Array.from(c.ar ?? none),
  ma: Float64Array.from(c.ma ?? none),
  seasonalAr: Float64Array.from(c.seasonalAr ?? none),
  seasonalMa: Float64Array.from(c.seasonalMa ?? none),
});
const AIRLINE = arma({ ma: [-0.4], seasonalMa: [-0.6] });
const still = (p: Partial<ArimaOrder>): ArimaOrder => ({ ...airline(12), d: 0, q: 0, D: 0, Q: 0, ...p });

describe("Hannan and Rissanen's estimates", () => {
  it("are near the coefficients of a seasonal ARMA", () => {
    const order = still({ p: 1, q: 1, Q: 1 });
    const x = simulated(order, arma({ ar: [0.7], ma: [-0.3], seasonalMa: [-0.5] }), 600, 1);
    const found = hannanRissanen(x, order)!;
    expect(Math.abs(found.ar[0]! - 0.7)).toBeLessThan(0.15);
    expect(Math.abs(found.ma[0]! + 0.3)).toBeLessThan(0.15);
    expect(Math.abs(found.seasonalMa[0]! + 0.5)).toBeLessThan(0.15);
  });
});

describe("unit roots", () => {
  it("are counted within the limit, positive and real only", () => {
    const roots = unitRoots(arma({ ar: [1.4, -0.45], seasonalAr: [0.97] }), 1 / 0.96);
    // 1 − 1.4z + 0.45z²: inverse roots 0.9 and 0.5
    expect(roots).toMatchObject({ plain: 0, seasonal: 1, stationary: true });
    expect(roots.nextPlain).toBeCloseTo(0.9, 10);
  });
});

describe("orders of differencing", () => {
  it.each([
    ["an airline series", airline(12), AIRLINE, { d: 1, D: 1 }],
    ["white noise", still({}), arma({}), { d: 0, D: 0 }],
    ["a random walk", still({ d: 1 }), arma({}), { d: 1, D: 0 }],
    ["a persistent AR(1)", still({ p: 1 }), arma({ ar: [0.6] }), { d: 0, D: 0 }],
  ])("of %s are right in most of eight draws", (_, order, coefficients, wanted) => {
    const found = Array.from({ length: 8 }, (_v, i) =>
      differencingOrders(simulated(order, coefficients, 240, 50 + i), 12, MOST),
    );
    expect(found.filter((f) => f.d === wanted.d && f.D === wanted.D).length).toBeGreaterThanOrEqual(6);
  });
  it("come with a mean where there is one", () => {
    const walk = still({ d: 1 });
    expect(hasMean(simulated(walk, arma({}), 240, 3, 0.6), 12, { d: 1, D: 0 })).toBe(true);
    expect(hasMean(simulated(walk, arma({}), 240, 3, 0), 12, { d: 1, D: 0 })).toBe(false);
  });
});

describe("the search for orders", () => {
  const search = { most: { plain: 2, seasonal: 1 }, mixed: true, balanced: false };
  it("finds the airline model of an airline series, best of five in order of BIC", () => {
    const y = simulated(airline(12), AIRLINE, 360, 7);
    const { chosen, best } = orderSearch(y, { d: 1, D: 1, m: 12, constant: false }, search)!;
    expect(chosen).toMatchObject({ p: 0, q: 1, P: 0, Q: 1 });
    expect(best.map((b) => b.bic2)).toEqual(best.map((b) => b.bic2).toSorted((a, b) => a - b));
  });
  it("without mixed models has none", () => {
    const y = simulated(airline(12), AIRLINE, 200, 8);
    const { best } = orderSearch(y, { d: 1, D: 1, m: 12, constant: false }, { ...search, mixed: false })!;
    expect(best.every(({ order: o }) => o.p * o.q === 0 && o.P * o.Q === 0)).toBe(true);
  });
});

describe("the automatic model", () => {
  it("takes no season out of a series without one", () => {
    const values = simulated(still({ d: 1 }), arma({}), 200, 21);
    const { order } = regarima(
      { values, first: 24000, period: 12 },
      { transform: "none", tradingDays: null, easterWindows: null },
    ).model;
    expect(order.D).toBe(0);
    expect(order.d).toBe(1);
  });
  it("models quarters and series without a season", () => {
    const quarters = simulated(airline(4), AIRLINE, 120, 5);
    expect(
      regarima({ values: quarters, first: 8000, period: 4 }, { transform: "none" }).forecast.mean,
    ).toHaveLength(12);
    const plain = simulated({ ...airline(1), m: 1 }, arma({ ma: [-0.4] }), 80, 6);
    const { order } = regarima(
      { values: plain, first: 1940, period: 1 },
      { transform: "none", tradingDays: null, easterWindows: null },
    ).model;
    expect(order.P + order.D + order.Q).toBe(0);
  });
});
