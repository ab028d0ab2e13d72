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
