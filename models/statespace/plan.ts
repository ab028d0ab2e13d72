import { AppError } from "../errors.ts";
import { diffuseCount } from "./initialState.ts";
import { type SparseRows, sparseRows } from "./sparseRows.ts";
import { type StateSpace, shocksOf } from "./stateSpace.ts";

/** Which system matrices hold one block per period. */
export interface Varies {
  readonly Z: boolean;
  readonly d: boolean;
  readonly h: boolean;
  readonly T: boolean;
  readonly c: boolean;
  readonly V: boolean;
}

/**
 * All the memory that a run over a model of one shape needs, and the system in the form the recursions read:
 * sparse rows of Z and T, R Q R′ by its non-zero entries, observations less d and with independent errors. Made once,
 * filled anew by loadSystem.ts for every set of parameters; nothing is allocated in between.
 */
export interface Plan {
  readonly n: number;
  readonly p: number;
  readonly m: number;
  readonly r: number;
  readonly q: number;
  readonly varies: Varies;
  /** Whether ε is correlated: y and Z then hold L⁻¹y and L⁻¹Z. */
  readonly correlated: boolean;
  /** n × p; NaN = missing. */
  readonly y: Float64Array;
  /** Rows of Z: p, or n p where they change with the period or the pattern of gaps. */
  readonly Z: SparseRows;
  /** Var ε: p or n p. */
  readonly h: Float64Array;
  /** How far the rows of Z and of h move on per period: 0 or p. */
  readonly zStep: number;
  readonly hStep: number;
  readonly T: SparseRows;
  readonly tStep: number;
  /** For each row of T the column it copies, where its one entry is 1; −1 where it mixes. */
  readonly copied: Int32Array;
  /** For each row that copies, the row after the last of its run: rows that copy one column after the other. */
  readonly runEnd: Int32Array;
  readonly c: Float64Array;
  readonly cStep: number;
  /** Upper triangle of R Q R′: block k owns entries start[k] … start[k+1] − 1, each at i·m + j, i ≤ j. */
  readonly V: { readonly start: Int32Array; readonly at: Int32Array; readonly value: Float64Array };
  readonly vStep: number;
  readonly a: Float64Array;
  readonly A: Float64Array;
  /** Two turns of P and the product T P, m × m each. */
  readonly P: Float64Array;
  /** P z of each series in the current period. */
  readonly M: Float64Array;
  readonly F: Float64Array;
  readonly Minf: Float64Array;
  readonly w: Float64Array;
  readonly K: Float64Array;
  readonly work: Float64Array;
  readonly before: Float64Array;
}

/** Room for runs of `periods` periods over models of the shape of `model`. */
export function planFor(model: StateSpace, periods: number): Plan {
  const { series: p, states: m } = model;
  const n = periods;
  const r = shocksOf(model);
  if (!(n >= 1 && p >= 1 && m >= 1 && r >= 0))
    throw new AppError(
      "invalid-input",
      `a state-space model needs periods, series and states; found ${n}, ${p} and ${m}`,
    );
  if ((model.h === undefined) === (model.H === undefined))
    throw new AppError("invalid-input", "the observation errors need either variances h or a covariance H");
  const correlated = model.H !== undefined;
  const varies: Varies = {
    Z: blocks("Z", model.Z, p * m, n) > 1,
    d: model.d !== undefined && blocks("d", model.d, p, n) > 1,
    h: correlated ? blocks("H", model.H!, p * p, n) > 1 : blocks("h", model.h!, p, n) > 1,
    T: blocks("T", model.T, m * m, n) > 1,
    c: model.c !== undefined && blocks("c", model.c, m, n) > 1,
    V: blocks("Q", model.Q, r * r, n) > 1 || (model.R !== undefined && blocks("R", model.R, m * r, n) > 1),
  };
  const zBlocks = varies.Z || correlated ? n : 1;
  const vBlocks = varies.V ? n : 1;
  const entries = vBlocks * ((m * (m + 1)) / 2);
  return {
    n,
    p,
    m,
    r,
    q: diffuseCount(model.initial),
    varies,
    correlated,
    y: new Float64Array(n * p),
    Z: sparseRows(zBlocks * p, m),
    h: new Float64Array((varies.h || correlated ? n : 1) * p),
    zStep: zBlocks > 1 ? p : 0,
    hStep: varies.h || correlated ? p : 0,
    T: sparseRows((varies.T ? n : 1) * m, m),
    tStep: varies.T ? m : 0,
    copied: new Int32Array((varies.T ? n : 1) * m),
    runEnd: new Int32Array((varies.T ? n : 1) * m),
    c: new Float64Array((varies.c ? n : 1) * m),
    cStep: varies.c ? m : 0,
    V: {
      start: new Int32Array(vBlocks + 1),
      at: new Int32Array(entries),
      value: new Float64Array(entries),
    },
    vStep: varies.V ? 1 : 0,
    a: new Float64Array(m),
    A: new Float64Array(m * diffuseCount(model.initial)),
    P: new Float64Array(3 * m * m),
    M: new Float64Array(p * m),
    F: new Float64Array(p),
    Minf: new Float64Array(m),
    w: new Float64Array(m),
    K: new Float64Array(m),
    work: new Float64Array(Math.max(m, p) * Math.max(m, p, r)),
    before: new Float64Array(p * m),
  };
}

function blocks(name: string, data: Float64Array, size: number, n: number): number {
  if (data.length === size) return 1;
  if (data.length === n * size) return n;
  throw new AppError(
    "invalid-input",
    `${name} needs ${size} entries, or ${n} times as many where it varies; found ${data.length}`,
  );
}
