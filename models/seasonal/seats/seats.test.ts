import { describe, expect, it } from "vitest";
import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { airline } from "../regarima/model.ts";
import { type Component, canonicalDecomposition } from "./canonicalDecomposition.ts";
import { seats } from "./seats.ts";
import { spectralFactor } from "./spectralFactor.ts";
import { spectrumAt, squared, timesSymmetric } from "./symmetric.ts";

const coefficients = (c: Partial<Record<keyof ArmaCoefficients, number[]>>): ArmaCoefficients => ({
  ar: Float64Array.from(c.ar ?? []),
  ma: Float64Array.from(c.ma ?? []),
  seasonalAr: Float64Array.from(c.seasonalAr ?? []),
  seasonalMa: Float64Array.from(c.seasonalMa ?? []),
});
const AIRLINE = coefficients({ ma: [-0.4], seasonalMa: [-0.56] });

const denominator = ({ delta, phi }: Component) => timesSymmetric(squared(delta), squared(phi));
const spectrum = (c: Component, w: number) => spectrumAt(c.numerator, w) / spectrumAt(denominator(c), w);

/** Seasonal noise with a trend: something of every component. */
function monthly(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  let level = 0;
  return Float64Array.from({ length: n }, (_, t) => {
    level += 0.1 + 0.2 * random.normal();
    return level + 2 * Math.sin((Math.PI * t) / 6) + random.normal();
  });
}

const MODELS: readonly [string, ArimaOrder, ArmaCoefficients][] = [
  ["airline", airline(12), AIRLINE],
  [
    "(2 1 1)(0 1 1) with a cycle",
    { ...airline(12), p: 2 },
    coefficients({ ar: [0.6, -0.5], ma: [-0.5], seasonalMa: [-0.7] }),
  ],
  [
    "(1 1 1)(1 0 1)",
    { ...airline(12), p: 1, D: 0, P: 1 },
    coefficients({ ar: [0.3], ma: [-0.6], seasonalAr: [0.9], seasonalMa: [-0.5] }),
  ],
  ["(0 2 2)(0 1 1)4", { ...airline(4), d: 2, q: 2 }, coefficients({ ma: [-0.9, 0.3], seasonalMa: [-0.6] })],
];

describe.each(MODELS)("the canonical decomposition of %s", (_, order, arma) => {
  const parts = canonicalDecomposition(order, arma);
  it("adds back to the spectrum of the model", () => {
    const theta = new Float64Array(order.q + order.m * order.Q + 1);
    theta[0] = 1;
    arma.ma.forEach((v, i) => {
      theta[i + 1] = theta[i + 1]! + v;
      arma.seasonalMa.forEach((s) => {
        theta[order.m + i + 1] = theta[order.m + i + 1]! + v * s;
      });
    });
    arma.seasonalMa.forEach((s) => {
      theta[order.m] = theta[order.m]! + s;
    });
    for (const w of [0.2, 0.7, 1.3, 2.2, 3]) {
      const all = [parts.trend, parts.seasonal, parts.transitory];
      const whole = all.reduce((d, c) => d * spectrumAt(denominator(c), w), 1);
      const sum = all.reduce((s, c) => s + spectrum(c, w), parts.irregular);
      expect(sum / (spectrumAt(squared(theta), w) / whole)).toBeCloseTo(1, 9);
    }
  });
  it("leaves no white noise in a component: its spectrum touches zero and is nowhere below", () => {
    for (const c of [parts.trend, parts.seasonal]) {
      let least = Number.POSITIVE_INFINITY;
      let typical = 0;
      for (let i = 1; i < 4000; i++) {
        const w = (Math.PI * (i + 0.5)) / 4000;
        // At unit roots the spectrum is infinite and its quotient rounding.
        if (spectrumAt(denominator(c), w) < 1e-6) continue;
        least = Math.min(least, spectrum(c, w));
        typical = Math.max(typical, Math.min(1, spectrum(c, w)));
      }
      expect(least).toBeGreaterThan(-1e-9);
      expect(least).toBeLessThan(2e-4 * typical);
    }
  });
  it("sums to the series, and the components' moving averages have their spectra", () => {
    const y = monthly(order.m === 12 ? 144 : 80, 4);
    const found = seats(y, { order, arma, mean: 0 });
    expect(found.note).toBeNull();
    const { trend, seasonal, transitory, irregular } = found;
    y.forEach((v, t) => {
      expect(trend[t]! + seasonal[t]! + transitory[t]! + irregular[t]!).toBeCloseTo(v, 9);
    });
    const { theta, variance } = spectralFactor(parts.trend.numerator);
    for (const w of [0.3, 1.1, 2.9])
      expect(variance * spectrumAt(squared(theta), w)).toBeCloseTo(spectrumAt(parts.trend.numerator, w), 6);
  });
});

describe("estimates of the components", () => {
  it("take a straight line for trend and a fixed pattern for season, whole", () => {
    const pattern = [3, -1, 2, 0, -4, 1, 0, 2, -2, -3, 1, 1];
    const y = Float64Array.from({ length: 120 }, (_, t) => 5 + 0.3 * t + pattern[t % 12]!);
    const { trend, seasonal, irregular } = seats(y, { order: airline(12), arma: AIRLINE, mean: 0 });
    y.forEach((_, t) => {
      expect(trend[t]).toBeCloseTo(5 + 0.3 * t, 7);
      expect(seasonal[t]).toBeCloseTo(pattern[t % 12]!, 7);
      expect(irregular[t]).toBeCloseTo(0, 7);
    });
  });
  it("are the same seen backwards in time", () => {
    const y = monthly(120, 8);
    const model = { order: airline(12), arma: AIRLINE, mean: 0 };
    const there = seats(y, model);
    const back = seats(y.slice().reverse(), model);
    y.forEach((_, t) => {
      expect(back.trend[119 - t]).toBeCloseTo(there.trend[t]!, 7);
    });
  });
  it("put the drift of a constant into the trend", () => {
    const y = monthly(120, 2);
    const order = { ...airline(12), D: 1, constant: true };
    const a = seats(y, { order, arma: AIRLINE, mean: 0 });
    const b = seats(
      y.map((v, t) => v + 0.01 * t * t),
      { order, arma: AIRLINE, mean: 0.24 },
    );
    y.forEach((_, t) => {
      expect(b.trend[t]! - a.trend[t]!).toBeCloseTo(0.01 * t * t, 6);
    });
  });
  it("come from the airline model, with a note, where the model has no decomposition", () => {
    const order = airline(12);
    const bad = coefficients({ ma: [0.8], seasonalMa: [0.9] });
    expect(canonicalDecomposition(order, bad).irregular).toBeLessThan(0);
    const found = seats(monthly(144, 6), { order, arma: bad, mean: 0 });
    expect(found.note).toMatch(/airline model stands in/);
    expect(found.model.order).toEqual(airline(12));
  });
});
