/**
 * Rows of a document as columns in shared memory: read in one thread, judged and resolved in others,
 * never copied. Days are epoch days; codes are places in the lists of models/series/observation.ts.
 */
export interface RowBatch {
  /** Rows in use; the arrays may be longer. */
  rows: number;
  memory: SharedArrayBuffer;
  value: Float64Array;
  /** indicator × regions + region, places of the gate's catalogue. */
  series: Int32Array;
  start: Int32Array;
  end: Int32Array;
  vintage: Int32Array;
  /** 1-based line, counted from the first line of the block the row was read from. */
  line: Int32Array;
  status: Uint8Array;
  /** NO_REASON (255) where there is none. */
  reason: Uint8Array;
  basis: Uint8Array;
  /** 1 where the value cell held no figure. */
  blank: Uint8Array;
}

/** Bytes of one row: a double, five 32-bit and four 8-bit columns. */
const ROW_BYTES = 8 + 5 * 4 + 4;

/** Lays the columns of `capacity` rows over one piece of memory, new or shared by another thread. */
export function rowBatch(capacity: number, rows = 0, memory?: SharedArrayBuffer): RowBatch {
  const room = memory ?? new SharedArrayBuffer(Math.max(1, capacity) * ROW_BYTES);
  let at = 0;
  const take = (bytes: number): number => {
    at += bytes * capacity;
    return at - bytes * capacity;
  };
  return {
    rows,
    memory: room,
    value: new Float64Array(room, take(8), capacity),
    series: new Int32Array(room, take(4), capacity),
    start: new Int32Array(room, take(4), capacity),
    end: new Int32Array(room, take(4), capacity),
    vintage: new Int32Array(room, take(4), capacity),
    line: new Int32Array(room, take(4), capacity),
    status: new Uint8Array(room, take(1), capacity),
    reason: new Uint8Array(room, take(1), capacity),
    basis: new Uint8Array(room, take(1), capacity),
    blank: new Uint8Array(room, take(1), capacity),
  };
}

/** The same rows with room for twice as many. */
export function widened(batch: RowBatch): RowBatch {
  const wider = rowBatch(batch.value.length * 2, batch.rows);
  for (const column of COLUMNS) wider[column].set(batch[column]);
  return wider;
}

const COLUMNS = [
  "value",
  "series",
  "start",
  "end",
  "vintage",
  "line",
  "status",
  "reason",
  "basis",
  "blank",
] as const satisfies readonly (keyof RowBatch)[];

/** Keeps the rows that `refused` does not mark, in order; returns how many remain. */
export function dropRefused(batch: RowBatch, refused: Uint8Array): number {
  let kept = 0;
  for (let i = 0; i < batch.rows; i++) {
    if (refused[i] !== 0) continue;
    if (kept !== i) {
      batch.value[kept] = batch.value[i]!;
      batch.series[kept] = batch.series[i]!;
      batch.start[kept] = batch.start[i]!;
      batch.end[kept] = batch.end[i]!;
      batch.vintage[kept] = batch.vintage[i]!;
      batch.line[kept] = batch.line[i]!;
      batch.status[kept] = batch.status[i]!;
      batch.reason[kept] = batch.reason[i]!;
      batch.basis[kept] = batch.basis[i]!;
      batch.blank[kept] = batch.blank[i]!;
    }
    kept++;
  }
  batch.rows = kept;
  return kept;
}
