import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { RunInFull, RunState } from "../../stores/contract.ts";
import { instant } from "../columns.ts";

/** Light bounds as dated data: in force from `valid_from` until the next row of the same preset and indicator. */
export const lightBounds = pgTable(
  "light_bounds",
  {
    preset: text().notNull(),
    indicator: text().notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    bounds: doublePrecision().array().notNull(),
    methodZh: text("method_zh").notNull(),
    methodEn: text("method_en").notNull(),
    approvedBy: text("approved_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.preset, t.indicator, t.validFrom] }),
    check("light_bounds_four", sql`cardinality(${t.bounds}) = 4`),
    check(
      "light_bounds_ordered",
      sql`${t.bounds}[1] <= ${t.bounds}[2] and ${t.bounds}[2] <= ${t.bounds}[3] and ${t.bounds}[3] <= ${t.bounds}[4]`,
    ),
  ],
);

/** One piece of computing: what ran, on which data, with which code and seed, and how it ended. */
export const runs = pgTable(
  "runs",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    model: text(),
    indicator: text(),
    parent: integer(),
    version: text(),
    inputs: jsonb().$type<RunInFull["inputs"]>(),
    parameters: jsonb().$type<RunInFull["parameters"]>(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    seed: bigint({ mode: "number" }).notNull(),
    dataVersion: text("data_version").notNull(),
    codeVersion: text("code_version").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    state: text().$type<RunState>().notNull(),
    message: text(),
  },
  (t) => [
    index("runs_by_model").on(t.model, t.id),
    index("runs_by_parent").on(t.parent, t.id),
    check("runs_state", sql`${t.state} in ('running', 'done', 'refused', 'failed', 'cancelled')`),
  ],
);
