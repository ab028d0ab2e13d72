import { inArray } from "drizzle-orm";
import type { LedgerDb } from "../ledger/ledger.ts";
import { series } from "../ledger/schema.ts";
import type { SeriesDirectory, SeriesKey } from "./contract.ts";

const BATCH = 1000;
const nameOf = (key: SeriesKey): string => `${key.indicator}@${key.region}`;

/** Which number stands for which series: read whole at start, then in memory; `ensure` adds through the ledger. */
export async function seriesDirectory(db: LedgerDb): Promise<SeriesDirectory> {
  const byName = new Map<string, number>();
  const byId = new Map<number, SeriesKey>();
  const learn = (rows: readonly { id: number; indicator: string; region: string }[]): void => {
    for (const { id, indicator, region } of rows) {
      byName.set(nameOf({ indicator, region }), id);
      byId.set(id, { indicator, region });
    }
  };
  learn(await db.select().from(series));

  async function register(keys: readonly SeriesKey[]): Promise<void> {
    for (let from = 0; from < keys.length; from += BATCH) {
      const batch = keys.slice(from, from + BATCH);
      learn(await db.insert(series).values(batch.map(plain)).onConflictDoNothing().returning());
      const elsewhere = batch.filter((key) => !byName.has(nameOf(key)));
      if (elsewhere.length > 0) learn(await othersRegistered(db, elsewhere));
    }
  }

  return {
    id: (key) => byName.get(nameOf(key)) ?? null,
    key: (id) => byId.get(id) ?? null,
    all: () => [...byId].map(([id, key]) => ({ id, key })),
    async ensure(keys) {
      const unknown = new Map(keys.filter((k) => !byName.has(nameOf(k))).map((k) => [nameOf(k), k]));
      if (unknown.size > 0) await register([...unknown.values()]);
      return keys.map((key) => byName.get(nameOf(key))!);
    },
  };
}

const plain = ({ indicator, region }: SeriesKey): SeriesKey => ({ indicator, region });

/** Series that somebody else registered between our last reading and now. */
function othersRegistered(db: LedgerDb, keys: readonly SeriesKey[]) {
  const ids = [...new Set(keys.map((k) => k.indicator))];
  return db.select().from(series).where(inArray(series.indicator, ids));
}
