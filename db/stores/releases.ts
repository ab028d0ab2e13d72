import { and, asc, between, inArray, sql } from "drizzle-orm";
import type { IsoDate } from "../../models/series/date.ts";
import type { LedgerDb } from "../ledger/ledger.ts";
import { releases } from "../ledger/schema.ts";
import type { ReleaseRecord, ReleaseStore } from "./contract.ts";

const PER_INSERT = 1000;

/** Publication events on record: what a source said on which day, and what was expected of it. */
export function releaseStore(db: LedgerDb): ReleaseStore {
  return {
    save: (records, recordedAt) => db.transaction((tx) => saveReleases(tx, records, recordedAt)),
    list({ from, to, indicators }: { from: IsoDate; to: IsoDate; indicators?: readonly string[] }) {
      const days = between(releases.releaseDate, from, to);
      return db
        .select({
          indicator: releases.indicator,
          region: releases.region,
          period: releases.period,
          releaseDate: releases.releaseDate,
          basis: releases.basis,
          actual: releases.actual,
          consensus: releases.consensus,
          previous: releases.previous,
          load: releases.load,
        })
        .from(releases)
        .where(indicators ? and(days, inArray(releases.indicator, [...indicators])) : days)
        .orderBy(
          asc(releases.releaseDate),
          asc(releases.indicator),
          asc(releases.region),
          asc(releases.period),
        );
    },
  };
}

/** Saves events, each once: a later record of the same event fills in what the first did not know. */
export async function saveReleases(
  db: LedgerDb,
  records: readonly ReleaseRecord[],
  recordedAt: string,
): Promise<void> {
  const once = new Map(records.map((r) => [`${r.indicator}@${r.region} ${r.period} ${r.releaseDate}`, r]));
  const rows = [...once.values()].map((r) => ({ ...r, recordedAt }));
  for (let from = 0; from < rows.length; from += PER_INSERT) {
    await db
      .insert(releases)
      .values(rows.slice(from, from + PER_INSERT))
      .onConflictDoUpdate({
        target: [releases.indicator, releases.region, releases.period, releases.releaseDate],
        set: {
          actual: sql`coalesce(excluded.actual, ${releases.actual})`,
          consensus: sql`coalesce(excluded.consensus, ${releases.consensus})`,
          previous: sql`coalesce(excluded.previous, ${releases.previous})`,
          load: sql`coalesce(excluded.load, ${releases.load})`,
        },
      });
  }
}
