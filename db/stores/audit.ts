import { and, desc, eq } from "drizzle-orm";
import type { LedgerDb } from "../ledger/ledger.ts";
import { audit } from "../ledger/schema.ts";
import { storable } from "../ledger/storable.ts";
import type { AuditStore } from "./contract.ts";

/** Who did what to what. The table only grows: the ledger itself refuses changes and deletions. */
export function auditStore(db: LedgerDb): AuditStore {
  return {
    async write({ at, actor, action, object, detail }) {
      await db
        .insert(audit)
        .values({ at, actor: storable(actor), action, object: storable(object), detail: storable(detail) });
    },

    list: ({ actor, object, limit }) =>
      db
        .select()
        .from(audit)
        .where(
          and(
            actor === undefined ? undefined : eq(audit.actor, actor),
            object === undefined ? undefined : eq(audit.object, object),
          ),
        )
        .orderBy(desc(audit.id))
        .limit(limit),
  };
}
