import { describe, expect, it } from "vitest";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { accuracy, seasonalNaiveScale } from "./accuracy.ts";
import { byRegime } from "./byRegime.ts";
import { crpsNormal, crpsSample } from "./crps.ts";
import { intervalScore, pinballLoss, weightedIntervalScore } from "./intervalScore.ts";
import { readPit } from "./probabilityIntegralTransform.ts";

describe("accuracy", () => {
  it("worked by hand", () => {
    const a = accuracy([10, 20, 40], [8, 22, 40], 4);
    expect(a).toMatchObject({ n: 3, me: 0, mae: 4 / 3, mpe: 10 / 3, mape: 10, mase: 1 / 3 });
    expect(a.rmse).toBeCloseTo(Math.sqrt(8 / 3), 14);
    expect(a.smape).toBeCloseTo((400 / 18 + 400 / 42) / 3, 12);
  });

  it("scales with the figure where it has its unit, and stays where it has none", () => {
    const y = [3, 5, 4, 7];
    const f = [2, 6, 4, 5];
    const a = accuracy(y, f, 2);
    const b = accuracy(
      y.map((v) => 10 * v),
      f.map((v) => 10 * v),
      20,
    );
    for (const key of ["me", "rmse", "mae"] as const) expect(b[key]).toBeCloseTo(10 * a[key], 12);
    for (const key of ["mpe", "mape", "smape", "mase", "acf1", "theilU"] as const)
      expect(b[key]).toBeCloseTo(a[key]!, 12);
  });

  it("leaves gaps out and says null where a measure has no meaning", () => {
    expect(accuracy([1, null, 3], [1, 2, 5])).toMatchObject({ n: 2, mae: 1, mase: null });
    expect(accuracy([0, 1], [1, 1])).toMatchObject({ mape: null, mpe: null, theilU: null });
    expect(() => accuracy([null], [1])).toThrow(/no period has both/);
    expect(() => accuracy([1, 2], [1])).toThrow(/2 actuals for 1 forecasts/);
    expect(seasonalNaiveScale([1, 1, 1], 1)).toBeNull();
  });

  it("tells the regimes apart", () => {
    const r = byRegime([1, 2, 3, 4], [1, 2, 4, 6], ["calm", "calm", "storm", "storm"]);
    expect(r.calm!.mae).toBe(0);
    expect(r.storm!.mae).toBe(1.5);
  });
});

describe("scores of whole distributions", () => {
  it("CRPS of many draws nears the closed form of the normal", () => {
    const random = randomSource(5);
    const draws = Float64Array.from({ length: 20_000 }, () => 2 + 3 * random.normal());
    for (const y of [-4, 2, 9])
      expect(Math.abs(crpsSample(y, draws) / crpsNormal(y, 2, 3) - 1)).toBeLessThan(0.02);
  });

  it("CRPS without spread is the absolute error", () => {
    expect(crpsNormal(3, 1, 0)).toBe(2);
    expect(crpsSample(3, [1])).toBe(2);
  });

  it("WIS nears the CRPS as intervals are added: the mean of quantile losses", () => {
    const levels = Array.from({ length: 99 }, (_, k) => k + 1);
    const intervals = levels.map((level) => {
      const z = normalQuantile(0.5 + level / 200);
      return { level, lower: -z, upper: z };
    });
    expect(Math.abs(weightedIntervalScore(0.7, 0, intervals) / crpsNormal(0.7, 0, 1) - 1)).toBeLessThan(0.02);
    expect(weightedIntervalScore(0.7, 0, [])).toBeCloseTo(0.7, 14);
  });

  it("an interval's score is its two quantile losses", () => {
    for (const y of [-3, 0.5, 4])
      expect(intervalScore(y, -1, 2, 0.2)).toBeCloseTo(
        (2 / 0.2) * (pinballLoss(y, -1, 0.1) + pinballLoss(y, 2, 0.9)),
        12,
      );
  });

  it("honesty is the best strategy: the true quantile costs least on average", () => {
    const random = randomSource(8);
    const y = Array.from({ length: 4000 }, () => random.normal());
    const cost = (q: number) => y.reduce((s, v) => s + pinballLoss(v, q, 0.8), 0);
    const honest = cost(normalQuantile(0.8));
    expect(cost(0.5)).toBeGreaterThan(honest);
    expect(cost(1.2)).toBeGreaterThan(honest);
  });
});

describe("probability integral transforms", () => {
  const random = randomSource(11);
  const honest = Array.from({ length: 400 }, () => random.uniform());

  it("finds nothing in honest densities", () => {
    const r = readPit(honest);
    expect(r.uniformity.pValue).toBeGreaterThan(0.01);
    expect(r.berkowitz!.pValue).toBeGreaterThan(0.01);
    expect(r.biasP).toBeGreaterThan(0.01);
    expect(r.histogram.reduce((s, v) => s + v, 0)).toBeCloseTo(1, 12);
  });

  it("finds bands too narrow, a lean, and errors that follow each other", () => {
    const narrow = honest.map((u) => (u < 0.5 ? u * u * 2 : 1 - (1 - u) ** 2 * 2));
    expect(readPit(narrow).berkowitz!.pValue).toBeLessThan(0.001);
    expect(readPit(honest.map((u) => u ** 1.5)).biasP).toBeLessThan(0.001);
    const sorted = [...honest].sort((a, b) => a - b);
    expect(readPit(sorted).berkowitz!.autocorrelation).toBeGreaterThan(0.9);
  });

  it("refuses what is no probability", () => {
    expect(() => readPit([0.2, 1.2])).toThrow(/1\.2/);
    expect(() => readPit([0.2])).toThrow(/at least 2/);
  });
});
