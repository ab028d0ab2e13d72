import { describe, expect, it } from "vitest";
import { fromColumns } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { adf } from "./adf.ts";
import { dfGls, ersPTest } from "./elliottRothenbergStock.ts";
import { engleGranger } from "./engleGranger.ts";
import { kpssTest } from "./kpssTest.ts";
import { mackinnonCritical, mackinnonP } from "./mackinnon.ts";
import { phillipsOuliarisMultivariate, phillipsOuliarisZ } from "./phillipsOuliaris.ts";
import { phillipsPerron } from "./phillipsPerron.ts";
import { zivotAndrews } from "./zivotAndrews.ts";

/** y(t) = ρ y(t−1) + e(t). */
function autoregression(seed: number, rho: number, n = 150): Float64Array {
  const random = randomSource(seed);
  const y = new Float64Array(n);
  for (let t = 0; t < n; t++) y[t] = rho * (y[t - 1] ?? 0) + random.normal();
  return y;
}

/** How often a test rejects at 5 % among 300 simulated series. */
function rejections(rho: number, rejects: (y: Float64Array) => boolean, trials = 300): number {
  let count = 0;
  for (let seed = 1; seed <= trials; seed++) if (rejects(autoregression(seed, rho))) count++;
  return count / trials;
}

/** Each test with its decision at 5 %: tests of the unit root reject at ρ = 1 one time in twenty. */
const OF_UNIT_ROOT: readonly [string, (y: Float64Array) => boolean][] = [
  ["Dickey–Fuller, one lag", (y) => adf(y, { lags: 1 }).p < 0.05],
  ["Dickey–Fuller, lags by AIC", (y) => adf(y, { lags: { by: "aic", atMost: 4 } }).p < 0.05],
  ["Dickey–Fuller with trend", (y) => adf(y, { lags: 0, deterministics: "trend" }).p < 0.05],
  ["Dickey–Fuller without constant", (y) => adf(y, { lags: 0, deterministics: "none" }).p < 0.05],
  [
    "Phillips–Perron",
    (y) => {
      const r = phillipsPerron(y);
      return r.zTau < r.critical.fivePercent;
    },
  ],
  ["Phillips–Perron with trend", (y) => phillipsPerron(y, { deterministics: "trend" }).p!.zTau < 0.05],
  [
    "DF-GLS",
    (y) => {
      const r = dfGls(y, { lags: 1 });
      return r.statistic < r.critical.fivePercent;
    },
  ],
  [
    "P-test",
    (y) => {
      const r = ersPTest(y, { lags: 1 });
      return r.statistic < r.critical.fivePercent;
    },
  ],
];

describe.each(OF_UNIT_ROOT)("%s", (_, rejects) => {
  it("rejects a random walk about once in twenty", () => {
    // 0.05 with a Monte-Carlo error of 0.0126, and room for small samples.
    const share = rejections(1, rejects);
    expect(share).toBeGreaterThan(0.015);
    expect(share).toBeLessThan(0.1);
  });

  it("rejects a quickly returning series nearly always", () => {
    expect(rejections(0.5, rejects, 60)).toBeGreaterThan(0.9);
  });

  it("does not mind units, nor level where there is a constant", () => {
    for (let seed = 1; seed < 5; seed++) {
      const y = autoregression(seed, 0.93);
      expect(rejects(y.map((v) => 1e3 * v))).toBe(rejects(y));
    }
  });
});

describe("Dickey–Fuller", () => {
  it("does not change with the level when a constant is there, nor with a slope when a trend is", () => {
    const y = autoregression(2, 0.9);
    const moved = y.map((v) => v + 500);
    const tilted = y.map((v, t) => v + 500 + 3 * t);
    expect(adf(moved, { lags: 2 }).statistic).toBeCloseTo(adf(y, { lags: 2 }).statistic, 8);
    const trend = { lags: 2, deterministics: "trend" } as const;
    expect(adf(tilted, trend).statistic).toBeCloseTo(adf(y, trend).statistic, 7);
  });

  it("chooses the lags that a plain search over common samples would", () => {
    const y = autoregression(8, 0.4).map((v, t, all) => v + 0.6 * (all[t - 1] ?? 0));
    for (const by of ["aic", "bic"] as const) {
      const most = 6;
      const common = Array.from({ length: most + 1 }, (_, lags) => {
        // Cutting the first most − lags figures puts every lag order on one sample.
        const fit = adf(y.subarray(most - lags), { lags });
        const rss = fit.residuals.reduce((s, e) => s + e * e, 0);
        const n = fit.observations;
        return n * Math.log(rss) + (by === "aic" ? 2 : Math.log(n)) * (2 + lags);
      });
      const best = common.indexOf(Math.min(...common));
      expect(adf(y, { lags: { by, atMost: most } }).lags).toBe(best);
    }
  });

  it("keeps Φ and τ together: Φ₃ with everything restricted is at least τ²/2", () => {
    const { statistic, phi } = adf(autoregression(3, 0.9), { lags: 1, deterministics: "trend" });
    expect(phi.phi3!).toBeGreaterThanOrEqual(statistic ** 2 / 2 - 1e-9);
  });

  it("gives p = 5 % at the asymptotic 5 % point, by MacKinnon's two papers", () => {
    for (const d of ["none", "constant", "trend", "quadratic"] as const)
      expect(mackinnonP(mackinnonCritical(d, Number.POSITIVE_INFINITY)!.fivePercent, d)).toBeCloseTo(0.05, 3);
    for (let series = 2; series <= 6; series++) {
      const five = mackinnonCritical("trend", Number.POSITIVE_INFINITY, series)!.fivePercent;
      expect(mackinnonP(five, "trend", series)).toBeCloseTo(0.05, 2);
    }
  });

  it("and its siblings refuse a straight line, which leaves no errors", () => {
    const line = Float64Array.from({ length: 60 }, (_, t) => 3 + 0.1 * t);
    for (const run of [
      () => adf(line, { lags: 0 }),
      () => adf(line, { lags: { by: "aic" } }),
      () => phillipsPerron(line, { deterministics: "trend" }),
      () => kpssTest(line, { around: "trend" }),
      () => dfGls(line, { deterministics: "trend" }),
      () => zivotAndrews(line),
    ])
      expect(run).toThrow(/fits perfectly|combination of the columns/);
  });

  it("says what it cannot read", () => {
    expect(() => adf([1, 2, 3])).toThrow(/needs 5 observations; found 3/);
    expect(() => adf(new Float64Array(50).fill(2))).toThrow(/every observation is 2/);
    expect(() => adf([1, 4, Number.NaN, 3, 2, 5, 6, 7, 9, 9])).toThrow(/observation 3 is NaN/);
    expect(() => adf(autoregression(1, 1, 20), { lags: 9 })).toThrow(/9 lags needs/);
    expect(() => adf(autoregression(1, 1, 20), { lags: -1 })).toThrow(/found -1/);
    expect(() => mackinnonP(-3, "constant", 9)).toThrow(/1 to 6 series; found 9/);
  });
});

describe("KPSS", () => {
  it("keeps its size under white noise and finds a random walk", () => {
    const noise = rejections(0, (y) => kpssTest(y).p < 0.05);
    expect(noise).toBeGreaterThan(0.015);
    expect(noise).toBeLessThan(0.1);
    expect(rejections(1, (y) => kpssTest(y, { lags: "auto" }).p < 0.05, 60)).toBeGreaterThan(0.7);
  });

  it("around a trend does not see the trend", () => {
    const y = autoregression(4, 0.2);
    const tilted = y.map((v, t) => v - 2 * t + 9);
    const options = { around: "trend", lags: 4 } as const;
    expect(kpssTest(tilted, options).statistic).toBeCloseTo(kpssTest(y, options).statistic, 8);
  });
});

describe("Zivot–Andrews", () => {
  it("finds a planted break in the level", () => {
    const y = autoregression(6, 0.3).map((v, t) => v + (t >= 90 ? 8 : 0));
    const { breakPoint, statistic, critical } = zivotAndrews(y, { model: "intercept", lags: 1 });
    expect(Math.abs(breakPoint - 90)).toBeLessThanOrEqual(2);
    expect(statistic).toBeLessThan(critical.onePercent);
  });

  it("rarely rejects a random walk", () => {
    const share = rejections(
      1,
      (y) => {
        const short = y.subarray(0, 80);
        const r = zivotAndrews(short, { model: "both" });
        return r.statistic < r.critical.fivePercent;
      },
      60,
    );
    // Asymptotic critical values: 5 % grows in small samples; 60 trials have an error of 0.03.
    expect(share).toBeLessThan(0.2);
  });
});

describe("residual cointegration", () => {
  const pair = (seed: number, together: boolean) => {
    const x = autoregression(seed, 1, 200);
    const own = autoregression(seed + 1000, together ? 0.4 : 1, 200);
    return { x, y: x.map((v, t) => 3 + 2 * v + own[t]!) };
  };

  it("tells series that move together from those that wander apart", () => {
    let apart = 0;
    let together = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const a = pair(seed, false);
      const b = pair(seed, true);
      if (engleGranger(a.y, [a.x], { lags: 1 }).p < 0.05) apart++;
      if (engleGranger(b.y, [b.x], { lags: 1 }).p < 0.05) together++;
    }
    // Binomial(100, 0.05): 5 ± 2.2.
    expect(apart).toBeLessThan(13);
    expect(together).toBeGreaterThan(95);
  });

  it("agrees between the statistics of Phillips and Ouliaris", () => {
    const b = pair(7, true);
    const z = fromColumns([b.y, b.x]);
    expect(phillipsOuliarisZ(z).p).toBe(0.01);
    for (const type of ["trace", "variance-ratio"] as const) {
      const r = phillipsOuliarisMultivariate(z, { type, demean: "constant" });
      expect(r.statistic).toBeGreaterThan(r.critical.fivePercent);
    }
  });

  it("gives the same trace whichever column is first", () => {
    const b = pair(9, true);
    const options = { type: "trace", demean: "trend" } as const;
    const one = phillipsOuliarisMultivariate(fromColumns([b.y, b.x]), options).statistic;
    expect(phillipsOuliarisMultivariate(fromColumns([b.x, b.y]), options).statistic).toBeCloseTo(one, 6);
  });

  it("answers −∞ for a perfect fit and refuses sizes that do not fit", () => {
    const x = autoregression(1, 1);
    expect(
      engleGranger(
        x.map((v) => 2 * v + 1),
        [x],
      ),
    ).toMatchObject({ statistic: Number.NEGATIVE_INFINITY, p: 0 });
    expect(() => engleGranger(x, [x.subarray(1)])).toThrow(/150 rows; found 149/);
    expect(() => phillipsOuliarisZ(fromColumns([x]))).toThrow(/2 to 6 series; found 1/);
  });
});
