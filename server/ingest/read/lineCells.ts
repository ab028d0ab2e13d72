const QUOTE = 34;
const MOST_CELLS = 1024;

/** The cells of one line as spans of its bytes, quotes included; reused from line to line. */
export class LineCells {
  readonly start = new Int32Array(MOST_CELLS);
  readonly end = new Int32Array(MOST_CELLS);
  count = 0;

  /**
   * Splits `bytes[from, to)`. A line with fewer cells than the header is filled up with empty ones as a
   * spreadsheet leaves them off; more cells are accepted when they are empty. Answers what is broken:
   * a quote that does not close on the line, too many cells; null when nothing is.
   */
  split(
    bytes: Uint8Array,
    from: number,
    to: number,
    delimiter: number,
    width: number,
  ): "quote" | "cells" | null {
    let cell = 0;
    let extra = false;
    for (let at = from; ; ) {
      const begin = at;
      if (bytes[at] === QUOTE && at < to) {
        at = closingQuote(bytes, at + 1, to);
        if (at < 0) return "quote";
        if (at < to && bytes[at] !== delimiter) return "quote";
      } else {
        while (at < to && bytes[at] !== delimiter) at++;
      }
      if (cell < MOST_CELLS) {
        this.start[cell] = begin;
        this.end[cell] = at;
      }
      if (cell >= width && at > begin) extra = true;
      cell++;
      if (at >= to) break;
      at++;
    }
    this.count = cell;
    if (extra || cell > MOST_CELLS) return "cells";
    for (; cell < width; cell++) {
      this.start[cell] = to;
      this.end[cell] = to;
    }
    return null;
  }
}

/** The place after the quote that closes a cell; doubled quotes stand for one. -1 when none does. */
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 < to && bytes[at + 1] === QUOTE) at++;
    else return at + 1;
  }
  return -1;
}
