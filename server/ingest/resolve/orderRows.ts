/** The columns that order the rows of a slot. */
export interface OrderKeys {
  offsets: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  vintage: Int32Array;
}

/** Slots shorter than this are sorted by comparing. */
const SHORT = 48;

/**
 * The order of the rows within each slot: by last day, first day, vintage; rows equal in all three stay in the order of
 * their lines. Documents are mostly in order already, which is looked at first; else, since thousands of rows share a
 * few hundred periods and vintages, rows are dealt out by vintage and then by period (counting sort, stable).
 */
export function orderRows(rows: OrderKeys, total: number): Uint32Array {
  const { offsets, start, end, vintage } = rows;
  const order = new Uint32Array(total);
  for (let i = 0; i < total; i++) order[i] = i;
  const compare = (a: number, b: number): number =>
    end[a]! - end[b]! || start[a]! - start[b]! || vintage[a]! - vintage[b]!;
  const dealer = new Dealer(rows);
  for (let slot = 0; slot + 1 < offsets.length; slot++) {
    const from = offsets[slot]!;
    const to = offsets[slot + 1]!;
    let at = from + 1;
    while (at < to && compare(at - 1, at) <= 0) at++;
    if (at >= to) continue;
    const part = order.subarray(from, to);
    if (to - from < SHORT || !dealer.deal(part, from)) part.sort(compare);
  }
  return order;
}

/** Deals rows into piles by day; room for the piles is kept from slot to slot. */
class Dealer {
  readonly #rows: OrderKeys;
  #piles = new Uint32Array(1 << 12);
  #dealt = new Uint32Array(1 << 12);

  constructor(rows: OrderKeys) {
    this.#rows = rows;
  }

  /** Orders the rows of one slot; false where its days lie so far apart that comparing is the cheaper way. */
  deal(part: Uint32Array, first: number): boolean {
    const { start, end, vintage } = this.#rows;
    const to = first + part.length;
    const days = range(end, first, to);
    const lengths = spanLengths(start, end, first, to);
    const said = range(vintage, first, to);
    const most = part.length * 32;
    if (days.count * lengths.count > most || said.count > most) return false;
    if (!ascending(vintage, first, to)) this.#pass(part, said.count, (row) => vintage[row]! - said.least);
    // A longer period begins earlier: among those that end on one day it comes first.
    this.#pass(
      part,
      days.count * lengths.count,
      (row) => (end[row]! - days.least) * lengths.count + lengths.most - (end[row]! - start[row]!),
    );
    return true;
  }

  #pass(part: Uint32Array, piles: number, pileOf: (row: number) => number): void {
    if (this.#piles.length < piles + 1) this.#piles = new Uint32Array(2 * piles + 1);
    if (this.#dealt.length < part.length) this.#dealt = new Uint32Array(2 * part.length);
    const begins = this.#piles.fill(0, 0, piles + 1);
    for (const row of part) begins[pileOf(row) + 1]!++;
    for (let pile = 0; pile < piles; pile++) begins[pile + 1]! += begins[pile]!;
    const dealt = this.#dealt;
    for (const row of part) dealt[begins[pileOf(row)]!++] = row;
    part.set(dealt.subarray(0, part.length));
  }
}

function range(days: Int32Array, from: number, to: number): { least: number; count: number } {
  let least = days[from]!;
  let most = least;
  for (let i = from + 1; i < to; i++) {
    const day = days[i]!;
    if (day < least) least = day;
    else if (day > most) most = day;
  }
  return { least, count: most - least + 1 };
}

function spanLengths(
  start: Int32Array,
  end: Int32Array,
  from: number,
  to: number,
): { most: number; count: number } {
  let least = end[from]! - start[from]!;
  let most = least;
  for (let i = from + 1; i < to; i++) {
    const length = end[i]! - start[i]!;
    if (length < least) least = length;
    else if (length > most) most = length;
  }
  return { most, count: most - least + 1 };
}

function ascending(days: Int32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (days[i]! < days[i - 1]!) return false;
  return true;
}
