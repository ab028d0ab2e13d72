import { AppError } from "../errors.ts";
import { diagonalise } from "./diagonalise.ts";
import { diffuseCount } from "./initialState.ts";
import { readRows, type SparseRows, sparseRows } from "./sparseRows.ts";
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
 * filled anew by `loadSystem` for every set of parameters; nothing is allocated in between.
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

/**
 * Reads a model of the plan's shape and y (n × p, NaN = missing) into the plan.
 * Throws AppError("invalid-input") where the shape differs or a number is not finite.
 */
export function loadSystem(plan: Plan, model: StateSpace, y: Float64Array): void {
  const { n, p, m, r, varies } = plan;
  if (model.series !== p || model.states !== m || shocksOf(model) !== r)
    throw new AppError("invalid-input", `the plan is for ${p} series, ${m} states and ${r} shocks`);
  if (diffuseCount(model.initial) !== plan.q)
    throw new AppError("invalid-input", `the plan is for ${plan.q} diffuse elements`);
  if ((model.H !== undefined) !== plan.correlated || (model.h === undefined) === (model.H === undefined))
    throw new AppError("invalid-input", "the observation errors need either variances h or a covariance H");
  expect("y", y, n * p);
  expect("Z", model.Z, (varies.Z ? n : 1) * p * m);
  if (model.d) expect("d", model.d, (varies.d ? n : 1) * p);
  expect("T", model.T, (varies.T ? n : 1) * m * m);
  if (model.c) expect("c", model.c, (varies.c ? n : 1) * m);
  expect("initial mean", model.initial.a, m);
  expect("initial variance", model.initial.P, m * m);
  const { d } = model;
  const dStep = varies.d ? p : 0;
  for (let t = 0; t < n; t++)
    for (let i = 0; i < p; i++) plan.y[t * p + i] = y[t * p + i]! - (d ? d[t * dStep + i]! : 0);
  if (model.H) {
    expect("H", model.H, (varies.h ? n : 1) * p * p);
    diagonalise(plan, model.Z, model.H);
  } else {
    expect("h", model.h!, (varies.h ? n : 1) * p);
    plan.h.set(model.h!);
    readRows(plan.Z, model.Z, (varies.Z ? n : 1) * p, m);
  }
  readRows(plan.T, model.T, (varies.T ? n : 1) * m, m);
  findRuns(plan);
  if (model.c) plan.c.set(model.c);
  else plan.c.fill(0);
  loadShocks(plan, model);
}

function findRuns({ m, T, copied, runEnd }: Plan): void {
  for (let i = 0; i < copied.length; i++) {
    const from = T.start[i]!;
    const one = T.start[i + 1]! === from + 1 && T.value[from] === 1;
    copied[i] = one ? T.column[from]! : -1;
  }
  for (let i = copied.length - 1; i >= 0; i--) {
    const goesOn = (i + 1) % m !== 0 && copied[i]! >= 0 && copied[i + 1] === copied[i]! + 1;
    runEnd[i] = goesOn ? runEnd[i + 1]! : (i % m) + 1;
  }
}

/** R Q R′ of each block, upper triangle, non-zero entries. */
function loadShocks(plan: Plan, model: StateSpace): void {
  const { n, m, r, V, work } = plan;
  const { R, Q } = model;
  const qStep = Q.length > r * r ? r * r : 0;
  const rStep = R && R.length > m * r ? m * r : 0;
  if (Q.length !== r * r && Q.length !== n * r * r) expect("Q", Q, r * r);
  if (R && R.length !== m * r && R.length !== n * m * r) expect("R", R, m * r);
  if (!R && r !== m) throw new AppError("invalid-input", `without R there are ${m} shocks; found ${r}`);
  let at = 0;
  for (let t = 0; t < V.start.length - 1; t++) {
    V.start[t] = at;
    const q = t * qStep;
    const s = t * rStep;
    if (R)
      for (let i = 0; i < m; i++)
        for (let l = 0; l < r; l++) {
          let sum = 0;
          for (let k = 0; k < r; k++) {
            const x = R[s + i * r + k]!;
            if (x !== 0) sum += x * Q[q + k * r + l]!;
          }
          work[i * r + l] = sum;
        }
    for (let i = 0; i < m; i++)
      for (let j = i; j < m; j++) {
        let v = 0;
        if (!R) v = Q[q + i * m + j]!;
        else
          for (let l = 0; l < r; l++) {
            const x = R[s + j * r + l]!;
            if (x !== 0) v += work[i * r + l]! * x;
          }
        if (v !== 0) {
          V.at[at] = i * m + j;
          V.value[at++] = v;
        }
      }
  }
  V.start[V.start.length - 1] = at;
}

function blocks(name: string, data: Float64Array, size: number, n: number): number {
  if (data.length === size) return 1;
  if (data.length === n * size) return n;
  throw new AppError(
    "invalid-input",
    `${name} needs ${size} entries, or ${n} times as many where it varies; found ${data.length}`,
  );
}

function expect(name: string, data: Float64Array, length: number): void {
  if (data.length !== length)
    throw new AppError("invalid-input", `${name} needs ${length} entries; found ${data.length}`);
}
