import { AppError } from "../errors.ts";
import { type Collapsed, type CollapseSpace, collapseRows, collapseSpace } from "./collapseRows.ts";
import type { FilterProgram } from "./filterProgram.ts";

const LOG_2PI = Math.log(2 * Math.PI);

/** What the filter leaves for the smoother: for every row after collapsing z, M = P z, F and v, by time. */
export interface FilterTrace {
  readonly rowsAt: Int32Array;
  /** 1 where the rows of a month were collapsed. */
  readonly collapsed: Uint8Array;
  readonly m: Float64Array;
  readonly f: Float64Array;
  readonly v: Float64Array;
  readonly zStart: Int32Array;
  readonly zIdx: Int32Array;
  readonly zVal: Float64Array;
  /** a(t|t) and the upper triangle of P(t|t) at the window times. */
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  /** a(t|t−1) and a(t|t) by time where asked for. */
  readonly predicted: Float64Array | null;
  readonly filtered: Float64Array | null;
  readonly windows: Int32Array;
  readonly space: CollapseSpace;
  /** Upper triangle of P; W = C P of the states that a transition writes; scratch. */
  readonly p: Float64Array;
  readonly a: Float64Array;
  readonly w: Float64Array;
  readonly s: Float64Array;
  readonly held: Float64Array;
  readonly inPlace: Uint8Array;
}

export function filterTrace(p: FilterProgram, windows: Int32Array, paths = false): FilterTrace {
  const n = p.size;
  const widest = p.mostTargets;
  const most = p.mostRows;
  const entries = p.idx.length + most * p.factorSlots;
  return {
    rowsAt: new Int32Array(p.months + 1),
    collapsed: new Uint8Array(p.months),
    m: new Float64Array(most * n),
    f: new Float64Array(most),
    v: new Float64Array(most),
    zStart: new Int32Array(most + 1),
    zIdx: new Int32Array(entries),
    zVal: new Float64Array(entries),
    means: new Float64Array(windows.length * n),
    covariances: new Float64Array(windows.length * n * n),
    predicted: paths ? new Float64Array(p.months * n) : null,
    filtered: paths ? new Float64Array(p.months * n) : null,
    windows,
    space: collapseSpace(p.factorSlots),
    p: new Float64Array(n * n),
    a: new Float64Array(n),
    w: new Float64Array(widest * n),
    s: new Float64Array(widest * widest),
    held: new Float64Array(widest),
    inPlace: new Uint8Array(n),
  };
}

/**
 * The Kalman filter of a sparse program, one row at a time (univariate treatment: F is a number, no matrix is inverted),
 * with one deferred rank-q update of P a month. Returns the log-likelihood with all constants.
 * Durbin & Koopman (2012) §6.4. Throws AppError("invalid-input") where a variance ceases to be positive; with `known`, a
 * first state that tells figures exactly, such figures (F < 1e-10) carry nothing and are passed over, constant and all.
 */
export function sparseFilter(program: FilterProgram, trace: FilterTrace, known = false): number {
  const { size: n, months } = program;
  const { p, a, rowsAt, windows } = trace;
  p.set(program.p0);
  a.set(program.a0);
  let twice = 0;
  let window = 0;
  rowsAt[0] = 0;
  trace.zStart[0] = 0;
  for (let t = 0; t < months; t++) {
    transition(program, trace, t);
    trace.predicted?.set(a, t * n);
    twice += gatherRows(program, trace, t);
    twice += (program.obsStart[t + 1]! - program.obsStart[t]!) * LOG_2PI;
    twice += innovations(program, trace, t, known ? 1e-10 : 0);
    rankUpdate(program, trace, t);
    trace.filtered?.set(a, t * n);
    if (windows[window] === t) {
      trace.means.set(a, window * n);
      trace.covariances.set(p, window * n * n);
      window++;
    }
  }
  return -0.5 * twice + program.logJacobian;
}

/** α(t−1|t−1) → α(t|t−1): only the states that are overwritten move. */
function transition(program: FilterProgram, trace: FilterTrace, t: number): void {
  const { size: n, d, src, coef, srcStart, dStart, qStart, qa, qb, qv } = program;
  const { p, a, w, s, held, inPlace } = trace;
  const from = dStart[t]!;
  const count = dStart[t + 1]! - from;
  if (count === 0) return;
  const before = t === 0 ? n : program.active[t - 1]!;
  const now = program.active[t]!;
  for (let k = 0; k < count; k++) {
    const o = k * n;
    w.fill(0, o, o + before);
    for (let e = srcStart[from + k]!; e < srcStart[from + k + 1]!; e++) {
      const c = coef[e]!;
      const x = src[e]!;
      for (let j = 0, at = x; j < x; j++, at += n) w[o + j] = w[o + j]! + c * p[at]!;
      const r = x * n;
      for (let j = x; j < before; j++) w[o + j] = w[o + j]! + c * p[r + j]!;
    }
  }
  for (let k = 0; k < count; k++) {
    let mean = 0;
    for (let e = srcStart[from + k]!; e < srcStart[from + k + 1]!; e++) mean += coef[e]! * a[src[e]!]!;
    held[k] = mean;
  }
  for (let k = 0; k < count; k++) {
    inPlace[d[from + k]!] = 1;
    a[d[from + k]!] = held[k]!;
  }
  for (let k = 0; k < count; k++)
    for (let l = k; l < count; l++) {
      let sum = 0;
      for (let e = srcStart[from + l]!; e < srcStart[from + l + 1]!; e++)
        sum += coef[e]! * w[k * n + src[e]!]!;
      s[k * count + l] = sum;
    }
  for (let e = qStart[t]!; e < qStart[t + 1]!; e++) {
    const cell = qa[e]! * count + qb[e]!;
    s[cell] = s[cell]! + qv[e]!;
  }
  const others = Math.min(before, now);
  for (let k = 0; k < count; k++) {
    const slot = d[from + k]!;
    const o = k * n;
    for (let j = 0; j < others; j++) {
      if (inPlace[j] === 1) continue;
      if (j < slot) p[j * n + slot] = w[o + j]!;
      else p[slot * n + j] = w[o + j]!;
    }
    for (let l = k; l < count; l++) {
      const other = d[from + l]!;
      p[slot < other ? slot * n + other : other * n + slot] = s[k * count + l]!;
    }
  }
  for (let k = 0; k < count; k++) inPlace[d[from + k]!] = 0;
}

/**
 * Copies the rows at t into the trace, collapsed where that helps; returns what the collapse leaves of −2 log L. Rows with
 * states of their own come first: the smoother, going back, then meets the few states of the others before it meets these.
 */
function gatherRows(program: FilterProgram, trace: FilterTrace, t: number): number {
  const { obsStart, collapsible } = program;
  const from = obsStart[t]!;
  const own = from + collapsible[t]!;
  const row = copyRows(program, trace, own, obsStart[t + 1]!, trace.rowsAt[t]!);
  const few = collapseRows(program, from, own, trace.space);
  trace.collapsed[t] = few ? 1 : 0;
  trace.rowsAt[t + 1] = few ? copyCollapsed(few, trace, row) : copyRows(program, trace, from, own, row);
  return few ? few.remainder : 0;
}

function copyRows(
  program: FilterProgram,
  trace: FilterTrace,
  from: number,
  to: number,
  first: number,
): number {
  const { idx, val, rowStart, h, y } = program;
  const { zStart, zIdx, zVal, f, v } = trace;
  let row = first;
  let at = zStart[row]!;
  for (let r = from; r < to; r++) {
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      zIdx[at] = idx[e]!;
      zVal[at++] = val[e]!;
    }
    f[row] = h[r]!;
    v[row] = y[r]!;
    zStart[++row] = at;
  }
  return row;
}

function copyCollapsed(few: Collapsed, { zStart, zIdx, zVal, f, v }: FilterTrace, first: number): number {
  let row = first;
  let at = zStart[row]!;
  for (let r = 0; r < few.rows; r++) {
    for (let e = few.start[r]!; e < few.start[r + 1]!; e++) {
      zIdx[at] = few.idx[e]!;
      zVal[at++] = few.val[e]!;
    }
    f[row] = 1;
    v[row] = few.y[r]!;
    zStart[++row] = at;
  }
  return row;
}

/** Row by row: M = P z given the rows before it this month, F = z′M + h, v = y − z′a, a ← a + M v/F. */
function innovations(program: FilterProgram, trace: FilterTrace, t: number, least: number): number {
  const { size: n } = program;
  const { p, a, m, f, v, zStart, zIdx, zVal, rowsAt } = trace;
  const active = program.active[t]!;
  const first = rowsAt[t]!;
  let twice = 0;
  for (let row = first; row < rowsAt[t + 1]!; row++) {
    const o = row * n;
    const z0 = zStart[row]!;
    const z1 = zStart[row + 1]!;
    m.fill(0, o, o + active);
    for (let e = z0; e < z1; e++) {
      const x = zIdx[e]!;
      const c = zVal[e]!;
      for (let j = 0, at = x; j < x; j++, at += n) m[o + j] = m[o + j]! + c * p[at]!;
      const r = x * n - o;
      for (let j = o + x; j < o + active; j++) m[j] = m[j]! + c * p[r + j]!;
    }
    for (let past = first; past < row; past++) {
      const q = past * n;
      let dot = 0;
      for (let e = z0; e < z1; e++) dot += zVal[e]! * m[q + zIdx[e]!]!;
      dot /= f[past]!;
      for (let j = 0; j < active; j++) m[o + j] = m[o + j]! - dot * m[q + j]!;
    }
    let variance = f[row]!;
    let error = v[row]!;
    for (let e = z0; e < z1; e++) {
      const x = zIdx[e]!;
      variance += zVal[e]! * m[o + x]!;
      error -= zVal[e]! * a[x]!;
    }
    if (variance < least) {
      m.fill(0, o, o + active);
      f[row] = 1;
      v[row] = 0;
      twice -= LOG_2PI;
      continue;
    }
    if (!(variance > 0) || !Number.isFinite(error))
      throw new AppError(
        "invalid-input",
        `the factor model cannot tell figures apart in month ${t + 1}: innovation variance ${variance}`,
      );
    f[row] = variance;
    v[row] = error;
    const step = error / variance;
    twice += Math.log(variance) + error * step;
    for (let j = 0; j < active; j++) a[j] = a[j]! + m[o + j]! * step;
  }
  return twice;
}

/**
 * P (upper) ← P − Σ M M′/F over the rows at t, four rows in one pass. The states of a quarter, beyond the lasting ones, go
 * again before they are read together: of their covariances only those within one series, three by three, are kept up.
 */
function rankUpdate(program: FilterProgram, { p, m, f, rowsAt }: FilterTrace, t: number): void {
  const { size: n, lasting } = program;
  const active = program.active[t]!;
  const to = rowsAt[t + 1]!;
  let row = rowsAt[t]!;
  for (; row + 3 < to; row += 4) {
    const o0 = row * n;
    const o1 = o0 + n;
    const o2 = o1 + n;
    const o3 = o2 + n;
    const f0 = 1 / f[row]!;
    const f1 = 1 / f[row + 1]!;
    const f2 = 1 / f[row + 2]!;
    const f3 = 1 / f[row + 3]!;
    for (let i = 0; i < active; i++) {
      const x0 = m[o0 + i]! * f0;
      const x1 = m[o1 + i]! * f1;
      const x2 = m[o2 + i]! * f2;
      const x3 = m[o3 + i]! * f3;
      const r = i * n;
      const end = i < lasting ? active : i + 3 - ((i - lasting) % 3);
      for (let j = i; j < end; j++)
        p[r + j] = p[r + j]! - (x0 * m[o0 + j]! + x1 * m[o1 + j]! + (x2 * m[o2 + j]! + x3 * m[o3 + j]!));
    }
  }
  for (; row < to; row++) {
    const o = row * n;
    const inverse = 1 / f[row]!;
    for (let i = 0; i < active; i++) {
      const x = m[o + i]! * inverse;
      if (x === 0) continue;
      const r = i * n;
      const end = i < lasting ? active : i + 3 - ((i - lasting) % 3);
      for (let j = i; j < end; j++) p[r + j] = p[r + j]! - x * m[o + j]!;
    }
  }
}
