import { asc, sql } from "drizzle-orm";
import type { LedgerDb } from "../ledger/ledger.ts";
import { lightBounds } from "../ledger/schema.ts";
import type { BoundsStore, LightBounds } from "./contract.ts";

const PER_INSERT = 500;

/** Light bounds as dated data. Saving the row of a day again replaces it; earlier days stay in force for the past. */
export function boundsStore(db: LedgerDb): BoundsStore {
  return {
    async all() {
      const rows = await db
        .select()
        .from(lightBounds)
        .orderBy(asc(lightBounds.preset), asc(lightBounds.indicator), asc(lightBounds.validFrom));
      return rows.map((row) => ({ ...row, bounds: row.bounds as unknown as LightBounds["bounds"] }));
    },

    save: (rows) =>
      db.transaction(async (tx) => {
        for (let from = 0; from < rows.length; from += PER_INSERT) {
          const batch = rows
            .slice(from, from + PER_INSERT)
            .map((row) => ({ ...row, bounds: [...row.bounds] }));
          await tx
            .insert(lightBounds)
            .values(batch)
            .onConflictDoUpdate({
              target: [lightBounds.preset, lightBounds.indicator, lightBounds.validFrom],
              set: {
                bounds: sql`excluded.bounds`,
                methodZh: sql`excluded.method_zh`,
                methodEn: sql`excluded.method_en`,
                approvedBy: sql`excluded.approved_by`,
              },
            });
        }
      }),
  };
}
