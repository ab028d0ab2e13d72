import { beforeAll, describe, expect, it } from "vitest";
import type { AlertRecord, Base } from "../../db/stores/contract.ts";
import { backtest } from "../../models/forecast/backtest.ts";
import type { BacktestPoint } from "../../models/forecast/backtestContract.ts";
import { SCHEDULED_MODELS } from "../../models/forecast/scheduled.ts";
import { forecastTargets } from "../../models/forecast/targets.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { judge } from "../../models/warning/judge.ts";
import { messageOf } from "../../models/warning/messageOf.ts";
import { modelLostEdge } from "../../models/warning/rules/modelLostEdge.ts";
import { type Knowledge, snapshotOf } from "../../models/warning/snapshot.ts";
import { type TransitionContext, transition } from "../../models/warning/transition.ts";
import { saidOf } from "../../server/jobs/evaluateWarnings.ts";
import { loadForecastBook } from "../../server/jobs/forecastBook.ts";
import { NAMES } from "../../server/jobs/names.ts";
import { replayDays } from "../../server/jobs/replayHistory.ts";
import { seedHistories, seedKnowledge } from "./seedKnowledge.ts";

const TARGETS = ["gdp.yoy", "m2.yoy"];
const DAY = "2025-07-31";
const DAYS = replayDays("2017-01-31", DAY);
const histories = seedHistories();

/** What the daily models said of the targets, from the figures known by a day. */
function pointsBy(day: string): Map<string, BacktestPoint[]> {
  return new Map(
    forecastTargets(TARGETS).map(({ head, horizons, firstOrigin }) => {
      const history = histories
        .get(head.indicator)!
        .history.filter((o: StoredObservation) => o.vintage <= day);
      const { points } = backtest({
        head,
        history,
        models: SCHEDULED_MODELS,
        horizons,
        firstOrigin,
        step: 1,
        seed: 1,
        actualsAsOf: day,
      });
      return [head.indicator, points];
    }),
  );
}

const bookOf = (points: ReadonlyMap<string, readonly BacktestPoint[]>): ReturnType<typeof loadForecastBook> =>
  loadForecastBook(
    {
      forecasts: {
        backtest: async ({ indicator }: { indicator: string }) => points.get(indicator) ?? [],
        forecasts: async () => [],
      },
    } as unknown as Pick<Base, "forecasts">,
    SCHEDULED_MODELS.map((model) => ({ model, source: "built-in", daily: true, file: null })),
  );

let knowledge: Knowledge;
beforeAll(async () => {
  const book = await bookOf(pointsBy(DAY));
  knowledge = seedKnowledge(DAY, book.forecast, book.lostEdge);
}, 60_000);

describe("demotions on the shipped figures", () => {
  it("each is told once: one alert from the demotion until it is news no more", () => {
    const opened = new Map<string, string[]>();
    const live = new Map<string, AlertRecord>();
    const said = new Map<string, TransitionContext["previous"]>();
    for (const day of DAYS) {
      const judged = judge([modelLostEdge], snapshotOf(knowledge, day));
      for (const { subject, signal, failure } of judged.filter((j) =>
        TARGETS.includes(j.subject.indicator),
      )) {
        expect(failure).toBeNull();
        const fires = signal!.kind === "decided" && signal!.severity !== "none";
        const key = subject.indicator;
        const changes = transition(live.get(key) ?? null, signal!, {
          rule: modelLostEdge,
          words: fires && signal!.kind === "decided" ? messageOf(modelLostEdge, signal!, NAMES) : null,
          asOf: day,
          at: `${day}T00:00:00Z`,
          revised: false,
          previous: said.get(key) ?? null,
          replayed: true,
        });
        said.set(key, saidOf(signal!));
        for (const change of changes) {
          if (change.kind === "open") {
            live.set(key, { ...change.alert, id: live.size + 1 } as unknown as AlertRecord);
            const since = signal!.kind === "decided" ? String(signal!.details.since) : "";
            opened.set(key, [...(opened.get(key) ?? []), since]);
          } else live.set(key, { ...live.get(key)!, ...change.set } as AlertRecord);
        }
      }
    }
    expect([...opened.keys()].sort()).toEqual([...TARGETS].sort());
    for (const days of opened.values()) expect(new Set(days).size).toBe(days.length);
    // Growth: smoothing erred more than naive over the three years before the summer of 2024.
    expect(opened.get("gdp.yoy")).toContain("2024-07-15");
  });

  it("as of a day is the same with later figures deleted", async () => {
    for (const day of ["2020-12-31", "2024-08-31"]) {
      const then = await bookOf(pointsBy(day));
      for (const target of TARGETS)
        expect(then.lostEdge(target, "CHN", day, "")).toEqual(knowledge.lostEdge(target, "CHN", day, ""));
    }
  });
});
