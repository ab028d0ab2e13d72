import { AppError } from "../errors.ts";
import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";
import { gatherRows } from "./gatherRows.ts";
import { predictState } from "./predictState.ts";
import { rankUpdate } from "./rankUpdate.ts";

const LOG_2PI = Math.log(2 * Math.PI);

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
    predictState(program, trace, t);
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
