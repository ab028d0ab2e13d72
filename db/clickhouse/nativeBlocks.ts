/**
 * ClickHouse's binary column format (`FORMAT Native`) for the types our tables use, both ways. A block is
 * column count, row count (varints), then per column name, type and values one after another, little-endian.
 * Reading 100,000 figures costs a copy of the bytes, no object per row.
 *
 *   UInt8 UInt32 UInt64 Int32 Float64     numbers (UInt64 up to 2⁵³)
 *   Date32                                epoch days
 *   DateTime64(3, 'UTC')                  epoch milliseconds
 *   String                                texts
 *   Array(T)                              one list per row
 */
export type Cell = number | string | Cell[];
export type Column = ArrayLike<number> | readonly Cell[];

/** The answer of a query: columns of equal length by name. */
export interface Columns {
  rows: number;
  /** A column of numbers; throws a RangeError when the answer has none of that name. */
  numbers(name: string): ArrayLike<number>;
  texts(name: string): readonly string[];
  lists(name: string): readonly (readonly number[])[];
}

/** Decodes any number of blocks, one after another. Throws a RangeError on a type that is not listed above. */
export function decodeBlocks(bytes: Uint8Array): Columns {
  const cursor = new Cursor(bytes);
  const parts = new Map<string, Column[]>();
  let rows = 0;
  while (!cursor.done) {
    const columns = cursor.varint();
    const length = cursor.varint();
    rows += length;
    for (let i = 0; i < columns; i++) {
      const name = cursor.text();
      const type = cursor.text();
      const list = parts.get(name) ?? [];
      parts.set(name, list);
      if (length > 0) list.push(readColumn(cursor, type, length));
    }
  }
  const joined = new Map<string, Column>();
  const column = (name: string): Column => {
    const done = joined.get(name);
    if (done) return done;
    const found = parts.get(name);
    if (!found && rows > 0)
      throw new RangeError(`the answer has no column ${name}; it has ${[...parts.keys()].join(", ")}`);
    const whole = join(found ?? [], rows);
    joined.set(name, whole);
    return whole;
  };
  return {
    rows,
    numbers: (name) => column(name) as ArrayLike<number>,
    texts: (name) => column(name) as readonly string[],
    lists: (name) => column(name) as readonly (readonly number[])[],
  };
}

function join(parts: readonly Column[], rows: number): Column {
  if (parts.length === 1) return parts[0]!;
  const first = parts[0];
  const whole: { length: number; [row: number]: Cell } =
    first !== undefined && ArrayBuffer.isView(first)
      ? new (first.constructor as new (length: number) => Float64Array)(rows)
      : [];
  let at = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) whole[at++] = part[i]!;
  if (at !== rows) throw new RangeError(`a column has ${at} of ${rows} values`);
  return whole as Column;
}

function readColumn(cursor: Cursor, type: string, length: number): Column {
  const fixed = FIXED[type];
  if (fixed) return fixed.read(cursor.take(length * fixed.size), length);
  if (type === "String") return Array.from({ length }, () => cursor.text());
  const inner = /^Array\((.+)\)$/.exec(type)?.[1];
  if (inner === undefined) throw new RangeError(`cannot read a column of type ${type}`);
  const ends = FIXED.UInt64!.read(cursor.take(length * 8), length);
  const cells = readColumn(cursor, inner, length === 0 ? 0 : ends[length - 1]!);
  let from = 0;
  return Array.from({ length }, (_, row) => {
    const list: Cell[] = [];
    for (; from < ends[row]!; from++) list.push(cells[from]!);
    return list;
  });
}

interface Fixed {
  size: number;
  read(bytes: Uint8Array<ArrayBuffer>, length: number): ArrayLike<number>;
  write(values: ArrayLike<number>): Uint8Array;
}

const bytesOf = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const wide: Fixed = {
  size: 8,
  read: (bytes) => Float64Array.from(new BigInt64Array(bytes.buffer), Number),
  write: (values) => bytesOf(BigInt64Array.from(Array.from(values), (v) => BigInt(Math.round(v)))),
};

const FIXED: Readonly<Record<string, Fixed>> = {
  UInt8: { size: 1, read: (b) => b, write: (v) => Uint8Array.from(v) },
  UInt32: { size: 4, read: (b) => new Uint32Array(b.buffer), write: (v) => bytesOf(Uint32Array.from(v)) },
  Int32: { size: 4, read: (b) => new Int32Array(b.buffer), write: (v) => bytesOf(Int32Array.from(v)) },
  Date32: { size: 4, read: (b) => new Int32Array(b.buffer), write: (v) => bytesOf(Int32Array.from(v)) },
  Float64: { size: 8, read: (b) => new Float64Array(b.buffer), write: (v) => bytesOf(Float64Array.from(v)) },
  UInt64: wide,
  "DateTime64(3, 'UTC')": wide,
};

/** One block from columns given as [name, type, values]. Throws a RangeError on unequal lengths. */
export function encodeBlock(columns: readonly (readonly [string, string, Column])[]): Uint8Array {
  const rows = columns[0]?.[2].length ?? 0;
  if (rows === 0) return new Uint8Array(0);
  const parts: Uint8Array[] = [varint(columns.length), varint(rows)];
  for (const [name, type, values] of columns) {
    if (values.length !== rows) throw new RangeError(`${name} has ${values.length} values; ${rows} needed`);
    parts.push(text(name), text(type), ...writeColumn(type, values));
  }
  return Buffer.concat(parts);
}

function writeColumn(type: string, values: Column): Uint8Array[] {
  const fixed = FIXED[type];
  if (fixed) return [fixed.write(values as ArrayLike<number>)];
  if (type === "String") return (values as readonly string[]).map(text);
  const inner = /^Array\((.+)\)$/.exec(type)?.[1];
  if (inner === undefined) throw new RangeError(`cannot write a column of type ${type}`);
  let end = 0;
  const lists = values as readonly Cell[][];
  const ends = lists.map((list) => {
    end += list.length;
    return end;
  });
  return [wide.write(ends), ...(end > 0 ? writeColumn(inner, lists.flat(1)) : [])];
}

const utf8 = new TextDecoder();

function text(value: string): Uint8Array {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([varint(bytes.length), bytes]);
}

function varint(n: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

class Cursor {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    // A Buffer's slices would be views of Node's shared pool.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.take(1)[0]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  text(): string {
    return utf8.decode(this.take(this.varint()));
  }
  /** A copy, so that columns of wide numbers start at an aligned address. */
  take(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#at + length;
    if (end > this.#bytes.length)
      throw new RangeError(
        `the answer ends early: ${length} bytes needed, ${this.#bytes.length - this.#at} left`,
      );
    const part = this.#bytes.slice(this.#at, end) as Uint8Array<ArrayBuffer>;
    this.#at = end;
    return part;
  }
}
