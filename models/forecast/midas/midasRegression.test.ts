import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { highFrequencyLags } from "./highFrequencyLags.ts";
import { midasRegression } from "./midasRegression.ts";
import { exponentialAlmon, type NormalisedWeighting, WEIGHTS } from "./midasWeights.ts";

const TRUE: Readonly<Record<NormalisedWeighting, number[]>> = {
  "exponential-almon": [0.2, -0.08],
  beta: [1.5, 4],
  "beta-one": [4],
  "beta-non-zero": [1.5, 4, 0.05],
};

describe.each(Object.keys(WEIGHTS) as NormalisedWeighting[])("%s weights", (name) => {
  const family = WEIGHTS[name];
  it("sum to one", () => {
    const { w } = family.weights(TRUE[name], 9);
    expect(w.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it("have the slopes that differences show", () => {
    const { slopes } = family.weights(TRUE[name], 9);
    const step = 1e-6;
    TRUE[name].forEach((_, j) => {
      const at = (by: number) =>
        family.weights(
          TRUE[name].map((v, i) => (i === j ? v + by : v)),
          9,
        ).w;
      const up = at(step);
      const down = at(-step);
      for (let i = 0; i < 9; i++)
        expect(slopes[i * family.parameters + j]!).toBeCloseTo((up[i]! - down[i]!) / (2 * step), 6);
    });
  });

  it("are found again from figures they made", () => {
    const random = randomSource(11);
    const x = Float64Array.from({ length: 3 * 220 }, () => random.normal());
    const rows = Array.from({ length: 200 }, (_, i) => i + 10);
    const lags = highFrequencyLags(x, 3, rows, 1, 9);
    const { w } = family.weights(TRUE[name], 9);
    const y = rows.map((_, t) => {
      let s = 1;
      for (let i = 0; i < 9; i++) s += 3 * w[i]! * lags.data[t * 9 + i]!;
      return s + 0.01 * random.normal();
    });
    const fit = midasRegression({
      y,
      linear: { names: ["constant"], columns: [rows.map(() => 1)] },
      terms: [{ name: "x", lags, weighting: name }],
    });
    expect(fit.converged).toBe(true);
    fit.lagWeights[0]!.forEach((v, i) => {
      expect(v).toBeCloseTo(3 * w[i]!, 1);
    });
    // Residuals stand at right angles to the tangent plane at the optimum.
    expect(fit.residuals.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
  });
});

/** y = 1 + 3 Σ w(i) x(t, i) with hardly any error, and the lags it was made of. */
function madeOf(w: Float64Array, noise: number) {
  const random = randomSource(12);
  const x = Float64Array.from({ length: 3 * 120 }, () => random.normal());
  const rows = Array.from({ length: 100 }, (_, i) => i + 10);
  const lags = highFrequencyLags(x, 3, rows, 1, w.length);
  const y = rows.map((_, t) => {
    const sum = w.reduce((s, v, i) => s + v * lags.data[t * w.length + i]!, 0);
    return 1 + 3 * sum + noise * random.normal();
  });
  return { y, lags, linear: { names: ["constant"], columns: [rows.map(() => 1)] } };
}

describe("exponential Almon polynomials of a higher degree", () => {
  it("have as many θ as their start names, and are found again", () => {
    const truth = [1.2, -0.5, 0.03];
    const { w } = exponentialAlmon(3).weights(truth, 10);
    const { y, lags, linear } = madeOf(w, 0.01);
    const terms = [{ name: "x", lags, weighting: "exponential-almon", start: [0, 0, 0] }] as const;
    const fit = midasRegression({ y, linear, terms });
    expect(fit.names).toEqual(["constant", "x slope", "x θ1", "x θ2", "x θ3"]);
    truth.forEach((v, j) => {
      expect(Math.abs(fit.coefficients[2 + j]! - v)).toBeLessThan(4 * fit.standardErrors[2 + j]!);
    });
  });
});

describe("the search for weights", () => {
  it.each([
    ["a peak at the first lag and a tail", [0.05, 9]],
    ["a late hump", [9, 3]],
    ["nearly all on the second lag", [4, 28]],
  ])("reaches %s from its own starts", (_, theta) => {
    const { w } = WEIGHTS.beta.weights(theta, 12);
    const { y, lags, linear } = madeOf(w, 0.5);
    const rss = (start?: number[]) =>
      midasRegression({ y, linear, terms: [{ name: "x", lags, weighting: "beta", ...(start && { start }) }] })
        .rss;
    expect(rss()).toBeLessThan(rss(theta) * (1 + 1e-8));
  });
});

describe("MIDAS regression", () => {
  const random = randomSource(3);
  const x = Float64Array.from({ length: 300 }, () => random.normal());
  const rows = Array.from({ length: 80 }, (_, i) => i + 10);
  const y = rows.map(() => random.normal());
  const linear = { names: ["constant"], columns: [rows.map(() => 1)] };
  const lags = highFrequencyLags(x, 3, rows, 1, 4);

  it("meets unrestricted lags when the Almon polynomial has as many coefficients as lags", () => {
    const free = midasRegression({ y, linear, terms: [{ name: "x", lags, weighting: "unrestricted" }] });
    const almon = midasRegression({
      y,
      linear,
      terms: [{ name: "x", lags, weighting: "almon-polynomial", coefficients: 4 }],
    });
    expect(almon.rss).toBeCloseTo(free.rss, 9);
    almon.lagWeights[0]!.forEach((w, i) => {
      expect(w).toBeCloseTo(free.lagWeights[0]![i]!, 9);
    });
  });

  it("predicts its own fitted values", () => {
    const fit = midasRegression({ y, linear, terms: [{ name: "x", lags, weighting: "beta" }] });
    expect(fit.predict([1], [lags.data.subarray(0, 4)])).toBeCloseTo(fit.fitted[0]!, 10);
  });

  it("reads lag 1 as the month before the quarter and −2 as its last", () => {
    const m = highFrequencyLags([0, 1, 2, 3, 4, 5], 3, [1], -2, 1);
    expect([...m.data]).toEqual([5, 4, 3, 2]);
  });

  it("refuses a gap among the lags by name, and fewer rows than coefficients", () => {
    const holed = { ...lags, data: lags.data.map((v, i) => (i === 3 ? Number.NaN : v)) };
    expect(() =>
      midasRegression({ y, linear, terms: [{ name: "ip", lags: holed, weighting: "beta" }] }),
    ).toThrow(/ip/);
    const few = highFrequencyLags(x, 3, [10, 11, 12], 1, 4);
    expect(() =>
      midasRegression({
        y: [1, 2, 3],
        linear: { names: ["constant"], columns: [[1, 1, 1]] },
        terms: [{ name: "x", lags: few, weighting: "beta" }],
      }),
    ).toThrow(/needs more rows/);
  });
});
