import type { KnownFigures } from "../../../db/stores/contract.ts";

/**
 * What the base holds of the series of one part of a load, every vintage of it, as columns ordered by slot, last day,
 * first day, vintage, load. `offsets[slot]` is where a slot begins; slots stand in the order of their series' numbers.
 */
export interface Known {
  offsets: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  vintage: Int32Array;
  value: Float64Array;
  status: Uint8Array;
  reason: Uint8Array;
}

/** Nothing known of any of `slots` series. */
export const nothingKnown = (slots: number): Known => knownOf(new Uint32Array(slots), []);

/** Figures of the store, asked for in any number of pieces in the order of series, laid out by slot. */
export function knownOf(ids: Uint32Array, pieces: readonly KnownFigures[]): Known {
  const rows = pieces.reduce((sum, p) => sum + p.rows, 0);
  const known: Known = {
    offsets: new Uint32Array(ids.length + 1),
    start: new Int32Array(rows),
    end: new Int32Array(rows),
    vintage: new Int32Array(rows),
    value: new Float64Array(rows),
    status: new Uint8Array(rows),
    reason: new Uint8Array(rows),
  };
  let at = 0;
  let slot = 0;
  for (const piece of pieces) {
    known.start.set(piece.start, at);
    known.end.set(piece.end, at);
    known.vintage.set(piece.vintage, at);
    known.value.set(piece.value, at);
    known.status.set(piece.status, at);
    known.reason.set(piece.reason, at);
    for (let i = 0; i < piece.rows; i++, at++) {
      while (slot < ids.length && ids[slot] !== piece.seriesId[i]) known.offsets[++slot] = at;
      if (slot === ids.length)
        throw new RangeError(`series ${piece.seriesId[i]} was not asked for, or not in order`);
    }
  }
  while (slot < ids.length) known.offsets[++slot] = at;
  return known;
}
