import { notInArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Agency } from "../../models/indicators/agency.ts";
import type { Indicator } from "../../models/indicators/indicator.ts";
import type { Region } from "../../models/indicators/region.ts";
import type { LedgerDb } from "./ledger.ts";
import { pinyinKeys } from "./pinyinKeys.ts";
import { agencies, indicators, regions } from "./schema.ts";

export interface Catalogue {
  indicators: readonly Indicator[];
  regions: readonly Region[];
  agencies: readonly Agency[];
}

const PER_INSERT = 300;

/**
 * Brings the ledger's catalogue to the shipped packs, in one transaction: new entries are added, changed ones
 * follow, entries no longer shipped are marked retired and stay, because figures refer to them.
 */
export async function syncCatalogue(db: LedgerDb, catalogue: Catalogue): Promise<void> {
  await db.transaction(async (tx) => {
    await bring(tx, agencies, agencies.id, catalogue.agencies.map(agencyRow));
    await bring(tx, regions, regions.code, catalogue.regions.map(regionRow));
    await bring(tx, indicators, indicators.id, catalogue.indicators.map(indicatorRow));
  });
}

const agencyRow = (a: Agency) => ({
  id: a.id,
  nameZh: a.name.zh,
  nameEn: a.name.en,
  homepage: a.homepage,
  passport: a,
});

function regionRow(r: Region) {
  const keys = pinyinKeys(r.name.zh);
  return {
    code: r.code,
    nameZh: r.name.zh,
    nameEn: r.name.en,
    kind: r.kind,
    parent: r.parent,
    pinyin: keys.full,
    initials: keys.initials,
    passport: r,
  };
}

function indicatorRow(i: Indicator) {
  const keys = pinyinKeys(i.name.zh);
  return {
    id: i.id,
    nameZh: i.name.zh,
    nameEn: i.name.en,
    shortZh: i.short.zh,
    shortEn: i.short.en,
    pinyin: keys.full,
    initials: keys.initials,
    agency: i.agency,
    frequency: i.frequency,
    unit: i.unit,
    measure: i.measure,
    basis: i.basis,
    adjustment: i.adjustment,
    sourceClass: i.sourceClass,
    subject: i.subject,
    themes: [...i.themes],
    grade: i.grade,
    sharing: i.sharing,
    simulated: i.simulated === true,
    passport: i,
  };
}

/** Writes the rows over those of the same key, and marks every other row of the table retired. */
async function bring<T extends PgTable & { retired: PgColumn }>(
  tx: LedgerDb,
  table: T,
  key: PgColumn,
  rows: readonly (T["$inferInsert"] & object)[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = table as unknown as Readonly<Record<string, PgColumn>>;
  const set: Record<string, SQL | boolean> = { retired: false };
  for (const name of names) set[name] = sql`excluded.${sql.identifier(columns[name]!.name)}`;
  for (let from = 0; from < rows.length; from += PER_INSERT) {
    await tx
      .insert(table)
      .values(rows.slice(from, from + PER_INSERT) as T["$inferInsert"][])
      .onConflictDoUpdate({ target: key, set: set as never });
  }
  const kept = rows.map((row) => (row as Readonly<Record<string, string>>)[fieldOf(columns, key)]!);
  await tx
    .update(table)
    .set({ retired: true } as never)
    .where(kept.length === 0 ? undefined : notInArray(key, kept));
}

/** The field of the rows that a column is written from. */
function fieldOf(columns: Readonly<Record<string, PgColumn>>, column: PgColumn): string {
  return Object.keys(columns).find((name) => columns[name] === column)!;
}
