import {
  GAP_REASONS,
  type GapReason,
  STATUSES,
  type Status,
  VINTAGE_BASES,
  type VintageBasis,
} from "../../models/series/observation.ts";

/**
 * Observations as columns of equal length, ready for the engine. Days are epoch days (`models/series/date.ts`).
 * `status`, `reason` and `basis` hold codes (`statusCode`, `reasonCode`, `basisCode`). Where status is
 * `missing` the value must be 0: it is stored but never read as a number.
 */
export interface ObservationColumns {
  seriesId: Uint32Array;
  /** First day of the period. */
  start: Int32Array;
  /** Last day of the period, included. */
  end: Int32Array;
  vintage: Int32Array;
  value: Float64Array;
  status: Uint8Array;
  reason: Uint8Array;
  basis: Uint8Array;
}

/** The code of a figure that needs no reason. */
export const NO_REASON = 255;

/** Place in STATUSES. */
export const statusCode = (status: Status): number => STATUSES.indexOf(status);
/** Place in GAP_REASONS; NO_REASON for null. */
export const reasonCode = (reason: GapReason | null): number =>
  reason === null ? NO_REASON : GAP_REASONS.indexOf(reason);
/** Place in VINTAGE_BASES. */
export const basisCode = (basis: VintageBasis): number => VINTAGE_BASES.indexOf(basis);

/** The columns of a load file, in order: name and type in table `observations`, and the field they come from. */
export const LOAD_COLUMNS = [
  ["series_id", "UInt32", "seriesId"],
  ["period_start", "Date32", "start"],
  ["period_end", "Date32", "end"],
  ["vintage", "Date32", "vintage"],
  ["value", "Float64", "value"],
  ["status", "UInt8", "status"],
  ["reason", "UInt8", "reason"],
  ["vintage_basis", "UInt8", "basis"],
] as const satisfies readonly (readonly [string, string, keyof ObservationColumns])[];

/** Columns with room for `rows` observations; fill them, then encode the part that is filled. */
export function observationColumns(rows: number): ObservationColumns {
  return {
    seriesId: new Uint32Array(rows),
    start: new Int32Array(rows),
    end: new Int32Array(rows),
    vintage: new Int32Array(rows),
    value: new Float64Array(rows),
    status: new Uint8Array(rows),
    reason: new Uint8Array(rows),
    basis: new Uint8Array(rows),
  };
}

/**
 * Encodes the first `rows` observations as one block of ClickHouse's binary column format (`FORMAT Native`:
 * column count, row count, then per column its name, type and little-endian values). Blocks are simply
 * appended to a load file; 50,000 to 500,000 rows a block serve the engine best. Neither load number nor
 * time of loading is in the file: the step that appends the load adds them. Pure; fit for a worker thread.
 * Throws a RangeError when a column is shorter than `rows`.
 */
export function encodeObservations(columns: ObservationColumns, rows: number): Uint8Array {
  if (rows === 0) return new Uint8Array(0);
  const heads = LOAD_COLUMNS.map(([name, type]) => [...text(name), ...text(type)]);
  const front = [...varint(LOAD_COLUMNS.length), ...varint(rows)];
  const size = LOAD_COLUMNS.reduce(
    (sum, [, , field], i) => sum + heads[i]!.length + columns[field].BYTES_PER_ELEMENT * rows,
    front.length,
  );
  const block = new Uint8Array(size);
  block.set(front);
  let at = front.length;
  LOAD_COLUMNS.forEach(([name, , field], i) => {
    const column = columns[field];
    if (column.length < rows) throw new RangeError(`${name} has ${column.length} values; ${rows} needed`);
    block.set(heads[i]!, at);
    at += heads[i]!.length;
    const bytes = column.BYTES_PER_ELEMENT * rows;
    block.set(new Uint8Array(column.buffer, column.byteOffset, bytes), at);
    at += bytes;
  });
  return block;
}

function varint(n: number): number[] {
  const bytes: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

function text(ascii: string): number[] {
  return [...varint(ascii.length), ...Array.from(ascii, (c) => c.charCodeAt(0))];
}
