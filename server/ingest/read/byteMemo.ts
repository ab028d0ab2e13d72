const FIRST_SLOTS = 1 << 12;
/** A document with more distinct texts than this in one column repeats nothing worth remembering. */
const MOST_ENTRIES = 1 << 16;

/**
 * Remembers what the bytes of a cell mean, so that each distinct text is decoded and judged once however
 * often it stands in a document. `get` returns the meaning of `bytes[from, to)`, found by hash
 * (FNV-1a, 32 bits) and full comparison; unknown bytes are handed to `read`. Bounded: past 65,536 texts it starts anew.
 */
export class ByteMemo<T> {
  readonly #read: (bytes: Uint8Array, from: number, to: number) => T;
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #hashes = new Int32Array(FIRST_SLOTS);
  #starts = new Int32Array(FIRST_SLOTS);
  #lengths = new Int32Array(FIRST_SLOTS);
  #meanings: T[] = [];
  #keys = new Uint8Array(1 << 16);
  #used = 0;

  constructor(read: (bytes: Uint8Array, from: number, to: number) => T) {
    this.#read = read;
  }

  get(bytes: Uint8Array, from: number, to: number): T {
    let hash = 0x811c9dc5 | 0;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.#slots[slot]!; entry >= 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry] === hash && this.#same(entry, bytes, from, to)) return this.#meanings[entry]!;
      slot = (slot + 1) & mask;
    }
    return this.#remember(hash, bytes, from, to);
  }

  #same(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const length = to - from;
    if (this.#lengths[entry] !== length) return false;
    const keys = this.#keys;
    const start = this.#starts[entry]!;
    for (let i = 0; i < length; i++) if (keys[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #remember(hash: number, bytes: Uint8Array, from: number, to: number): T {
    const meaning = this.#read(bytes, from, to);
    const length = to - from;
    // Long texts are never figures' keys: a hostile cell shall not fill the memory.
    if (length > 256) return meaning;
    if (this.#meanings.length >= MOST_ENTRIES) this.#forget();
    while (this.#used + length > this.#keys.length) {
      const wider = new Uint8Array(this.#keys.length * 2);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    this.#keys.set(bytes.subarray(from, to), this.#used);
    const entry = this.#meanings.push(meaning) - 1;
    if (entry >= this.#hashes.length) {
      this.#hashes = doubled(this.#hashes);
      this.#starts = doubled(this.#starts);
      this.#lengths = doubled(this.#lengths);
    }
    this.#hashes[entry] = hash;
    this.#starts[entry] = this.#used;
    this.#lengths[entry] = length;
    this.#used += length;
    if (this.#meanings.length * 2 > this.#slots.length) this.#grow();
    else this.#place(entry);
    return meaning;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    const hash = this.#hashes[entry]!;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.#meanings.length; entry++) this.#place(entry);
  }

  #forget(): void {
    this.#slots = new Int32Array(FIRST_SLOTS).fill(-1);
    this.#meanings = [];
    this.#used = 0;
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(numbers.length * 2);
  twice.set(numbers);
  return twice;
}
