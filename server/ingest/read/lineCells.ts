const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const MOST_CELLS = 1024;

/** What is wrong with the structure of a line; null when nothing is. */
export type Broken = "quote" | "cells" | null;

/** The cells of one line as spans of its bytes, quotes included; reused from line to line. */
export class LineCells {
  readonly start = new Int32Array(MOST_CELLS);
  readonly end = new Int32Array(MOST_CELLS);
  /** 1 where a cell is known to be the same as in the line split before. */
  readonly same = new Uint8Array(MOST_CELLS);
  count = 0;
  #bytes: Uint8Array | null = null;
  #delimiter = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the line ends: its newline, or the end of the bytes. */
  lineEnd = 0;
  /** Whether any cell holds anything but blanks. */
  blank = true;

  /** Forgets the line above: before other bytes are split, also when they stand in the same room. */
  forget(): void {
    this.#bytes = null;
  }

  /**
   * Splits the line that begins at `from`, in one pass over its bytes. Down a column cells mostly repeat, so each is
   * first compared with the one above it; where they part the search for its end goes on. A line with fewer cells than the header
   * is filled up with empty ones as a spreadsheet leaves them off; more cells are accepted when they are empty.
   * Answers what is broken: a quote that does not close on the line, too many cells.
   */
  split(bytes: Uint8Array, from: number, limit: number, delimiter: number, width: number): Broken {
    const { start, end, same } = this;
    const above =
      this.#bytes === bytes && this.#delimiter === delimiter ? Math.min(this.count, MOST_CELLS) : 0;
    if (this.#bytes !== bytes) this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const view = this.#view;
    let cell = 0;
    let broken: Broken = null;
    let blank = true;
    let at = from;
    for (;;) {
      const begin = at;
      let byte = at < limit ? bytes[at]! : NEWLINE;
      let repeated = -1;
      if (byte === QUOTE) {
        const after = closingQuote(bytes, at + 1, limit);
        if (after < 0) {
          broken = "quote";
          at = lineEnd(bytes, at, limit);
        } else at = after;
        byte = at < limit ? bytes[at]! : NEWLINE;
        blank = false;
        if (byte === RETURN && isLineEnd(bytes, at + 1, limit)) byte = NEWLINE;
        else if (byte !== delimiter && byte !== NEWLINE) {
          broken = "quote";
          at = lineEnd(bytes, at, limit);
          byte = NEWLINE;
        }
      } else {
        if (byte > 32 && cell < above) {
          const top = start[cell]!;
          const length = end[cell]! - top;
          const i = alike(view, top, at, Math.min(length, limit - at));
          if (i === length) repeated = length;
          if (i > 0) {
            // A return may be the first half of a line end: it is looked at again.
            at += bytes[at + i - 1] === RETURN ? i - 1 : i;
            byte = at < limit ? bytes[at]! : NEWLINE;
            blank = false;
          }
        }
        while (byte !== delimiter && byte !== NEWLINE) {
          if (byte === RETURN && isLineEnd(bytes, at + 1, limit)) break;
          if (byte > 32) blank = false;
          at++;
          byte = at < limit ? bytes[at]! : NEWLINE;
        }
      }
      if (cell < MOST_CELLS) {
        start[cell] = begin;
        end[cell] = at;
        same[cell] = at - begin === repeated ? 1 : 0;
      }
      if (cell >= width && at > begin) broken ??= "cells";
      cell++;
      if (byte !== delimiter) break;
      at++;
    }
    if (cell > MOST_CELLS) broken ??= "cells";
    this.count = cell;
    this.#bytes = bytes;
    this.#delimiter = delimiter;
    this.blank = blank;
    this.lineEnd = at < limit && bytes[at] === RETURN ? at + 1 : at;
    for (; cell < width; cell++) {
      start[cell] = at;
      end[cell] = at;
      same[cell] = 0;
    }
    return broken;
  }
}

/** How many of the first `most` bytes at two places are the same; four at a time while they are. */
function alike(view: DataView, a: number, b: number, most: number): number {
  let i = 0;
  while (i + 4 <= most && view.getInt32(a + i) === view.getInt32(b + i)) i += 4;
  while (i < most && view.getUint8(a + i) === view.getUint8(b + i)) i++;
  return i;
}

const isLineEnd = (bytes: Uint8Array, at: number, limit: number): boolean =>
  at >= limit || bytes[at] === NEWLINE;

function lineEnd(bytes: Uint8Array, from: number, limit: number): number {
  const at = bytes.indexOf(NEWLINE, from);
  return at < 0 || at > limit ? limit : at;
}

/** The place after the quote that closes a cell on its line; doubled quotes stand for one. -1 when none does. */
function closingQuote(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const byte = bytes[at];
    if (byte === NEWLINE) return -1;
    if (byte !== QUOTE) continue;
    if (at + 1 < limit && bytes[at + 1] === QUOTE) at++;
    else return at + 1;
  }
  return -1;
}
