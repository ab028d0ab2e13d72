import { LOAD_COLUMNS } from "./encodeObservations.ts";
import { latestSql } from "./figureSql.ts";
import type { Clickhouse } from "./openClickhouse.ts";
import { createStage, deleteRows, dropStage, stageName } from "./staging.ts";

/** Blocks of a load: files written by `encodeObservations`, or blocks as they are made. */
export type LoadBlocks = { files: readonly string[] } | { blocks: Iterable<Uint8Array> };

const COLUMNS = LOAD_COLUMNS.map(([name]) => name);
/** Files go in two at a time: the engine reads one file on one core. */
const AT_ONCE = 2;
/** A derivation walks whole series in the order of the key; it needs no more memory for more rows. */
const DERIVE = { max_memory_usage: "4000000000", optimize_read_in_order: 1 } as const;

/**
 * Appends a load so that readers see nothing of it or all of it. Its rows and the rows of `latest` that follow
 * from them are made in tables of their own; then both are handed over, one right after the other.
 * Returns rows written. On failure nothing is left behind; after a kill `discardLoad` clears up.
 */
export async function appendLoad(
  clickhouse: Clickhouse,
  load: number,
  blocks: LoadBlocks,
  loadedAt: number,
): Promise<number> {
  const stage = await createStage(clickhouse, "observations", load, {
    load_id: String(load),
    loaded_at: `fromUnixTimestamp64Milli(${loadedAt}, 'UTC')`,
  });
  try {
    await insertBlocks(clickhouse, stage.name, blocks);
    const rows = await countRows(clickhouse, stage.name);
    if (rows === 0) return 0;
    const latest = await createStage(clickhouse, "latest", load);
    try {
      const version = await nextVersion(clickhouse);
      await clickhouse.run(latestSql(latest.name, { stage: stage.name }, version, load), {
        settings: DERIVE,
      });
      await stage.move();
      await latest.move();
    } finally {
      await latest.drop();
    }
    return rows;
  } finally {
    await stage.drop();
  }
}

async function insertBlocks(clickhouse: Clickhouse, table: string, blocks: LoadBlocks): Promise<void> {
  if ("blocks" in blocks) {
    for (const bytes of blocks.blocks) await clickhouse.insert(table, COLUMNS, { bytes });
    return;
  }
  const left = [...blocks.files];
  const worker = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift())
      await clickhouse.insert(table, COLUMNS, { file });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Removes a load that did not become final: its rows, its tables, and what it did to `latest`. Safe to repeat,
 * also after being killed half-way. Returns rows removed from observations.
 */
export async function discardLoad(clickhouse: Clickhouse, load: number): Promise<number> {
  await dropStage(clickhouse, stageName("observations", load));
  await dropStage(clickhouse, stageName("latest", load));
  const params = { load };
  const rows = await countRows(clickhouse, "observations WHERE load_id = {load:UInt32}", params);
  const touched = await clickhouse.read(
    `SELECT DISTINCT series_id FROM (
       SELECT series_id FROM observations WHERE load_id = {load:UInt32}
       UNION ALL SELECT series_id FROM latest WHERE load_id = {load:UInt32})`,
    { params, limits: WHOLE_BASE },
  );
  if (touched.rows === 0) return 0;
  if (rows > 0) await deleteRows(clickhouse, "observations", load);
  const ids = Array.from(touched.numbers("series_id"));
  const version = await nextVersion(clickhouse);
  await clickhouse.run(latestSql("latest", { ids: true }, version, 0), { params: { ids }, settings: DERIVE });
  // Rows of the load are now either outdated by the repair or about series that hold nothing any more.
  await deleteRows(clickhouse, "latest", load);
  return rows;
}

/** Makes `latest` anew from observations and puts it in place in one step. */
export async function rebuildLatest(clickhouse: Clickhouse): Promise<void> {
  const stage = await createStage(clickhouse, "latest", 0);
  try {
    const version = await nextVersion(clickhouse);
    await clickhouse.run(latestSql(stage.name, "everything", version, 0), { settings: DERIVE });
    await stage.replace();
  } finally {
    await stage.drop();
  }
}

/** What housekeeping may read; readers' limits are for readers. */
export const WHOLE_BASE = { seconds: 600, readRows: 1e12, resultRows: 50_000_000, memoryBytes: 4e9 };

async function countRows(
  clickhouse: Clickhouse,
  from: string,
  params: Readonly<Record<string, number>> = {},
): Promise<number> {
  const count = await clickhouse.read(`SELECT count() AS n FROM ${from}`, { params, limits: WHOLE_BASE });
  return count.numbers("n")[0]!;
}

async function nextVersion(clickhouse: Clickhouse): Promise<number> {
  const max = await clickhouse.read("SELECT max(version) AS n FROM latest", { limits: WHOLE_BASE });
  return max.numbers("n")[0]! + 1;
}
