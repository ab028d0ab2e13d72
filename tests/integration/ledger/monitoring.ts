import { expect, it } from "vitest";
import type { LedgerDb } from "../../../db/ledger/ledger.ts";
import { boundsStore } from "../../../db/stores/bounds.ts";
import { endInterruptedRuns, runStore } from "../../../db/stores/runs.ts";
import { AT, codeOf, LATER, refusal } from "./support.ts";

/** Bounds and runs. Runs on the ledger that `db` hands out when a test begins. */
export function monitoringSuite(db: () => LedgerDb): void {
  it("light bounds are dated; saving a day again replaces that day only", async () => {
    const store = boundsStore(db());
    const row = {
      preset: "nbs-10",
      indicator: "cpi.yoy",
      bounds: [0, 1, 3, 4] as const,
      methodZh: "政策带",
      methodEn: "policy band",
      validFrom: "2020-01-01",
      approvedBy: "seed",
    };
    await store.save([row, { ...row, validFrom: "2025-01-01", bounds: [-1, 0, 2, 3] }]);
    await store.save([{ ...row, validFrom: "2025-01-01", bounds: [-0.5, 0, 2, 3] }]);
    expect((await store.all()).map((b) => b.bounds)).toEqual([
      [0, 1, 3, 4],
      [-0.5, 0, 2, 3],
    ]);
    expect(await refusal(store.save([{ ...row, validFrom: "2026-01-01", bounds: [3, 2, 1, 0] }]))).toContain(
      "light_bounds_ordered",
    );
  });

  it("a run keeps what it read and its settings; failures stand until the same part succeeds on as new a day", async () => {
    const store = runStore(db());
    const about = { kind: "analysis", model: "nowcast", indicator: "gdp.yoy" };
    const desk = { asOf: "2025-05-31", seed: 1, dataVersion: "1", codeVersion: "abc", startedAt: AT };
    const inputs = [{ indicator: "gdp.yoy", vintage: "2025-04-16", observations: 120 }];
    const parameters = { factors: 1, stages: [84, 28] };
    const refresh = await store.begin({ ...desk, kind: "refresh", model: null, indicator: null });
    const failed = await store.begin({
      ...desk,
      ...about,
      parent: refresh,
      version: "2",
      inputs,
      parameters,
    });
    await store.end(failed, "failed", "no figure", LATER);
    expect(await store.get(failed)).toMatchObject({
      parent: refresh,
      version: "2",
      inputs,
      parameters,
      state: "failed",
    });
    expect(await store.get(failed + 1_000)).toBeNull();
    const failing = async () =>
      (await store.unsettled()).filter((r) => r.model === "nowcast" && r.state === "failed").map((r) => r.id);
    expect(await failing()).toEqual([failed]);
    expect((await store.list({ parent: refresh, limit: 5 })).map((r) => r.id)).toEqual([failed]);
    expect((await store.list({ state: "failed", kind: "analysis", limit: 5 })).map((r) => r.id)).toEqual([
      failed,
    ]);
    expect(await store.list({ kind: "analysis", before: failed, limit: 5 })).toEqual([]);
    // Success on an older day, and a run that was ended early, leave the newest day's failure standing.
    const older = await store.begin({ ...desk, ...about, asOf: "2019-12-31" });
    await store.end(older, "done", null, LATER);
    const ended = await store.begin({ ...desk, ...about });
    await store.end(ended, "cancelled", "ended", LATER);
    expect(await failing()).toEqual([failed]);
    const again = await store.begin({ ...desk, ...about });
    await store.end(again, "done", null, LATER);
    expect(await failing()).toEqual([]);
    await store.end(refresh, "done", null, LATER);
  });

  it("a refusal is an outcome of its own: it takes a failure's place and stands until the part succeeds", async () => {
    const store = runStore(db());
    const about = { kind: "analysis", model: "cycle", indicator: "sic-10" };
    const desk = { asOf: "2025-05-31", seed: 1, dataVersion: "1", codeVersion: "abc", startedAt: AT };
    const standing = async () =>
      (await store.unsettled()).filter((r) => r.model === "cycle").map((r) => [r.id, r.state]);
    const ended = async (state: "done" | "failed" | "refused") => {
      const id = await store.begin({ ...desk, ...about });
      await store.end(id, state, "需要60个月，现有12个月\n60 months are needed; found 12", LATER);
      return id;
    };
    // What an earlier version kept as a failure still reads as one.
    const failed = await ended("failed");
    expect(await standing()).toEqual([[failed, "failed"]]);
    const refused = await ended("refused");
    expect(await standing()).toEqual([[refused, "refused"]]);
    expect((await store.list({ state: "refused", limit: 5 })).map((r) => r.id)).toEqual([refused]);
    await ended("done");
    expect(await standing()).toEqual([]);
  });

  it("a run ends once; runs a kill left running end as failed at the next start", async () => {
    const store = runStore(db());
    const run = {
      kind: "backtest",
      model: "arima",
      indicator: null,
      asOf: "2025-04-10",
      seed: 1,
      dataVersion: "1",
      codeVersion: "abc",
      startedAt: AT,
    };
    const done = await store.begin(run);
    await store.end(done, "done", null, LATER);
    expect(await codeOf(store.end(done, "failed", "again", LATER))).toBe("conflict");
    await store.begin(run);
    expect(await endInterruptedRuns(db(), "the server ended", LATER)).toBe(2);
    expect((await store.list({ model: "arima", limit: 5 })).map((r) => r.state)).toEqual(["failed", "done"]);
  });
}
