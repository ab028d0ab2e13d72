import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema.ts";

/** The handle every store works on: the ledger itself or a transaction in it, on either engine. */
export type LedgerDb = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Ledger {
  db: LedgerDb;
  engine: "pglite" | "postgresql";
  close(): Promise<void>;
}
