import { AppError } from "../errors.ts";
import { ldl } from "./ldl.ts";
import type { StateSpace } from "./stateSpace.ts";

export interface Collapsed {
  /** The same states seen through `series` ≤ m independent pseudo-observations of variance 1. */
  readonly model: StateSpace;
  /** n × model.series; NaN where a period carries less information than that. */
  readonly y: Float64Array;
  /** log p(y) = log p(y*) + correction: what the pseudo-observations leave out. */
  readonly correction: number;
}

/** A pivot below this share of its diagonal is information already had. */
const DEPENDENT = 1e-12;

/**
 * Collapses many series to as many pseudo-observations as they carry information on the states:
 *   G = Z′H⁻¹Z = L L′ (pivots without information dropped),   L y* = Z′H⁻¹(y − d),   y* = L′α + ε*,  ε* ~ N(0, I)
 *   log p(y) = log p(y*) − ½ Σ [(p − k) log 2π + log |H| + e′H⁻¹e],    e = y − d − Z b,  L′b = y*
 * State estimates and the likelihood are those of the full model exactly. Z and H restricted to what is observed, period
 * by period; worked out once per pattern of gaps where they are constant. H must be positive definite.
 * Jungbacker & Koopman (2008; 2015, Econometrics Journal 18); Durbin & Koopman, 2nd ed., §6.5.
 */
export function collapse(model: StateSpace, y: Float64Array): Collapsed {
  const { series: p, states: m } = model;
  const n = Math.round(y.length / p);
  const constant = model.Z.length === p * m && (model.h ? model.h.length === p : model.H!.length === p * p);
  const known = new Map<string, Pattern>();
  const patterns: Pattern[] = [];
  const full: Float64Array[] = [];
  let correction = 0;
  for (let t = 0; t < n; t++) {
    const observed: number[] = [];
    for (let i = 0; i < p; i++) if (!Number.isNaN(y[t * p + i]!)) observed.push(i);
    const key = observed.join();
    const pattern = (constant ? known.get(key) : undefined) ?? patternOf(model, t, observed);
    known.set(key, pattern);
    const { pseudo, rest } = project(model, t, observed, pattern, y);
    patterns.push(pattern);
    full.push(pseudo);
    correction -= 0.5 * ((observed.length - pseudo.length) * Math.log(2 * Math.PI) + pattern.logDet + rest);
  }
  const k = Math.max(1, ...full.map((v) => v.length));
  const shared = constant && known.size === 1;
  const Z = new Float64Array((shared ? 1 : n) * k * m);
  const pseudo = new Float64Array(n * k).fill(Number.NaN);
  for (let t = 0; t < n; t++) {
    pseudo.set(full[t]!, t * k);
    if (!shared || t === 0)
      patterns[t]!.rows.forEach((row, i) => {
        Z.set(row, (t * k + i) * m);
      });
  }
  return {
    model: { ...model, series: k, Z, d: undefined, h: new Float64Array(k).fill(1), H: undefined },
    y: pseudo,
    correction,
  };
}

interface Pattern {
  /** Rows of W = D^−½ L_H⁻¹ Z: the observed series with independent errors of variance 1. */
  readonly white: readonly Float64Array[];
  readonly L: Float64Array;
  readonly spread: Float64Array;
  readonly logDet: number;
  /** Rows of L′ of G, and the state at which each has its pivot. */
  readonly rows: readonly Float64Array[];
  readonly pivots: readonly number[];
}

function patternOf(
  { series: p, states: m, Z, h, H }: StateSpace,
  t: number,
  observed: readonly number[],
): Pattern {
  const covariance = H
    ? H.subarray(H.length > p * p ? t * p * p : 0)
    : diagonalOf(h!, h!.length > p ? t * p : 0, p);
  const { L, D } = ldl(covariance.subarray(0, p * p), p, observed);
  const spread = D.map(Math.sqrt);
  let logDet = 0;
  for (const d of D) {
    if (!(d > 0))
      throw new AppError(
        "invalid-input",
        "collapsing needs observation errors with positive variance; found 0",
      );
    logDet += Math.log(d);
  }
  const zAt = Z.length > p * m ? t * p * m : 0;
  const white = observed.map((i) => Z.slice(zAt + i * m, zAt + (i + 1) * m));
  whiten(white, L, spread, p);
  const G = new Float64Array(m * m);
  for (const row of white)
    for (let i = 0; i < m; i++)
      if (row[i] !== 0) for (let j = 0; j < m; j++) G[i * m + j]! += row[i]! * row[j]!;
  return { white, L, spread, logDet, ...factor(G, m) };
}

/** Cholesky with the pivots that carry nothing passed over: rows of L′ and where their pivots are. */
function factor(G: Float64Array, m: number): { rows: Float64Array[]; pivots: number[] } {
  const rows: Float64Array[] = [];
  const pivots: number[] = [];
  const left = G.slice();
  for (let j = 0; j < m; j++) {
    const d = left[j * m + j]!;
    if (!(d > DEPENDENT * G[j * m + j]!)) continue;
    const root = Math.sqrt(d);
    const row = new Float64Array(m);
    for (let i = j; i < m; i++) row[i] = left[j * m + i]! / root;
    for (let a = j; a < m; a++) for (let b = a; b < m; b++) left[a * m + b]! -= row[a]! * row[b]!;
    rows.push(row);
    pivots.push(j);
  }
  return { rows, pivots };
}

/** y* of one period and e′H⁻¹e. */
function project(
  { series: p, states: m, d }: StateSpace,
  t: number,
  observed: readonly number[],
  { white, L, spread, rows, pivots }: Pattern,
  y: Float64Array,
): { pseudo: Float64Array; rest: number } {
  const dAt = d && d.length > p ? t * p : 0;
  const target = observed.map((i) => Float64Array.of(y[t * p + i]! - (d ? d[dAt + i]! : 0)));
  whiten(target, L, spread, p);
  const pseudo = new Float64Array(rows.length);
  pivots.forEach((j, k) => {
    let s = 0;
    white.forEach((row, i) => {
      s += row[j]! * target[i]![0]!;
    });
    for (let l = 0; l < k; l++) s -= rows[l]![j]! * pseudo[l]!;
    pseudo[k] = s / rows[k]![j]!;
  });
  const b = new Float64Array(m);
  for (let k = pivots.length - 1; k >= 0; k--) {
    let s = pseudo[k]!;
    for (let l = k + 1; l < pivots.length; l++) s -= rows[k]![pivots[l]!]! * b[pivots[l]!]!;
    b[pivots[k]!] = s / rows[k]![pivots[k]!]!;
  }
  let rest = 0;
  white.forEach((row, i) => {
    let e = target[i]![0]!;
    for (let j = 0; j < m; j++) e -= row[j]! * b[j]!;
    rest += e * e;
  });
  return { pseudo, rest };
}

/** rows ← D^−½ L⁻¹ rows. */
function whiten(rows: readonly Float64Array[], L: Float64Array, spread: Float64Array, p: number): void {
  rows.forEach((row, k) => {
    for (let s = 0; s < k; s++) {
      const x = L[k * p + s]! * spread[s]!;
      if (x !== 0) for (let j = 0; j < row.length; j++) row[j]! -= x * rows[s]![j]!;
    }
    for (let j = 0; j < row.length; j++) row[j]! /= spread[k]!;
  });
}

function diagonalOf(h: Float64Array, at: number, p: number): Float64Array {
  const out = new Float64Array(p * p);
  for (let i = 0; i < p; i++) out[i * (p + 1)] = h[at + i]!;
  return out;
}
