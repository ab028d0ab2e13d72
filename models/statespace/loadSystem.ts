import { AppError } from "../errors.ts";
import { diagonalise } from "./diagonalise.ts";
import { diffuseCount } from "./initialState.ts";
import type { Plan } from "./plan.ts";
import { readRows } from "./sparseRows.ts";
import { type StateSpace, shocksOf } from "./stateSpace.ts";

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

function expect(name: string, data: Float64Array, length: number): void {
  if (data.length !== length)
    throw new AppError("invalid-input", `${name} needs ${length} entries; found ${data.length}`);
}
