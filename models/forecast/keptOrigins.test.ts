import { describe, expect, it } from "vitest";
import type { StoredObservation } from "../series/observation.ts";
import { backtest } from "./backtest.ts";
import type { BacktestRequest } from "./backtestContract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { figure, head, published } from "./testHistory.ts";

const wave = (t: number): number => 2 + Math.sin(t / 5) + ((t * 37) % 11) / 20;

const MODELS = [drift, ets];
let fits = 0;
const counted = MODELS.map((m) => ({
  ...m,
  fit(...given: Parameters<typeof m.fit>) {
    fits += 1;
    return m.fit(...given);
  },
}));
const request = (history: readonly StoredObservation[], actualsAsOf: string): BacktestRequest => ({
  head,
  history,
  models: counted,
  horizons: [1, 3, 6],
  firstOrigin: "2017-01",
  seed: 1,
  actualsAsOf,
});

describe("a back-test that keeps what stands", () => {
  const before = published(60, wave);
  const earlier = backtest(request(before, "2020-01-31"));
  const again = (history: readonly StoredObservation[], since: string | null, day: string) => {
    fits = 0;
    const whole = backtest(request(history, day));
    const all = fits;
    fits = 0;
    const kept = backtest({ ...request(history, day), kept: { points: earlier.points, since } });
    return { whole, kept, share: fits / all };
  };

  it.each([
    ["the next month", published(61, wave), "2020-02-09", "2020-02-09"],
    ["three months", published(63, wave), "2020-02-09", "2020-04-09"],
    [
      "an old figure said anew since",
      [...published(61, wave), figure("2018-03", 9, "2020-02-01")],
      "2020-02-01",
      "2020-02-09",
    ],
    ["a figure taken back", [...before, figure("2019-06", null, "2020-02-01")], "2020-02-01", "2020-02-09"],
    [
      "a figure brought in late with the day of its time",
      [...before, figure("2018-05", 7, "2018-06-20")],
      "2018-06-20",
      "2020-01-31",
    ],
    ["nothing", before, null, "2020-01-31"],
  ] as const)("gives what a whole one gives: %s", (_, history, since, day) => {
    const { whole, kept } = again(history, since, day);
    expect(kept).toEqual(whole);
  });

  it("fits what a new month touches, and nothing where nothing came", () => {
    expect(again(published(61, wave), "2020-02-09", "2020-02-09").share).toBeLessThan(0.5);
    expect(again(before, null, "2020-01-31").share).toBe(0);
  });

  it("points of another version of a model are not kept", () => {
    const points = earlier.points.map((p) => ({ ...p, modelVersion: "0", predicted: 99 }));
    const kept = { points, since: null };
    expect(backtest({ ...request(before, "2020-01-31"), kept })).toEqual(earlier);
  });
});
