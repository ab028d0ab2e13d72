import { eq, sql } from "drizzle-orm";
import type { LedgerDb } from "../ledger/ledger.ts";
import { settings } from "../ledger/schema.ts";
import type { SettingsStore } from "./contract.ts";

/** What the base remembers about itself, one JSON value a key. */
export function settingsStore(db: LedgerDb): SettingsStore {
  return {
    async get(key) {
      const rows = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
      return rows[0]?.value ?? null;
    },
    async set(key, value) {
      await db
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
    },
  };
}
