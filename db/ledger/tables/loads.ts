import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { LoadState, RefusedRow } from "../../stores/contract.ts";
import { instant } from "../columns.ts";

/** One document on its way in: the receipt. Opened as `loading`, ended exactly once. */
export const loads = pgTable(
  "loads",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    connector: text().notNull(),
    document: text().notNull(),
    hash: text().notNull(),
    state: text().$type<LoadState>().notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    startedBy: text("started_by").notNull(),
    read: integer().notNull().default(0),
    accepted: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    rejected: integer().notNull().default(0),
    quarantined: integer().notNull().default(0),
    message: text(),
    simulated: boolean().notNull(),
  },
  (t) => [
    // The same document through the same connector is on its way or in once, never twice.
    uniqueIndex("loads_document_once")
      .on(t.connector, t.hash)
      .where(sql`${t.state} in ('loading', 'committed')`),
    index("loads_by_state").on(t.state),
    check("loads_state", sql`${t.state} in ('loading', 'committed', 'failed', 'rolled-back')`),
    check("loads_finished", sql`(${t.state} = 'loading') = (${t.finishedAt} is null)`),
  ],
);

/** Rows that did not go in as they came, in the words the person who sent them reads. */
export const loadRefusals = pgTable(
  "load_refusals",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    load: integer()
      .notNull()
      .references(() => loads.id),
    kind: text().$type<RefusedRow["kind"]>().notNull(),
    line: integer().notNull(),
    column: text("column_name").notNull(),
    found: text().notNull(),
    needed: text().notNull(),
    rule: text().notNull(),
    observation: text(),
  },
  (t) => [
    index("load_refusals_by_load").on(t.load, t.line),
    check("load_refusals_kind", sql`${t.kind} in ('rejected', 'quarantined')`),
  ],
);
