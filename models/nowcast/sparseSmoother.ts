import { gemm } from "../statistics/matrix/multiply.ts";
import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";

/** The smoothed state at one window time: its mean, and its covariance entry by entry. */
export interface SmoothedWindow {
  readonly time: number;
  readonly mean: Float64Array;
  covariance(i: number, j: number): number;
}

export interface SmootherSpace {
  readonly r: Float64Array;
  readonly n: Float64Array;
  readonly k: Float64Array;
  readonly support: Int32Array;
  readonly pSupport: Float64Array;
  readonly nSupport: Float64Array;
  readonly x: Float64Array;
  readonly mean: Float64Array;
  readonly overwritten: Uint8Array;
  readonly held: Float64Array;
  readonly rows: Float64Array;
}

export const smootherSpace = (program: FilterProgram): SmootherSpace => {
  const n = program.size;
  return {
    r: new Float64Array(n),
    n: new Float64Array(n * n),
    k: new Float64Array(n),
    support: new Int32Array(n),
    pSupport: new Float64Array(n * n),
    nSupport: new Float64Array(n * n),
    x: new Float64Array(n * n),
    mean: new Float64Array(n),
    overwritten: new Uint8Array(n),
    held: new Float64Array(program.mostTargets),
    rows: new Float64Array(program.mostTargets * n),
  };
};

/**
 * The backward pass of a filtered program. With r and N the weighted sums of the innovations after time t,
 *   α̂ = a(t|t) + P(t|t) r,   V = P(t|t) − P(t|t) N P(t|t)
 * at each window time, handed to `at` from the last window to the first; then, row by row and transition by transition,
 *   r ← z v/F + (I − z M′/F) r,   N ← z z′/F + (I − z M′/F) N (I − M z′/F),   r ← T′r,   N ← T′N T.
 * Durbin & Koopman (2012) §6.4.4. The window is valid only during the call.
 */
export function sparseSmoother(
  program: FilterProgram,
  trace: FilterTrace,
  space: SmootherSpace,
  at: (window: SmoothedWindow, index: number) => void,
): void {
  space.r.fill(0);
  space.n.fill(0);
  let window = trace.windows.length - 1;
  let reach = 0;
  for (let t = program.months - 1; t >= 0; t--) {
    if (window >= 0 && trace.windows[window] === t) {
      at(smoothedWindow(program, trace, space, t, window), window);
      window--;
    }
    for (let row = trace.rowsAt[t + 1]! - 1; row >= trace.rowsAt[t]!; row--) {
      for (let e = trace.zStart[row]!; e < trace.zStart[row + 1]!; e++)
        reach = Math.max(reach, trace.zIdx[e]! + 1);
      backOverRow(program, trace, space, row, reach);
    }
    backOverTransition(program, space, t);
    reach = t === 0 ? 0 : Math.min(program.active[t]!, program.active[t - 1]!);
  }
}

function smoothedWindow(
  program: FilterProgram,
  trace: FilterTrace,
  space: SmootherSpace,
  t: number,
  window: number,
): SmoothedWindow {
  const { size } = program;
  const { r, mean, support, pSupport, nSupport, x } = space;
  const active = program.active[t]!;
  const upper = trace.covariances.subarray(window * size * size, (window + 1) * size * size);
  // r and N speak only of states that the next transition reads or leaves: the product P N P shrinks to those.
  const count = t + 1 < program.months ? supportOf(program, space, t) : 0;
  for (let i = 0; i < active; i++) {
    let s = trace.means[window * size + i]!;
    for (let k = 0; k < count; k++) {
      const j = support[k]!;
      const v = i <= j ? upper[i * size + j]! : upper[j * size + i]!;
      pSupport[i * count + k] = v;
      s += v * r[j]!;
    }
    mean[i] = s;
  }
  for (let i = 0; i < count; i++)
    for (let k = 0; k < count; k++) nSupport[i * count + k] = space.n[support[i]! * size + support[k]!]!;
  if (count > 0) gemm(pSupport, nSupport, x, active, count, count);
  return {
    time: t,
    mean,
    covariance(i, j) {
      let s = i <= j ? upper[i * size + j]! : upper[j * size + i]!;
      const a = i * count;
      const b = j * count;
      for (let k = 0; k < count; k++) s -= x[a + k]! * pSupport[b + k]!;
      return s;
    },
  };
}

/** The states at t whose value the transition into t + 1 keeps or reads. */
function supportOf(program: FilterProgram, { overwritten, support }: SmootherSpace, t: number): number {
  const { dStart, d, srcStart, src } = program;
  const active = program.active[t]!;
  const next = program.active[t + 1]!;
  overwritten.fill(0);
  for (let i = next; i < active; i++) overwritten[i] = 1;
  for (let k = dStart[t + 1]!; k < dStart[t + 2]!; k++) overwritten[d[k]!] = 1;
  for (let e = srcStart[dStart[t + 1]!]!; e < srcStart[dStart[t + 2]!]!; e++) overwritten[src[e]!] = 0;
  let count = 0;
  for (let i = 0; i < active; i++) if (overwritten[i] === 0) support[count++] = i;
  return count;
}

function backOverRow(
  program: FilterProgram,
  trace: FilterTrace,
  space: SmootherSpace,
  row: number,
  active: number,
): void {
  // `active` states may have an r or a row of N that is not zero; all others may be passed over.
  const { size } = program;
  const { r, n, k } = space;
  const { m, f, v, zStart, zIdx, zVal } = trace;
  const o = row * size;
  const inverse = 1 / f[row]!;
  const z0 = zStart[row]!;
  const z1 = zStart[row + 1]!;
  let kr = 0;
  for (let j = 0; j < active; j++) kr += m[o + j]! * r[j]!;
  const step = (v[row]! - kr) * inverse;
  for (let e = z0; e < z1; e++) r[zIdx[e]!] = r[zIdx[e]!]! + zVal[e]! * step;
  let i = 0;
  for (; i + 3 < active; i += 4) {
    const r0 = i * size;
    const r1 = r0 + size;
    const r2 = r1 + size;
    const r3 = r2 + size;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < active; j++) {
      const x = m[o + j]!;
      s0 += n[r0 + j]! * x;
      s1 += n[r1 + j]! * x;
      s2 += n[r2 + j]! * x;
      s3 += n[r3 + j]! * x;
    }
    k[i] = s0 * inverse;
    k[i + 1] = s1 * inverse;
    k[i + 2] = s2 * inverse;
    k[i + 3] = s3 * inverse;
  }
  for (; i < active; i++) {
    let s = 0;
    for (let j = 0; j < active; j++) s += n[i * size + j]! * m[o + j]!;
    k[i] = s * inverse;
  }
  let knk = 0;
  for (let j = 0; j < active; j++) knk += m[o + j]! * k[j]!;
  knk = (knk + 1) * inverse;
  for (let e = z0; e < z1; e++) {
    const slot = zIdx[e]!;
    const c = zVal[e]!;
    const start = slot * size;
    for (let j = 0, to = slot; j < active; j++, to += size) {
      const x = c * k[j]!;
      n[start + j] = n[start + j]! - x;
      n[to] = n[to]! - x;
    }
  }
  for (let e = z0; e < z1; e++) {
    const start = zIdx[e]! * size;
    const c = zVal[e]! * knk;
    for (let g = z0; g < z1; g++) n[start + zIdx[g]!] = n[start + zIdx[g]!]! + c * zVal[g]!;
  }
}

/** r ← T′r and N ← T′N T over the transition into t. */
function backOverTransition(program: FilterProgram, space: SmootherSpace, t: number): void {
  const { r, n, held } = space;
  const { size, d, src, coef, srcStart, dStart } = program;
  const from = dStart[t]!;
  const to = dStart[t + 1]!;
  const now = program.active[t]!;
  const before = t === 0 ? now : program.active[t - 1]!;
  for (let k = from; k < to; k++) {
    held[k - from] = r[d[k]!]!;
    r[d[k]!] = 0;
  }
  for (let k = from; k < to; k++)
    for (let e = srcStart[k]!; e < srcStart[k + 1]!; e++)
      r[src[e]!] = r[src[e]!]! + coef[e]! * held[k - from]!;
  rowsBack(program, n, space.rows, t, now);
  for (let i = 0; i < before; i++) {
    const o = i * size;
    for (let k = from; k < to; k++) {
      held[k - from] = n[o + d[k]!]!;
      n[o + d[k]!] = 0;
    }
    for (let k = from; k < to; k++) {
      const x = held[k - from]!;
      if (x === 0) continue;
      for (let e = srcStart[k]!; e < srcStart[k + 1]!; e++) n[o + src[e]!] = n[o + src[e]!]! + coef[e]! * x;
    }
  }
}

/** N ← T′N: whole rows at a time, held until all that are overwritten have been read. Columns follow, on the rows left. */
function rowsBack(
  program: FilterProgram,
  n: Float64Array,
  rows: Float64Array,
  t: number,
  columns: number,
): void {
  const { size, d, src, coef, srcStart, dStart } = program;
  const from = dStart[t]!;
  const to = dStart[t + 1]!;
  for (let k = from; k < to; k++) {
    const o = (k - from) * size;
    const cell = d[k]! * size;
    for (let j = 0; j < columns; j++) {
      rows[o + j] = n[cell + j]!;
      n[cell + j] = 0;
    }
  }
  for (let k = from; k < to; k++) {
    const o = (k - from) * size;
    for (let e = srcStart[k]!; e < srcStart[k + 1]!; e++) {
      const cell = src[e]! * size;
      const c = coef[e]!;
      for (let j = 0; j < columns; j++) n[cell + j] = n[cell + j]! + c * rows[o + j]!;
    }
  }
}
