import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { actualAsOf, actualsOf } from "./actualsOf.ts";
import { backtest } from "./backtest.ts";
import type { BacktestPoint, BacktestRequest } from "./backtestContract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { naive } from "./naive.ts";
import { pathSaid } from "./pathSaid.ts";
import { groupAsOf, type PointGroup } from "./pointGroup.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { summarise } from "./summarise.ts";
import { figure, head, published } from "./testHistory.ts";

const wave = (t: number) => 2 + Math.sin(t / 5) + 0.3 * Math.sin(t * 12.9898);
const MODELS = [naive, seasonalNaive, drift, ets];
const HORIZONS = [1, 3];
const tried = (history: readonly StoredObservation[], actualsAsOf: string) => {
  const request: BacktestRequest = {
    head,
    history,
    models: MODELS,
    horizons: HORIZONS,
    firstOrigin: "2016-01",
    seed: 1,
    actualsAsOf,
  };
  return backtest(request);
};

/** All points as a day knew them, in groups; as the store answers. */
function groupsOf(points: readonly BacktestPoint[], day: string): PointGroup[] {
  return HORIZONS.flatMap((horizon) =>
    MODELS.map(({ id: model, version: modelVersion }) => {
      const name = { model, modelVersion, indicator: head.indicator, region: head.region, horizon };
      return groupAsOf(
        name,
        points.filter((p) => p.model === model && p.horizon === horizon),
        day,
      );
    }),
  );
}
const recordsOn = (points: readonly BacktestPoint[], day: string) =>
  groupsOf(points, day).map((g) => summarise(g, "M"));

describe("error records of a day looked back to", () => {
  const day = "2018-09-30";
  const whole = tried(published(60, wave), "2020-01-31");

  it("on the base's own day they are the stored ones", () =>
    expect(recordsOn(whole.points, "2020-01-31")).toEqual(whole.summaries));

  it("are what a back-test on that very day would have found, gates and benchmarks included", () => {
    // Revisions before the day and after it.
    const revised = [
      ...published(60, wave),
      figure("2017-04", 6, "2018-02-01"),
      figure("2017-08", -3, "2019-03-01"),
      figure("2018-03", null, "2018-08-01"),
      figure("2018-03", 2, "2018-11-01"),
    ];
    const then = tried(revised, day);
    const now = tried(revised, "2020-01-31");
    expect(recordsOn(now.points, day)).toEqual(then.summaries);
    expect(now.summaries).not.toEqual(then.summaries);
  });

  it("a later actual changes nothing as of an earlier day", () => {
    const later = [
      ...published(60, wave),
      figure("2018-12", 40, "2019-06-01"),
      figure("2017-03", 9, "2019-07-01"),
    ];
    expect(recordsOn(tried(later, "2020-01-31").points, day)).toEqual(recordsOn(whole.points, day));
    expect(tried(later, "2020-01-31").summaries).not.toEqual(whole.summaries);
  });

  it("a model passes only from the day its last needed actual came out", () => {
    const gate = (on: string) => {
      const record = recordsOn(whole.points, on).find(
        (r) => "gate" in r && r.model === "ets" && r.horizon === 3,
      );
      return record && "gate" in record ? [record.origins, record.gate] : null;
    };
    // Two years of figures make 2016-12 the first origin, 2018-11 the 24th: three months on is February, out on 9 March.
    expect(gate("2019-03-08")).toEqual([23, "too-few-origins"]);
    expect(gate("2019-03-09")).toEqual([24, "passed"]);
  });

  it("before the first actual there is none, and why is said", () =>
    expect(recordsOn(whole.points, "2016-02-15")[0]).toMatchObject({
      unscored: { en: "no origin has a forecast and a later figure to hold it against" },
    }));
});

describe("what the source said of a target", () => {
  it("keeps each word once, with the day it was first said", () => {
    const history = [
      figure("2018-01", 1, "2018-02-09"),
      figure("2018-01", 1, "2018-03-09"),
      figure("2018-01", 2, "2018-04-09"),
      figure("2018-01", 9, "2019-01-09"),
    ];
    const [words] = actualsOf({ head, history, actualsAsOf: "2018-12-31" }).values();
    expect(words).toEqual([
      { day: "2018-02-09", value: 1 },
      { day: "2018-04-09", value: 2 },
    ]);
    expect(
      ["2018-02-08", "2018-02-09", "2018-04-08", "2018-04-09"].map((d) => actualAsOf(words!, d)),
    ).toEqual([null, 1, 1, 2]);
  });

  it("a figure taken back on the last day is no actual", () => {
    const history = [figure("2018-01", 1, "2018-02-09"), figure("2018-01", null, "2018-03-09")];
    expect(actualsOf({ head, history, actualsAsOf: "2018-12-31" }).size).toBe(0);
    expect(actualsOf({ head, history, actualsAsOf: "2018-03-01" }).size).toBe(1);
  });
});

describe("the path of a model on a day looked back to", () => {
  const whole = tried(published(60, wave), "2020-01-31");
  const of = (model: string, day: string) =>
    pathSaid(groupsOf(whole.points, day).filter((g) => g.model === model));

  it("is what it said at the newest origin known by then, at the horizons tried", () => {
    const path = of("naive", "2018-04-30")!;
    expect(path).toMatchObject({
      origin: "2018-03",
      madeAsOf: "2018-04-09",
      periods: ["2018-04", "2018-06"],
    });
    expect(path.mean).toEqual([wave(38), wave(38)]);
    expect(path.intervals.map((i) => [i.level, i.lower.length])).toEqual([
      [80, 2],
      [95, 2],
    ]);
    expect(of("naive", "2018-04-08")!.origin).toBe("2018-02");
  });

  it("is short near the end, where later periods have no figure to score by", () =>
    expect(of("naive", "2019-12-31")!.periods).toEqual(["2019-12"]));

  it("is none before the first origin", () => expect(of("naive", "2016-01-15")).toBeNull());
});
