import type { FilterProgram } from "./filterProgram.ts";

/**
 * Many rows on few states as few rows: with C = Σ z z′/h = U′U and b = Σ z y/h, the rows of U with y* = U′⁻¹b and unit
 * noise carry all that the figures say of the state; what is left over enters the likelihood as Σ y²/h − y*′y* + Σ log h.
 * Pivots that vanish (thin months) are dropped. Jungbacker & Koopman (2015), Econometrics Journal 18, C1–C21.
 */
export interface Collapsed {
  /** Rows after collapsing, and their sparse entries one after another. */
  rows: number;
  start: Int32Array;
  idx: Int32Array;
  val: Float64Array;
  y: Float64Array;
  /** Σ y²/h − y*′y* + Σ log h of the rows that were collapsed. */
  remainder: number;
}

export interface CollapseSpace {
  c: Float64Array;
  b: Float64Array;
  position: Int32Array;
  slots: Int32Array;
  out: Collapsed;
}

export const collapseSpace = (slots: number): CollapseSpace => ({
  c: new Float64Array(slots * slots),
  b: new Float64Array(slots),
  position: new Int32Array(slots).fill(-1),
  slots: new Int32Array(slots),
  out: {
    rows: 0,
    start: new Int32Array(slots + 1),
    idx: new Int32Array(slots * slots),
    val: new Float64Array(slots * slots),
    y: new Float64Array(slots),
    remainder: 0,
  },
});

/** Collapses rows `from` … `to` − 1 of the program; null where that would not make them fewer. */
export function collapseRows(
  p: FilterProgram,
  from: number,
  to: number,
  space: CollapseSpace,
): Collapsed | null {
  const { c, b, position, slots, out } = space;
  const { idx, val, rowStart, h, y } = p;
  let n = 0;
  for (let e = rowStart[from]!; e < rowStart[to]!; e++) {
    const slot = idx[e]!;
    if (position[slot]! < 0) {
      position[slot] = n;
      slots[n++] = slot;
    }
  }
  if (n >= to - from) {
    for (let k = 0; k < n; k++) position[slots[k]!] = -1;
    return null;
  }
  c.fill(0, 0, n * n);
  b.fill(0, 0, n);
  let remainder = 0;
  let product = 1;
  for (let r = from; r < to; r++) {
    const inverse = 1 / h[r]!;
    const yh = y[r]! * inverse;
    remainder += yh * y[r]!;
    product *= h[r]!;
    if (product < 1e-200 || product > 1e200) {
      remainder += Math.log(product);
      product = 1;
    }
    const end = rowStart[r + 1]!;
    for (let e = rowStart[r]!; e < end; e++) {
      const at = position[idx[e]!]!;
      const z = val[e]! * inverse;
      b[at] = b[at]! + val[e]! * yh;
      for (let f = e; f < end; f++) {
        const other = position[idx[f]!]!;
        const cell = at < other ? at * n + other : other * n + at;
        c[cell] = c[cell]! + z * val[f]!;
      }
    }
  }
  remainder += Math.log(product);
  factor(space, n);
  for (let r = 0; r < out.rows; r++) remainder -= out.y[r]! ** 2;
  out.remainder = remainder;
  for (let k = 0; k < n; k++) position[slots[k]!] = -1;
  return out;
}

/** C = U′U from above, the rows of U and y* = U′⁻¹b written to `out`. */
function factor({ c, b, slots, out }: CollapseSpace, n: number): void {
  let at = 0;
  out.rows = 0;
  for (let i = 0; i < n; i++) {
    let d = c[i * n + i]!;
    const scale = d;
    for (let k = 0; k < i; k++) d -= c[k * n + i]! ** 2;
    if (!(d > 1e-13 * scale)) {
      c.fill(0, i * n + i, (i + 1) * n);
      b[i] = 0;
      continue;
    }
    const u = Math.sqrt(d);
    const inverse = 1 / u;
    let s = b[i]!;
    for (let k = 0; k < i; k++) s -= c[k * n + i]! * b[k]!;
    b[i] = s * inverse;
    c[i * n + i] = u;
    out.start[out.rows] = at;
    for (let j = i; j < n; j++) {
      if (j > i) {
        let v = c[i * n + j]!;
        for (let k = 0; k < i; k++) v -= c[k * n + i]! * c[k * n + j]!;
        c[i * n + j] = v * inverse;
      }
      if (c[i * n + j] !== 0) {
        out.idx[at] = slots[j]!;
        out.val[at++] = c[i * n + j]!;
      }
    }
    out.y[out.rows++] = b[i]!;
  }
  out.start[out.rows] = at;
}
