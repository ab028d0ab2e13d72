import { type CollapseSpace, collapseSpace } from "./collapseRows.ts";
import type { FilterProgram } from "./filterProgram.ts";

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
