import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { nextPeriod } from "../series/period.ts";
import { backtest } from "./backtest.ts";
import type { BacktestRequest } from "./backtestContract.ts";
import type { ForecastModel } from "./contract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { naive } from "./naive.ts";
import { originsOf } from "./origins.ts";
import { figure, head, published } from "./testHistory.ts";

const wave = (t: number) => 2 + Math.sin(t / 5) + 0.3 * Math.sin(t * 12.9898);

const request = (
  history: readonly StoredObservation[],
  more: Partial<BacktestRequest> = {},
): BacktestRequest => ({
  head,
  history,
  models: [naive, drift, ets],
  horizons: [1, 3],
  firstOrigin: "2018-01",
  seed: 1,
  actualsAsOf: "2021-12-31",
  ...more,
});

describe("what an origin knows", () => {
  it("later vintages and later figures change nothing that was forecast before them", () => {
    const history = published(60, wave);
    const before = backtest(request(history, { firstOrigin: "2019-01", actualsAsOf: "2020-01-31" }));
    const revised = [
      ...history,
      ...history.slice(0, 55).map((o) => ({ ...o, value: o.value! + 5, vintage: "2020-01-15" })),
      figure("2020-01", 99, "2020-02-09"),
    ];
    const after = backtest(request(revised, { firstOrigin: "2019-01", actualsAsOf: "2020-01-31" }));
    const said = (r: typeof before) =>
      r.points.map((p) => [p.model, p.origin, p.target, p.predicted, p.lower95, p.upper95]);
    expect(said(before).length).toBeGreaterThan(50);
    expect(said(after)).toEqual(said(before));
    // Only what the forecasts are held against has moved.
    expect(after.points.some((p, i) => p.actual !== before.points[i]!.actual)).toBe(true);
  });

  it("an origin stands on the first print, the score on the figure known at the base's today", () => {
    const history = [...published(40, wave), figure("2018-02", 7, "2018-09-09")];
    const { points } = backtest(
      request(history, { models: [naive], horizons: [1], actualsAsOf: "2018-12-31" }),
    );
    const point = points.find((p) => p.origin === "2018-01")!;
    expect(point.originAsOf).toBe("2018-02-09");
    expect(point.predicted).toBe(wave(36));
    expect(point.actual).toBe(7);
    expect(points.find((p) => p.origin === "2018-02")!.predicted).toBe(wave(37));
  });

  it("a withdrawn figure is not scored", () => {
    const history = [...published(40, wave), figure("2018-03", null, "2018-06-01")];
    const { points } = backtest(request(history, { models: [naive], horizons: [1] }));
    expect(points.some((p) => p.target === "2018-03")).toBe(false);
    expect(points.some((p) => p.target === "2018-04")).toBe(true);
  });

  it("two periods published on one day make one origin: the later", () => {
    const history = published(40, wave).map((o) =>
      o.period === "2018-01" ? { ...o, vintage: "2018-03-09" } : o,
    );
    expect(originsOf(request(history)).map((o) => o.period)).toEqual(["2018-02", "2018-03", "2018-04"]);
  });

  it("a calendar of its own may move the day or leave an origin out", () => {
    const calendar = (p: string) => (p === "2018-02" ? null : `${nextPeriod(p, "M")}-20`);
    const origins = originsOf(request(published(40, wave), { calendar }));
    expect(origins.map((o) => [o.period, o.day])).toEqual([
      ["2018-01", "2018-02-20"],
      ["2018-03", "2018-04-20"],
      ["2018-04", "2018-05-20"],
    ]);
  });

  it("every step-th origin is counted back from the newest", () => {
    expect(originsOf(request(published(42, wave), { step: 3 })).map((o) => o.period)).toEqual([
      "2018-03",
      "2018-06",
    ]);
  });
});

describe("error summaries", () => {
  const oracle: ForecastModel = {
    ...naive,
    id: "oracle",
    fit: (input, options) => ({
      ...naive.fit(input, options),
      predict: (horizon) => {
        const at = input.target.values.length;
        const mean = Array.from({ length: horizon }, (_, h) => wave(at + h) + 0.01);
        return {
          start: nextPeriod(input.target.periods.at(-1)!, "M"),
          mean,
          intervals: [80, 95].map((level) => ({
            level,
            lower: mean.map((m) => m - 0.1),
            upper: mean.map((m) => m + 0.1),
          })),
        };
      },
    }),
  };
  const result = backtest(request(published(72, wave), { models: [naive, oracle], horizons: [1, 3, 12] }));
  const of = (model: string, horizon: number) =>
    result.summaries.find((s) => s.model === model && s.horizon === horizon)!;

  it("a model that is off by a hundredth has that error, full coverage, and passes", () => {
    expect(of("oracle", 3)).toMatchObject({
      gate: "passed",
      coverage80: 100,
      coverage95: 100,
      dataBasis: "vintages",
    });
    expect(of("oracle", 3).mae).toBeCloseTo(0.01, 10);
    expect(of("oracle", 3).rmse).toBeCloseTo(0.01, 10);
  });

  it("naive does not beat the better of naive and seasonal naive", () => {
    expect(of("naive", 1).relativeToNaive).toBeGreaterThanOrEqual(1);
    expect(of("naive", 1).gate).toBe("lost-to-naive");
  });

  it("counts origins with a later figure, and spans them", () => {
    expect(of("naive", 12)).toMatchObject({ origins: 24, firstOrigin: "2018-01", lastOrigin: "2019-12" });
    expect(of("naive", 1).origins).toBe(35);
  });

  it("fewer than 24 months are too few for a verdict", () => {
    const short = backtest(
      request(published(72, wave), { models: [oracle], horizons: [12], firstOrigin: "2018-02" }),
    );
    expect(short.summaries[0]).toMatchObject({ origins: 23, gate: "too-few-origins" });
  });

  it("says when the days are known by rule only, or partly", () => {
    const byRule = published(72, wave).map((o) => ({ ...o, vintageBasis: "publication-rule" as const }));
    const partly = byRule.map((o, t) => (t === 50 ? { ...o, vintageBasis: "release-record" as const } : o));
    const basis = (history: StoredObservation[]) =>
      backtest(request(history, { models: [naive], horizons: [1] })).summaries[0]!.dataBasis;
    expect([basis(byRule), basis(partly)]).toEqual(["publication-rule", "mixed"]);
  });
});

describe("failures stay with their owner", () => {
  it("one model's error is kept under its name and the others are scored", () => {
    const broken: ForecastModel = {
      ...naive,
      id: "broken",
      fit: () => {
        throw new Error("no licence");
      },
    };
    const { failures, summaries } = backtest(
      request(published(60, wave), { models: [naive, broken], horizons: [1] }),
    );
    expect(failures.filter((f) => f.model === "broken" && f.message === "no licence").length).toBeGreaterThan(
      20,
    );
    expect(summaries.map((s) => s.model)).toEqual(["naive"]);
    expect(failures.at(-1)).toMatchObject({
      model: "broken",
      origin: null,
      message: expect.stringContaining("no origin"),
    });
  });

  it("a history that never moves has no scale: said, not scored", () => {
    const { summaries, failures } = backtest(
      request(
        published(60, () => 4.35),
        { models: [naive], horizons: [1] },
      ),
    );
    expect(summaries).toEqual([]);
    expect(failures[0]!.message).toMatch(/never moves/);
  });
});

it("reports true progress", () => {
  const seen: string[] = [];
  backtest(
    request(published(40, wave), {
      models: [naive],
      onOrigin: (done, total) => seen.push(`${done}/${total}`),
    }),
  );
  expect(seen).toEqual(["1/4", "2/4", "3/4", "4/4"]);
});

it("orders chosen at one origin and kept at the next look no further ahead than fresh ones", () => {
  const history = published(60, wave);
  const half = backtest(request(history, { models: [ets], horizons: [1], actualsAsOf: "2019-06-30" }));
  const whole = backtest(request(history, { models: [ets], horizons: [1], actualsAsOf: "2020-01-31" }));
  const earlier = whole.points.filter((p) => half.points.some((q) => q.origin === p.origin));
  expect(earlier.map((p) => p.predicted)).toEqual(half.points.map((p) => p.predicted));
});
