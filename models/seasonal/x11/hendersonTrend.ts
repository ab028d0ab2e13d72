import { hendersonOf, musgraveEnds } from "./henderson.ts";

/** C(t) = Σ w(j) y(t+j) where the whole filter fits, t = p … n−1−p; the ends of `out` are left as they are. */
export function hendersonInterior(y: Float64Array, terms: number, out: Float64Array): void {
  const w = hendersonOf(terms);
  const p = (terms - 1) / 2;
  const n = y.length;
  for (let t = p; t < n - p; t++) {
    let s = w[p]! * y[t]!;
    for (let j = 1; j <= p; j++) s += w[p + j]! * (y[t - j]! + y[t + j]!);
    out[t] = s;
  }
}

/** The first and last (terms−1)/2 points by Musgrave's weights for the given I/C ratio. */
export function hendersonEnds(y: Float64Array, terms: number, ratio: number, out: Float64Array): void {
  const n = y.length;
  musgraveEnds(terms, ratio).forEach((w, i) => {
    const m = Math.min(w.length, n);
    let head = 0;
    let tail = 0;
    for (let j = 0; j < m; j++) {
      head += w[w.length - 1 - j]! * y[j]!;
      tail += w[w.length - 1 - j]! * y[n - 1 - j]!;
    }
    out[i] = head;
    out[n - 1 - i] = tail;
  });
}

/** Ratio of the ends of the quarterly 5-term filter: a line so steep against its noise that the ends extend it. */
export const STEEP_ENDS = 0.001;

/**
 * The Henderson trend with its ends. X-11 shortens a 7-term filter to 5 terms near the ends, unless `trueSeven`.
 * Returns the I/C ratio that the ends were built on. Ladiray & Quenneville (2001), §3.3.2.
 */
export function hendersonTrend(
  y: Float64Array,
  terms: number,
  ratio: number,
  trueSeven: boolean,
  out: Float64Array,
): number {
  hendersonInterior(y, terms, out);
  if (terms !== 7 || trueSeven) {
    hendersonEnds(y, terms, ratio, out);
    return ratio;
  }
  const w = hendersonOf(5);
  const n = y.length;
  for (const t of [2, n - 3]) {
    let s = 0;
    for (let j = 0; j < 5; j++) s += w[j]! * y[t - 2 + j]!;
    out[t] = s;
  }
  hendersonEnds(y, 5, STEEP_ENDS, out);
  return STEEP_ENDS;
}
