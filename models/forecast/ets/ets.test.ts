import { describe, expect, it } from "vitest";
import { nextPeriod } from "../../series/period.ts";
import { testSeries } from "../../series/testSeries.ts";
import { spread } from "../spread.ts";
import { chooseEts } from "./chooseEts.ts";
import { ets } from "./ets.ts";
import { startCoordinates, toGradient, toParameters } from "./etsCoordinates.ts";
import { EtsPass } from "./etsPass.ts";
import { etsFamily, etsName } from "./etsSpec.ts";
import { etsStart } from "./etsStart.ts";
import { fitEts } from "./fitEts.ts";

/** A repeatable stream of standard-normal-like deviates (sum of twelve uniforms). */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, 0) - 6;
}

/** Figures that an ETS(A,A,A) makes. */
function made(
  n: number,
  seed: number,
  { alpha = 0.4, beta = 0.05, gamma = 0.1, sigma = 1 } = {},
): Float64Array {
  const e = noise(seed);
  const season = Array.from({ length: 12 }, (_, j) => 5 * Math.sin((2 * Math.PI * j) / 12));
  let level = 100;
  let slope = 0.3;
  return Float64Array.from({ length: n }, (_, t) => {
    const error = sigma * e();
    const y = level + slope + season[t % 12]! + error;
    level += slope + alpha * error;
    slope += beta * error;
    season[t % 12]! += gamma * error;
    return y;
  });
}

describe("the adjoint", () => {
  it.each(etsFamily(true).map((s) => [etsName(s), s] as const))(
    "of %s agrees with central differences, gaps included",
    (_, spec) => {
      const y = made(60, 3);
      y[20] = Number.NaN;
      const m = 12;
      const pass = new EtsPass(y, m);
      const start = etsStart(y, m, spec);
      const u = startCoordinates(spec, m).map((v, i) => v + 0.05 * Math.sin(i + 1));
      const value = (x: Float64Array) => pass.forward(spec, toParameters(spec, m, start, x));
      const seasonal = new Float64Array(m);
      value(u);
      const gradient = new Float64Array(u.length);
      toGradient(spec, m, start, u, pass.adjoint(spec, seasonal), seasonal, 1, gradient);
      u.forEach((_v, i) => {
        const moved = (by: number) => value(u.map((v, k) => (k === i ? v + by : v)));
        const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
      });
    },
  );
});

describe("the automatic choice", () => {
  it("finds the season and the trend of figures made with both", () => {
    const { spec } = chooseEts(made(180, 11), 12, true);
    expect(spec.season).toBe("A");
    expect(spec.trend).not.toBe("N");
  });
  it("keeps a level alone for noise around a mean", () => {
    const e = noise(5);
    expect(
      chooseEts(
        Float64Array.from({ length: 120 }, () => 50 + e()),
        12,
        true,
      ).spec,
    ).toEqual({ error: "A", trend: "N", season: "N" });
  });
  it("takes the lowest AICc of the family", () => {
    const y = made(120, 8);
    const all = etsFamily(true).map((s) => fitEts(y, 12, s).aicc);
    expect(chooseEts(y, 12, true).aicc).toBe(Math.min(...all));
  });
});

describe("forecasts", () => {
  it("cover what comes as often as they say, on figures the model makes", () => {
    const inside = { 80: 0, 95: 0 };
    let tried = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const y = made(132, seed * 7919);
      const target = testSeries("2010-01", [...y.subarray(0, 120)], { unit: "index-same-month-100" });
      const { intervals } = ets
        .fit({ target, drivers: [], seed: 1 }, { ...ets.defaults, log: "never" })
        .predict(12, [80, 95]);
      for (let h = 0; h < 12; h++) {
        tried++;
        for (const i of intervals)
          if (y[120 + h]! >= i.lower[h]! && y[120 + h]! <= i.upper[h]!) inside[i.level as 80 | 95]++;
      }
    }
    // 60 series, errors along one path correlated: ±8 points is about two standard errors, and estimation costs a few.
    expect((100 * inside[80]) / tried).toBeGreaterThan(68);
    expect((100 * inside[80]) / tried).toBeLessThan(88);
    expect((100 * inside[95]) / tried).toBeGreaterThan(87);
  });

  it("of a level in logarithms stay positive and lean upwards", () => {
    const y = Array.from(
      { length: 96 },
      (_, t) => 100 * Math.exp(0.01 * t + 0.15 * Math.sin((2 * Math.PI * t) / 12) + 0.03 * Math.cos(9 * t)),
    );
    const target = testSeries("2015-01", y, { unit: "hundred-million-yuan" });
    const fitted = ets.fit({ target, drivers: [], seed: 1 }, ets.defaults);
    const { mean, intervals } = fitted.predict(12, [95]);
    expect(fitted.parameters.log).toBe(1);
    expect(intervals[0]!.lower.every((v) => v > 0)).toBe(true);
    mean.forEach((m, h) => {
      expect(intervals[0]!.upper[h]! - m).toBeGreaterThan(m - intervals[0]!.lower[h]!);
    });
  });

  it("of a figure that never moves are that figure, for certain", () => {
    const target = testSeries(
      "2015-01",
      Array.from({ length: 40 }, () => 4.35),
      { unit: "percent" },
    );
    const { mean, ...rest } = ets.fit({ target, drivers: [], seed: 1 }, ets.defaults).predict(3, [95]);
    expect(mean.map((m) => Number(m.toFixed(6)))).toEqual([4.35, 4.35, 4.35]);
    expect(spread({ mean, ...rest }).every((s) => s < 1e-4)).toBe(true);
  });

  it("bridge a January that is never published, without inventing an error for it", () => {
    const y = [...made(120, 21)].map((v, t) => (t % 12 === 0 && t > 0 ? null : v));
    const { fitted, predict } = ets.fit(
      { target: testSeries("2015-01", y), drivers: [], seed: 1 },
      ets.defaults,
    );
    expect(fitted[12]).toBeNull();
    expect(predict(1, [80]).start).toBe(nextPeriod("2015-01", "M", 120));
  });
});
