import { and, desc, eq } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { runs } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import type { RunStore } from "./contract.ts";

/** What computed when, on which data, and how it ended. A run ends once. */
export function runStore(db: LedgerDb): RunStore {
  return {
    async begin(run) {
      const rows = await db
        .insert(runs)
        .values({ ...run, state: "running" })
        .returning({ id: runs.id });
      return rows[0]!.id;
    },

    async end(id, state, message, finishedAt) {
      const ended = await db
        .update(runs)
        .set({ state, message: message === null ? null : storable(message), finishedAt })
        .where(and(eq(runs.id, id), eq(runs.state, "running")))
        .returning({ id: runs.id });
      if (ended.length === 0)
        throw new AppError("conflict", `run ${id} is not running: it cannot end as ${state}`);
    },

    list: ({ model, limit }) =>
      db
        .select()
        .from(runs)
        .where(model === undefined ? undefined : eq(runs.model, model))
        .orderBy(desc(runs.id))
        .limit(limit),
  };
}

/** Ends the runs that a kill left running; returns how many. Call it once, before new runs begin. */
export async function endInterruptedRuns(db: LedgerDb, message: string, finishedAt: string): Promise<number> {
  const ended = await db
    .update(runs)
    .set({ state: "failed", message, finishedAt })
    .where(eq(runs.state, "running"))
    .returning({ id: runs.id });
  return ended.length;
}
