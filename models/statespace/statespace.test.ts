import { describe, expect, it } from "vitest";
import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { combine, type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { diffuseInitial, stackInitial, stationaryInitial } from "./initialState.ts";
import { kalmanFilter } from "./kalmanFilter.ts";
import { logLikelihood } from "./logLikelihood.ts";
import { planFor } from "./plan.ts";
import { smoothStates } from "./smoothStates.ts";
import type { StateSpace } from "./stateSpace.ts";

/**
 * The oracle: the joint normal distribution of all states and observations written out, conditioned at one stroke.
 *   α = μ + D δ + S,  y = Z α + d + ε;   δ by generalised least squares, the rest by the normal regression
 */
function jointNormal(model: StateSpace, y: Float64Array) {
  const { series: p, states: m, initial } = model;
  const n = y.length / p;
  const q = initial.A.length / m;
  const r = model.shocks ?? m;
  const at = (data: Float64Array | undefined, size: number, t: number): Float64Array<ArrayBuffer> =>
    data === undefined
      ? new Float64Array(size)
      : data.slice(data.length === size ? 0 : t * size, data.length === size ? size : (t + 1) * size);
  const transition = (t: number) => matrix(m, m, at(model.T, m * m, t));
  const shock = (t: number) => {
    const R = model.R
      ? matrix(m, r, at(model.R, m * r, t))
      : matrix(
          m,
          m,
          Float64Array.from({ length: m * m }, (_, k) => (k % (m + 1) === 0 ? 1 : 0)),
        );
    return multiply(multiply(R, matrix(r, r, at(model.Q, r * r, t))), transpose(R));
  };
  const mean = new Float64Array(n * m);
  const D = matrix(n * m, q);
  const S = matrix(n * m, n * m);
  let mu = matrix(m, 1, initial.a.slice());
  let A = matrix(m, q);
  for (let j = 0; j < q; j++) for (let i = 0; i < m; i++) A.data[i * q + j] = initial.A[j * m + i]!;
  let P = matrix(m, m, initial.P.slice());
  const put = (block: Matrix, row: number, column: number) => {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) {
        S.data[(row + i) * n * m + column + j] = block.data[i * m + j]!;
        S.data[(column + j) * n * m + row + i] = block.data[i * m + j]!;
      }
  };
  for (let t = 0; t < n; t++) {
    mean.set(mu.data, t * m);
    D.data.set(A.data, t * m * q);
    let cross = P;
    put(P, t * m, t * m);
    for (let s = t; s + 1 < n; s++) {
      cross = multiply(transition(s), cross);
      put(cross, (s + 1) * m, t * m);
    }
    mu = combine(multiply(transition(t), mu), matrix(m, 1, at(model.c, m, t).slice()));
    A = multiply(transition(t), A);
    P = combine(multiply(multiply(transition(t), P), transpose(transition(t))), shock(t));
  }
  const seen = [...y.keys()].filter((k) => !Number.isNaN(y[k]!));
  const N = seen.length;
  const Z = matrix(N, n * m);
  const e = matrix(N, 1);
  const H = matrix(N, N);
  const noise = (t: number, i: number, j: number) =>
    model.H ? at(model.H, p * p, t)[i * p + j]! : i === j ? at(model.h, p, t)[i]! : 0;
  seen.forEach((k, row) => {
    const t = Math.floor(k / p);
    const i = k % p;
    for (let j = 0; j < m; j++) Z.data[row * n * m + t * m + j] = at(model.Z, p * m, t)[i * m + j]!;
    e.data[row] = y[k]! - at(model.d, p, t)[i]!;
    seen.forEach((l, column) => {
      if (Math.floor(l / p) === t) H.data[row * N + column] = noise(t, i, l % p);
    });
  });
  const error = combine(e, multiply(Z, matrix(n * m, 1, mean.slice())), 1, -1);
  const SZ = multiply(S, transpose(Z));
  const omega = combine(multiply(Z, SZ), H);
  const X = multiply(Z, D);
  const iX = solvePositive(omega, X)!;
  const ie = solvePositive(omega, error)!;
  const XX = multiply(transpose(X), iX);
  const delta = q > 0 ? solvePositive(XX, multiply(transpose(iX), error))! : matrix(0, 1);
  const rest = q > 0 ? combine(error, multiply(X, delta), 1, -1) : error;
  const states = combine(matrix(n * m, 1, mean), multiply(SZ, q > 0 ? solvePositive(omega, rest)! : ie));
  if (q > 0) states.data.set(combine(states, multiply(D, delta)).data);
  let variance = combine(S, multiply(SZ, solvePositive(omega, transpose(SZ))!), 1, -1);
  if (q > 0) {
    const B = combine(D, multiply(SZ, iX), 1, -1);
    variance = combine(variance, multiply(B, solvePositive(XX, transpose(B))!));
  }
  const squares = multiply(transpose(rest), q > 0 ? solvePositive(omega, rest)! : ie).data[0]!;
  const logLikelihoodValue =
    -0.5 *
    ((N - q) * Math.log(2 * Math.PI) +
      logDeterminantOf(cholesky(omega)!) +
      (q > 0 ? logDeterminantOf(cholesky(XX)!) : 0) +
      squares);
  const block = (row: number, column: number) =>
    Array.from({ length: m * m }, (_, k) => {
      const i = Math.floor(k / m);
      return variance.data[(row * m + i) * n * m + column * m + (k % m)]!;
    });
  return {
    states: [...states.data],
    variances: Array.from({ length: n }, (_, t) => block(t, t)).flat(),
    lagOne: Array.from({ length: n - 1 }, (_, t) => block(t + 1, t)).flat(),
    logLikelihood: logLikelihoodValue,
  };
}

const draw = randomSource(7);
const normals = (count: number, scale = 1) =>
  Float64Array.from({ length: count }, () => scale * draw.normal());
const positive = (k: number): Float64Array => {
  const a = normals(k * k, 0.7);
  return Float64Array.from({ length: k * k }, (_, e) => {
    const i = Math.floor(e / k);
    const j = e % k;
    let s = i === j ? 0.3 : 0;
    for (let l = 0; l < k; l++) s += a[i * k + l]! * a[j * k + l]!;
    return s;
  });
};
const withGaps = (y: Float64Array, gaps: readonly number[]) => {
  for (const k of gaps) y[k] = Number.NaN;
  return y;
};

const n = 9;
const trend: StateSpace = {
  series: 1,
  states: 2,
  Z: Float64Array.of(1, 0),
  h: Float64Array.of(0.8),
  T: Float64Array.of(1, 1, 0, 1),
  Q: Float64Array.of(0.5, 0, 0, 0.1),
  initial: diffuseInitial(2),
};
const seasonal: StateSpace = {
  series: 1,
  states: 4,
  shocks: 2,
  Z: Float64Array.of(1, 1, 0, 0),
  h: Float64Array.of(0.3),
  T: Float64Array.of(1, 0, 0, 0, 0, -1, -1, -1, 0, 1, 0, 0, 0, 0, 1, 0),
  R: Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0),
  Q: Float64Array.of(0.4, 0, 0, 0.2),
  initial: diffuseInitial(4),
};
const varying: StateSpace = {
  series: 2,
  states: 3,
  shocks: 2,
  Z: normals(n * 6),
  d: normals(2 * n),
  H: concat(n, () => positive(2)),
  T: concat(n, () => normals(9, 0.5)),
  c: normals(3 * n),
  R: concat(n, () => normals(6)),
  Q: concat(n, () => positive(2)),
  initial: { a: normals(3), P: positive(3), A: normals(3) },
};
const partlyDiffuse: StateSpace = {
  series: 3,
  states: 3,
  Z: Float64Array.of(1, 0, 1, 2, 0, 2, 0.5, 1, 0),
  h: Float64Array.of(0.4, 0.7, 0),
  T: Float64Array.of(1, 0.3, 0, 0, 0.8, 0, 0, 0, 1),
  c: Float64Array.of(0.1, -0.2, 0),
  Q: positive(3),
  initial: stackInitial([
    diffuseInitial(1),
    stationaryInitial(Float64Array.of(0.8), Float64Array.of(0.5), Float64Array.of(-0.2)),
    diffuseInitial(1),
  ]),
};

function concat(times: number, block: () => Float64Array): Float64Array {
  return Float64Array.from(Array.from({ length: times }, () => [...block()]).flat());
}

const cases: [string, StateSpace, Float64Array][] = [
  ["a local linear trend", trend, normals(n, 2)],
  ["a trend whose second and third figures are missing", trend, withGaps(normals(n, 2), [1, 2])],
  ["a seasonal model that begins with a gap", seasonal, withGaps(normals(n, 2), [0, 5])],
  ["everything varying, errors correlated, gaps", varying, withGaps(normals(2 * n, 2), [1, 4, 8, 9])],
  ["several series, some of which see the same diffuse state", partlyDiffuse, normals(3 * n, 2)],
  ["the same with gaps", partlyDiffuse, withGaps(normals(3 * n, 2), [0, 1, 5, 9, 13, 14])],
];

describe.each(cases)("%s", (_, model, y) => {
  const oracle = jointNormal(model, y);
  const filtered = kalmanFilter(model, y);
  const smoothed = smoothStates(model, filtered, { lagOne: true });

  it("has the likelihood of the joint normal", () => {
    expect(filtered.logLikelihood).toBeCloseTo(oracle.logLikelihood, 9);
    expect(logLikelihood(planFor(model, n), model, y)).toBeCloseTo(oracle.logLikelihood, 9);
  });

  it("smooths states as the joint normal conditions them, with variances and neighbours", () => {
    expect(farthest(smoothed.states, oracle.states)).toBeLessThan(1e-8);
    expect(farthest(smoothed.variances, oracle.variances)).toBeLessThan(1e-8);
    expect(farthest(smoothed.lagOne, oracle.lagOne)).toBeLessThan(1e-8);
  });
});

/** The largest difference, relative to the largest number there. */
function farthest(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(1, ...Array.from(theirs, Math.abs));
  let worst = 0;
  for (let k = 0; k < ours.length; k++) {
    const gap = Math.abs(ours[k]! - theirs[k]!) / scale;
    worst = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
  }
  return worst;
}
