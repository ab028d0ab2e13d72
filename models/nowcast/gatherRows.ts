import { type Collapsed, collapseRows } from "./collapseRows.ts";
import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";

/**
 * Copies the rows at t into the trace, collapsed where that helps; returns what the collapse leaves of −2 log L. Rows with
 * states of their own come first: the smoother, going back, then meets the few states of the others before it meets these.
 */
export function gatherRows(program: FilterProgram, trace: FilterTrace, t: number): number {
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
