import { closeSync, openSync, writeSync } from "node:fs";
import type { RefusedRow } from "../../../db/stores/contract.ts";
import type { EpochDay } from "../../../models/series/date.ts";
import { type ByteSource, readBytes, sizeOf } from "../document/byteSource.ts";
import { hashDocument } from "../document/hashDocument.ts";
import { type Opening, openDocument } from "../document/openDocument.ts";
import type { Refusals } from "../gate/refusals.ts";
import type { GateContext } from "../gate/rule.ts";
import { LONGEST_LINE, type TidyLayout, TidyReader } from "../read/tidyReader.ts";
import type { Known } from "../resolve/known.ts";
import { resolvePart } from "../resolve/resolvePart.ts";
import { rowBatch } from "../rowBatch.ts";

/** A batch as it travels between threads: its memory is shared, not copied. */
export interface SharedBatch {
  memory: SharedArrayBuffer;
  capacity: number;
  rows: number;
}

/** Refusals as they travel. */
export interface RefusalCounts {
  kept: readonly RefusedRow[];
  counts: Readonly<Record<string, number>>;
  rejected: number;
  quarantined: number;
}

export interface OpenTask {
  kind: "open";
  source: ByteSource;
  vintage: EpochDay | null;
  scratch: string;
}

/** SHA-256 of a document. */
export interface HashTask {
  kind: "hash";
  source: ByteSource;
}

/** Reads the lines that begin in `[from, to)` of a text. */
export interface BlockTask {
  kind: "block";
  text: ByteSource;
  layout: TidyLayout;
  from: number;
  to: number;
  /** true for the block right below the header: it begins with a line. */
  first: boolean;
}

export interface BlockResult {
  batch: SharedBatch;
  lines: number;
  read: number;
  refusals: RefusalCounts;
}

/** Resolves whole series and writes what is new to `path`. */
export interface ResolveTask {
  kind: "resolve";
  batches: readonly SharedBatch[];
  lineBase: readonly number[];
  seriesOf: Int32Array;
  seriesIds: Uint32Array;
  rowsOf: Uint32Array;
  known: Known;
  path: string;
}

export interface ResolveResult {
  accepted: number;
  unchanged: number;
  refusals: RefusalCounts;
}

export type Task = OpenTask | HashTask | BlockTask | ResolveTask;
export interface TaskResults {
  open: Opening;
  hash: string;
  block: BlockResult;
  resolve: ResolveResult;
}

/** What a thread keeps for the length of one load. */
export class LoadTasks {
  readonly #context: GateContext;
  #reader: TidyReader | null = null;
  /** Room for the bytes of a block, used again for the next. */
  #room: Uint8Array | undefined;

  constructor(context: GateContext) {
    this.#context = context;
  }

  async run(task: Task): Promise<TaskResults[Task["kind"]]> {
    if (task.kind === "open") return openDocument(task.source, task.vintage, task.scratch);
    if (task.kind === "hash") return hashDocument(task.source);
    return task.kind === "block" ? this.#block(task) : this.#resolve(task);
  }

  #block(task: BlockTask): BlockResult {
    // The layout is the same all through a load; the reader keeps what it has learnt of its cells.
    this.#reader ??= new TidyReader(task.layout, this.#context);
    if (task.text.kind === "file")
      this.#room ??= Buffer.allocUnsafeSlow(task.to - task.from + LONGEST_LINE + 2);
    const { bytes, from, to } = wholeLines(task, this.#room);
    const { batch, lines, read, refusals } = this.#reader.block(bytes, from, to);
    return {
      batch: { memory: batch.memory, capacity: batch.value.length, rows: batch.rows },
      lines,
      read,
      refusals: plain(refusals),
    };
  }

  #resolve(task: ResolveTask): ResolveResult {
    const file = openSync(task.path, "w", 0o600);
    try {
      const { accepted, unchanged, refusals } = resolvePart(
        {
          batches: task.batches.map((b) => rowBatch(b.capacity, b.rows, b.memory)),
          lineBase: task.lineBase,
          catalogue: this.#context.catalogue,
          seriesOf: task.seriesOf,
          seriesIds: task.seriesIds,
          rowsOf: task.rowsOf,
          known: task.known,
        },
        (block) => {
          for (let at = 0; at < block.length; ) at += writeSync(file, block, at);
        },
      );
      return { accepted, unchanged, refusals: plain(refusals) };
    } finally {
      closeSync(file);
    }
  }
}

const plain = ({ kept, counts, rejected, quarantined }: Refusals): RefusalCounts => ({
  kept,
  counts,
  rejected,
  quarantined,
});

/**
 * The bytes of the lines that begin in a block: a line belongs to the block that holds its first byte, so
 * the block's beginning is skipped up to a line's start and its last line is read to its end, or as far as
 * a line may go.
 */
function wholeLines(
  task: BlockTask,
  room: Uint8Array | undefined,
): { bytes: Uint8Array; from: number; to: number } {
  const lead = task.first ? 0 : 1;
  const size = sizeOf(task.text);
  const bytes = readBytes(task.text, task.from - lead, Math.min(size, task.to + LONGEST_LINE + 1), room);
  const inside = task.to - task.from + lead;
  const start = task.first ? 0 : bytes.indexOf(10) + 1;
  if ((start === 0 && !task.first) || start >= inside) return { bytes, from: 0, to: 0 };
  const end = task.to >= size ? bytes.length : bytes.indexOf(10, inside - 1) + 1;
  return { bytes, from: start, to: end === 0 ? bytes.length : end };
}
