import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { AppError } from "../../models/errors.ts";
import { isDuplicate } from "../ledger/isViolation.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { loadRefusals, loads } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import type { LoadReceipt, LoadState, LoadStore, RefusedRow } from "./contract.ts";
import { saveReleases } from "./releases.ts";

const REFUSED_PER_INSERT = 1000;

/** Receipts of documents. A load ends once: committing, failing or undoing an ended load is a conflict. */
export function loadStore(db: LedgerDb): LoadStore {
  return {
    async begin(load) {
      try {
        const rows = await db
          .insert(loads)
          .values({ ...load, document: storable(load.document), state: "loading" })
          .returning({ id: loads.id });
        return rows[0]!.id;
      } catch (error) {
        if (!isDuplicate(error, "loads_document_once")) throw error;
        throw new AppError("conflict", await whoHasIt(db, load), { cause: error });
      }
    },

    async committedByHash(hash, connector) {
      const same = and(eq(loads.hash, hash), eq(loads.state, "committed"));
      const where = connector === undefined ? same : and(same, eq(loads.connector, connector));
      const rows = await db.select().from(loads).where(where).orderBy(asc(loads.id)).limit(1);
      return rows[0] ?? null;
    },

    commit(load, { refused, releases, ...result }) {
      return db.transaction(async (tx) => {
        const receipt = await end(tx, load, { ...result, state: "committed" });
        await keepRefused(tx, load, refused);
        await saveReleases(
          tx,
          (releases ?? []).map((r) => ({ ...r, load })),
          result.finishedAt,
        );
        return receipt;
      });
    },

    fail(load, message, finishedAt, refused = []) {
      return db.transaction(async (tx) => {
        const receipt = await end(tx, load, { state: "failed", message, finishedAt });
        await keepRefused(tx, load, refused);
        return receipt;
      });
    },

    interrupted: () => db.select().from(loads).where(eq(loads.state, "loading")).orderBy(asc(loads.id)),
    rolledBack: (load, message, finishedAt) => end(db, load, { state: "rolled-back", message, finishedAt }),
    list: (limit) => db.select().from(loads).orderBy(desc(loads.id)).limit(limit),

    async get(load) {
      const rows = await db.select().from(loads).where(eq(loads.id, load));
      if (!rows[0]) return null;
      const refused = await db
        .select({
          kind: loadRefusals.kind,
          line: loadRefusals.line,
          column: loadRefusals.column,
          found: loadRefusals.found,
          needed: loadRefusals.needed,
          rule: loadRefusals.rule,
          observation: loadRefusals.observation,
        })
        .from(loadRefusals)
        .where(eq(loadRefusals.load, load))
        .orderBy(asc(loadRefusals.line), asc(loadRefusals.id));
      return { receipt: rows[0], refused };
    },

    async dataVersion() {
      const rows = await db.select({ n: count() }).from(loads).where(eq(loads.state, "committed"));
      return String(rows[0]!.n);
    },
  };
}

type Ending = Partial<LoadReceipt> & { state: Exclude<LoadState, "loading">; finishedAt: string };

/** Ends a load that is still open, and only such a one. */
async function end(db: LedgerDb, load: number, ending: Ending): Promise<LoadReceipt> {
  const message = ending.message == null ? null : storable(ending.message);
  const rows = await db
    .update(loads)
    .set({ ...ending, message })
    .where(and(eq(loads.id, load), eq(loads.state, "loading")))
    .returning();
  if (rows[0]) return rows[0];
  const found = await db.select({ state: loads.state }).from(loads).where(eq(loads.id, load));
  if (!found[0]) throw new AppError("not-found", `there is no load ${load}`);
  throw new AppError(
    "conflict",
    `load ${load} cannot become ${ending.state}: it is ${found[0].state} already`,
  );
}

async function keepRefused(db: LedgerDb, load: number, refused: readonly RefusedRow[]): Promise<void> {
  for (let from = 0; from < refused.length; from += REFUSED_PER_INSERT) {
    const batch = refused.slice(from, from + REFUSED_PER_INSERT).map((row) => ({
      load,
      kind: row.kind,
      line: row.line,
      column: storable(row.column),
      found: storable(row.found),
      needed: storable(row.needed),
      rule: row.rule,
      observation: row.observation,
    }));
    await db.insert(loadRefusals).values(batch);
  }
}

async function whoHasIt(db: LedgerDb, load: { connector: string; hash: string }): Promise<string> {
  const rows = await db
    .select()
    .from(loads)
    .where(
      and(
        eq(loads.connector, load.connector),
        eq(loads.hash, load.hash),
        inArray(loads.state, ["loading", "committed"]),
      ),
    );
  const other = rows[0];
  if (!other) return "this document was being loaded by another load that has just ended; try again";
  return other.state === "committed"
    ? `this document was loaded before: load ${other.id}, “${other.document}”, finished ${other.finishedAt}`
    : `this document is being loaded now: load ${other.id}, “${other.document}”, started ${other.startedAt}`;
}
