import { and, desc, eq, getTableColumns, inArray, lt, lte, sql } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { runs } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import type { RunStore } from "./contract.ts";

/** Runs looked through for what stands unsettled: some months of releases. */
const LOOKED_THROUGH = 20_000;

const { inputs: _inputs, parameters: _parameters, ...HEAD } = getTableColumns(runs);

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

    async end(id, state, message, finishedAt, inputs) {
      const ended = await db
        .update(runs)
        .set({
          state,
          message: message === null ? null : storable(message),
          finishedAt,
          ...(inputs && { inputs }),
        })
        .where(and(eq(runs.id, id), eq(runs.state, "running")))
        .returning({ id: runs.id });
      if (ended.length === 0)
        throw new AppError("conflict", `run ${id} is not running: it cannot end as ${state}`);
    },

    list: ({ model, kind, state, parent, asOf, before, limit }) =>
      db
        .select(HEAD)
        .from(runs)
        .where(
          and(
            model === undefined ? undefined : eq(runs.model, storable(model)),
            kind === undefined ? undefined : eq(runs.kind, storable(kind)),
            state === undefined ? undefined : eq(runs.state, state),
            parent === undefined ? undefined : eq(runs.parent, parent),
            asOf === undefined ? undefined : lte(runs.asOf, asOf),
            before === undefined ? undefined : lt(runs.id, before),
          ),
        )
        .orderBy(desc(runs.id))
        .limit(limit),

    async get(id) {
      const rows = await db.select().from(runs).where(eq(runs.id, id));
      return rows[0] ?? null;
    },

    async unsettled() {
      const last = await db
        .selectDistinctOn([runs.kind, runs.model, runs.indicator], HEAD)
        .from(runs)
        .where(
          and(
            inArray(runs.state, ["done", "failed", "refused"]),
            sql`${runs.id} > (select max(${runs.id}) from ${runs}) - ${LOOKED_THROUGH}`,
          ),
        )
        .orderBy(runs.kind, runs.model, runs.indicator, desc(runs.asOf), desc(runs.id));
      return last.filter((r) => r.state !== "done").toSorted((a, b) => b.id - a.id);
    },
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
