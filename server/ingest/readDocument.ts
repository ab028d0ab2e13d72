import type { RefusedRow } from "../../db/stores/contract.ts";
import { sizeOf } from "./document/byteSource.ts";
import { DocumentError } from "./document/documentFault.ts";
import type { OpenedDocument } from "./document/openDocument.ts";
import { KEPT_REFUSALS } from "./gate/refusals.ts";
import { rowBatch } from "./rowBatch.ts";
import type { Runner } from "./threads/runner.ts";
import type { RefusalCounts, SharedBatch } from "./threads/tasks.ts";

/** Bytes of one block: some hundred thousand rows, read in a quarter of a second. */
const BLOCK_BYTES = 8 << 20;
/** Rows of one load: at 33 bytes each they are held in memory until their series are known. */
export const MOST_ROWS = 25_000_000;

/** All rows of a document that passed the rules over single rows. */
export interface ReadDocument {
  batches: SharedBatch[];
  /** Added to the lines of each batch. */
  lineBase: number[];
  /** Rows of each series of the gate's catalogue. */
  perSeries: Uint32Array;
  read: number;
  refusals: RefusalCounts;
}

/** Adds up refusals of parts; keeps the first rows by line. */
export function joinRefusals(parts: readonly RefusalCounts[]): RefusalCounts {
  const counts: Record<string, number> = {};
  for (const part of parts)
    for (const [rule, n] of Object.entries(part.counts)) counts[rule] = (counts[rule] ?? 0) + n;
  return {
    kept: parts
      .flatMap((p) => p.kept)
      .sort((a, b) => a.line - b.line)
      .slice(0, KEPT_REFUSALS),
    counts,
    rejected: parts.reduce((sum, p) => sum + p.rejected, 0),
    quarantined: parts.reduce((sum, p) => sum + p.quarantined, 0),
  };
}

const moved = (row: RefusedRow, by: number): RefusedRow => ({ ...row, line: row.line + by });

/** Reads an opened document block by block, as many at a time as the runner has threads. */
export async function readDocument(
  document: OpenedDocument,
  runner: Runner,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
  seriesCount: number,
): Promise<ReadDocument> {
  const { text, layout } = document;
  const size = sizeOf(text);
  const blocks = Math.max(1, Math.ceil((size - document.from) / BLOCK_BYTES));
  const results: Awaited<ReturnType<typeof readBlock>>[] = [];
  const readBlock = (block: number) => {
    const from = document.from + block * BLOCK_BYTES;
    const to = Math.min(size, from + BLOCK_BYTES);
    return runner.run({ kind: "block", text, layout, from, to, first: block === 0 });
  };
  let next = 0;
  let done = 0;
  let rows = 0;
  const perSeries = new Uint32Array(seriesCount);
  const lane = async (): Promise<void> => {
    while (next < blocks) {
      signal?.throwIfAborted();
      const block = next++;
      const result = await readBlock(block);
      // Texts of refusals that lie behind enough others are dropped: a hostile document shall not fill the memory.
      const before = results.slice(0, block).reduce((sum, r) => sum + (r?.refusals.kept.length ?? 0), 0);
      results[block] = before >= KEPT_REFUSALS ? withoutTexts(result) : result;
      countSeries(result.batch, perSeries);
      rows += result.batch.rows;
      if (rows > MOST_ROWS)
        throw new DocumentError({ id: "too-big", found: `> ${MOST_ROWS} rows`, needed: `${MOST_ROWS} rows` });
      onProgress(Math.min(size, (++done * size) / blocks), size);
    }
  };
  await Promise.all(Array.from({ length: runner.width }, lane));
  return { ...joined(results, document.firstLine), perSeries };
}

/** Adds the rows of each series of a batch. */
export function countSeries(batch: SharedBatch, perSeries: Uint32Array): void {
  const { series } = rowBatch(batch.capacity, batch.rows, batch.memory);
  for (let i = 0; i < batch.rows; i++) perSeries[series[i]!]!++;
}

function withoutTexts<T extends { refusals: RefusalCounts }>(result: T): T {
  return { ...result, refusals: { ...result.refusals, kept: [] } };
}

function joined(
  results: readonly { batch: SharedBatch; lines: number; read: number; refusals: RefusalCounts }[],
  firstLine: number,
): Omit<ReadDocument, "perSeries"> {
  const lineBase: number[] = [];
  const refusals: RefusalCounts[] = [];
  let base = firstLine - 1;
  for (const { lines, refusals: own } of results) {
    lineBase.push(base);
    refusals.push({ ...own, kept: own.kept.map((row) => moved(row, base)) });
    base += lines;
  }
  return {
    batches: results.map((r) => r.batch),
    lineBase,
    read: results.reduce((sum, r) => sum + r.read, 0),
    refusals: joinRefusals(refusals),
  };
}
