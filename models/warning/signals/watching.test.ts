import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { forecastScore, jointScore, robustScore } from "./anomaly.ts";
import { creditGap } from "./creditGap.ts";
import { type ScoreboardRule, scoreboard } from "./scoreboard.ts";

describe("credit gap", () => {
  const steady = Array.from({ length: 120 }, (_, t) => 100 + 0.5 * t);

  it("is nothing on a straight line and opens when credit runs away", () => {
    const calm = creditGap(steady);
    expect(Math.max(...calm.gap.slice(40).map(Math.abs))).toBeLessThan(1e-6);
    const boom = creditGap(steady.map((v, t) => v + (t > 100 ? 2 * (t - 100) : 0)));
    expect(boom.gap[119]).toBeGreaterThan(10);
    expect(boom.colours[119]).toBe("red");
    expect(boom.colours[90]).toBe("normal");
    expect(boom.colours[10]).toBeNull();
  });

  it("does not change when later quarters come", () => {
    const wavy = steady.map((v, t) => v + 5 * Math.sin(t / 9));
    const earlier = creditGap(wavy.slice(0, 80)).gap;
    creditGap(wavy)
      .gap.slice(40, 80)
      .forEach((g, i) => {
        expect(g).toBeCloseTo(earlier[40 + i]!, 9);
      });
  });
});

describe("scoreboard", () => {
  const rules: ScoreboardRule[] = [
    { indicator: "debt", group: "stock", low: null, high: 60, validFrom: "2010-01-01" },
    { indicator: "debt", group: "stock", low: null, high: 70, validFrom: "2020-01-01" },
    { indicator: "balance", group: "flow", low: -4, high: 6, validFrom: "2010-01-01" },
  ];

  it("judges by the bounds in force on the day", () => {
    const [debt, balance] = scoreboard(rules, { debt: 65, balance: -5 }, "2015-06-30");
    expect(debt).toMatchObject({ state: "above", distance: 5 });
    expect(balance).toMatchObject({ state: "below", distance: 1 });
    expect(scoreboard(rules, { debt: 65 }, "2021-01-01")[0]).toMatchObject({ state: "inside", distance: 5 });
    expect(scoreboard(rules, { debt: 65 }, "2021-01-01")[1]!.state).toBe("unknown");
    expect(scoreboard(rules, { debt: 65 }, "2009-01-01")).toEqual([]);
  });
});

describe("anomaly scores", () => {
  const random = randomSource(6);
  const history = Array.from({ length: 200 }, () => 10 + 2 * random.normal());

  it("the robust score is about the normal one, and one wild figure does not blind it", () => {
    expect(robustScore(history, 16)!).toBeCloseTo(3, 0);
    const wild = [...history.slice(0, -1), 1e6];
    expect(Math.abs(robustScore(wild, 16)! - robustScore(history, 16)!)).toBeLessThan(0.1);
    expect(robustScore([1, 1, 1, 1, 1], 2)).toBeNull();
    expect(forecastScore(5, 3, 0)).toBeNull();
    expect(forecastScore(5, 3, 2)).toBe(1);
  });

  it("finds a combination odd whose figures are ordinary each by itself", () => {
    const rows = Array.from({ length: 150 }, () => {
      const a = random.normal();
      return [a, a + 0.2 * random.normal()];
    });
    const odd = jointScore(rows, [1, -1], 0.02);
    const usual = jointScore(rows, [1, 1], 0.02);
    expect(odd.pValue).toBeLessThan(0.001);
    expect(usual.pValue).toBeGreaterThan(0.2);
    expect(odd.shares.reduce((s, v) => s + v, 0)).toBeCloseTo(1, 12);
  });

  it("does not depend on the units of the figures", () => {
    const rows = Array.from({ length: 50 }, () => [random.normal(), random.normal(), random.normal()]);
    const scaled = rows.map(([a, b, c]) => [100 * a!, b!, c! - 5]);
    expect(jointScore(scaled, [200, 1, -5]).distance).toBeCloseTo(jointScore(rows, [2, 1, 0]).distance, 8);
    expect(() =>
      jointScore(
        rows.map(([a]) => [a!, 1]),
        [0, 1],
      ),
    ).toThrow(/never moves/);
    expect(() => jointScore([[1, 2]], [1, 2])).toThrow(/at least 4/);
  });
});
