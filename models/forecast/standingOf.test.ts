import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { nextPeriod } from "../series/period.ts";
import { backtest } from "./backtest.ts";
import type { BacktestPoint, BacktestRequest } from "./backtestContract.ts";
import { ets } from "./ets/ets.ts";
import { lostEdge } from "./lostEdge.ts";
import { naive } from "./naive.ts";
import { groupAsOf, type PointGroup } from "./pointGroup.ts";
import { recordOf } from "./recordOf.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { standingOf } from "./standingOf.ts";
import { figure, head } from "./testHistory.ts";

/** A trend that smoothing follows for six years and a saw afterwards that it does not; revised once, a year later. */
const level = (t: number): number =>
  (t < 72 ? t * 0.3 : 21.6 + (t % 2 === 0 ? 3 : 0)) + Math.sin(7.1 * t) / 5;
const said = (t: number, value: number, lag: number): StoredObservation =>
  figure(nextPeriod("2012-01", "M", t), value, `${nextPeriod("2012-01", "M", t + lag)}-09`);
const history = (months: number): StoredObservation[] =>
  Array.from({ length: months }, (_, t) => [
    said(t, level(t), 1),
    ...(t + 13 <= months ? [said(t, level(t) + 0.05, 13)] : []),
  ]).flat();

const tried = (months: number): BacktestPoint[] => {
  const request: BacktestRequest = {
    head,
    history: history(months),
    models: [naive, seasonalNaive, ets],
    horizons: [1, 3],
    firstOrigin: "2013-01",
    seed: 1,
    actualsAsOf: "2025-01-01",
  };
  return backtest(request).points;
};
const points = tried(130);
const groups = (day: string, of = points): PointGroup[] =>
  ["naive", "seasonal-naive", "ets"].flatMap((model) =>
    [1, 3].map((horizon) =>
      groupAsOf(
        { model, modelVersion: "1", indicator: head.indicator, region: head.region, horizon },
        of.filter((p) => p.model === model && p.horizon === horizon),
        day,
      ),
    ),
  );
const DAYS = Array.from({ length: 118 }, (_, t) => `${nextPeriod("2013-02", "M", t)}-20`);
const path = DAYS.map((day) => standingOf(groups(day).find((g) => g.model === "ets")!, "M"));

describe("the standing of a model as of a day", () => {
  it("passes after two years of figures and is demoted when the series turns", () => {
    const states = path.map((s) => s.state);
    expect(path.find((s) => s.origins === 23)!.state).toBe("too-few-origins");
    expect(path.find((s) => s.origins === 24)!.state).toBe("good");
    expect(states).toContain("demoted");
    const demoted = path.find((s) => s.state === "demoted")!;
    expect(demoted.since! >= "2018").toBe(true);
    expect(demoted.because).toMatchObject({ origins: 24 });
    expect(demoted.because!.ratio).toBeGreaterThan(1.05);
  });

  it("over all origins says what the error record says", () => {
    for (const day of DAYS.filter((_, i) => i % 7 === 0))
      for (const g of groups(day)) {
        const record = recordOf(g, "M");
        if (!record) continue;
        expect(record.standing.origins).toBe(record.origins);
        expect(record.standing.all).toBeCloseTo(record.relativeToNaive, 9);
        expect(record.standing.state === "good" && record.gate !== "passed").toBe(false);
      }
  });

  it("is the same with every later figure deleted", () => {
    for (const months of [60, 90, 110]) {
      const day = `${nextPeriod("2012-01", "M", months)}-09`;
      const cut = tried(months);
      expect(groups(day, cut).map((g) => standingOf(g, "M"))).toEqual(
        groups(day).map((g) => standingOf(g, "M")),
      );
    }
  });

  it("naive never stands above itself", () =>
    expect(
      groups("2024-01-01")
        .filter((g) => g.model === "naive")
        .every((g) => standingOf(g, "M").state === "lost-to-naive"),
    ).toBe(true));
});

describe("the model that lost its edge", () => {
  const on = (day: string, from?: string) => {
    const all = groups(day);
    return lostEdge(
      all.filter((g) => g.horizon === 1),
      () => all,
      "M",
      from,
    );
  };
  const first = path.findIndex((s) => s.state === "demoted");

  it("is named from the day of its demotion on, with what took its place", () => {
    expect(on(DAYS[first - 1]!)).toBeNull();
    expect(on(DAYS[first]!)).toMatchObject({ model: "ets", since: path[first]!.since, successor: null });
  });

  it("is old news before `from`", () => {
    expect(on(DAYS[first]!, path[first]!.since!)).not.toBeNull();
    expect(on(DAYS[first + 3]!, DAYS[first + 1]!)).toBeNull();
  });
});
