import { afterAll, describe, expect, it } from "vitest";
import { backtest } from "../../models/forecast/backtest.ts";
import { modelById } from "../../models/forecast/registry.ts";
import { createModelPool } from "../../server/workers/modelPool.ts";
import { seedHistories } from "../contracts/seedKnowledge.ts";

describe("models in worker threads", () => {
  const pool = createModelPool({ modelsDir: "/nonexistent", threads: 1 });
  afterAll(() => pool.close());
  const { head, history } = seedHistories().get("cpi.yoy")!;
  const request = {
    head,
    history,
    seed: 1,
    horizons: [1, 3],
    firstOrigin: "2020-01",
    step: 6,
    actualsAsOf: "2025-05-31",
  };

  it("a back-test in a thread gives what it gives here, and tells its true progress", async () => {
    const told: [number, number][] = [];
    const models = ["naive", "ets"];
    const there = await pool.run(
      { kind: "backtest", models, ...request },
      { onProgress: (done, total) => told.push([done, total]) },
    );
    const here = backtest({ ...request, models: models.map(modelById) });
    expect(there.points).toEqual(here.points);
    expect(there.summaries).toEqual(here.summaries);
    const total = told.at(-1)![1];
    expect(told.map(([done]) => done)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  });

  it("one model that cannot be found leaves the others their forecast", async () => {
    const answer = await pool.run({
      kind: "forecast",
      head,
      history,
      drivers: [],
      models: ["naive", "no-such-model"],
      seed: 1,
      asOf: "2020-06-30",
      horizon: 3,
      levels: [80],
    });
    expect(answer.origin).toBe("2020-05");
    expect(answer.made).toMatchObject([{ model: "naive", periods: ["2020-06", "2020-07", "2020-08"] }]);
    expect(answer.failures).toMatchObject([{ model: "no-such-model" }]);
  });

  it("a running task is cancelled at once, and the pool goes on", async () => {
    const stop = new AbortController();
    const long = pool.run(
      { kind: "backtest", models: ["arima"], ...request, firstOrigin: "2010-01", step: 1 },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    await expect(long).rejects.toMatchObject({ code: "cancelled" });
    const next = await pool.run({ kind: "backtest", models: ["naive"], ...request });
    expect(next.summaries.length).toBeGreaterThan(0);
  });
});
