import { collapseRows } from "./collapseRows.ts";
import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";

/**
 * The smoothed path of the state for the figures in `program.y`, with the gains M and F that a filter run of the same
 * program left in the trace: a forward and a backward pass of means, then α̂(t) = T α̂(t−1) + Q r(t) (Koopman 1993,
 * Biometrika 80, 117–126). Linear in the figures (and in `start`, the mean before the first month), and as quick as two
 * filters without covariances. `path` is months × size, of which only active states are meant; `errors` are the
 * smoothing errors (v − M′r)/F of the rows after collapsing.
 */
export function smoothedMeans(
  program: FilterProgram,
  trace: FilterTrace,
  start: Float64Array,
): { path: Float64Array; errors: Float64Array } {
  const { size, months, active, dStart, d, srcStart, src, coef, qStart, qa, qb, qv } = program;
  const { m, f, zStart, zIdx, zVal, rowsAt } = trace;
  const v = new Float64Array(f.length);
  const errors = new Float64Array(f.length);
  const a = Float64Array.from(start);
  const held = new Float64Array(program.mostTargets);
  // Nothing moves before the first figure that is not zero.
  let still = start.every((x) => x === 0);
  for (let t = 0; t < months; t++) {
    const silent = readRows(program, trace, v, t);
    if (still && silent) continue;
    still = false;
    moveMean(program, a, held, t);
    for (let row = rowsAt[t]!; row < rowsAt[t + 1]!; row++) {
      let error = v[row]!;
      for (let e = zStart[row]!; e < zStart[row + 1]!; e++) error -= zVal[e]! * a[zIdx[e]!]!;
      v[row] = error;
      if (error === 0) continue;
      const step = error / f[row]!;
      const o = row * size;
      for (let j = 0; j < active[t]!; j++) a[j] = a[j]! + m[o + j]! * step;
    }
  }
  const shocks = new Float64Array(dStart[months]!);
  const r = new Float64Array(size);
  for (let t = months - 1; t >= 0; t--) {
    for (let row = rowsAt[t + 1]! - 1; row >= rowsAt[t]!; row--) {
      const o = row * size;
      let kr = 0;
      for (let j = 0; j < active[t]!; j++) kr += m[o + j]! * r[j]!;
      const step = (v[row]! - kr) / f[row]!;
      errors[row] = step;
      for (let e = zStart[row]!; e < zStart[row + 1]!; e++) r[zIdx[e]!] = r[zIdx[e]!]! + zVal[e]! * step;
    }
    const from = dStart[t]!;
    const to = dStart[t + 1]!;
    for (let k = from; k < to; k++) {
      shocks[k] = r[d[k]!]!;
      r[d[k]!] = 0;
    }
    for (let k = from; k < to; k++)
      for (let e = srcStart[k]!; e < srcStart[k + 1]!; e++) r[src[e]!] = r[src[e]!]! + coef[e]! * shocks[k]!;
  }
  const path = new Float64Array(months * size);
  for (let i = 0; i < size; i++) {
    let s = start[i]!;
    for (let j = 0; j < size; j++) s += program.p0[i * size + j]! * r[j]!;
    a[i] = s;
  }
  for (let t = 0; t < months; t++) {
    moveMean(program, a, held, t);
    const from = dStart[t]!;
    for (let e = qStart[t]!; e < qStart[t + 1]!; e++) {
      const i = from + qa[e]!;
      const j = from + qb[e]!;
      a[d[i]!] = a[d[i]!]! + qv[e]! * shocks[j]!;
      if (i !== j) a[d[j]!] = a[d[j]!]! + qv[e]! * shocks[i]!;
    }
    path.set(a, t * size);
  }
  return { path, errors };
}

function moveMean(
  { dStart, d, srcStart, src, coef }: FilterProgram,
  a: Float64Array,
  held: Float64Array,
  t: number,
): void {
  const from = dStart[t]!;
  const to = dStart[t + 1]!;
  for (let k = from; k < to; k++) {
    let s = 0;
    for (let e = srcStart[k]!; e < srcStart[k + 1]!; e++) s += coef[e]! * a[src[e]!]!;
    held[k - from] = s;
  }
  for (let k = from; k < to; k++) a[d[k]!] = held[k - from]!;
}

/** The y of each row at t, in the order and collapsed as the filter had them; true where all are zero. */
function readRows(
  program: FilterProgram,
  { rowsAt, space }: FilterTrace,
  v: Float64Array,
  t: number,
): boolean {
  const { obsStart, collapsible, y } = program;
  const from = obsStart[t]!;
  const to = obsStart[t + 1]!;
  const own = from + collapsible[t]!;
  let row = rowsAt[t]!;
  let silent = true;
  for (let r = from; r < to && silent; r++) silent = y[r] === 0;
  if (silent) {
    v.fill(0, row, rowsAt[t + 1]!);
    return true;
  }
  for (let r = own; r < to; r++) v[row++] = y[r]!;
  const few = collapseRows(program, from, own, space);
  if (few) for (let k = 0; k < few.rows; k++) v[row++] = few.y[k]!;
  else for (let r = from; r < own; r++) v[row++] = y[r]!;
  return false;
}
