import type { StateForm } from "./stateForm.ts";

/** One series through the filter: its figures and, where it has one, what enters the first stationary state after each t. */
export interface FilterColumn {
  values: Float64Array;
  intercept?: Float64Array;
}

export interface Filtered {
  /** F(t) in units of σ²; NaN at a gap. */
  variances: Float64Array;
  /** Per column v(t) = y(t) − Z a(t); NaN at a gap. */
  errors: readonly Float64Array[];
  /** Per column Z a(t), at gaps too. */
  predictions: readonly Float64Array[];
  /** Per column the state predicted for the period after the last. */
  states: readonly Float64Array[];
  /** Its covariance, states × states, the same for all columns. */
  covariance: Float64Array;
}

/**
 * The Kalman filter with an approximate prior: what peers do that put a large variance on the levels differenced away.
 *   v = y − Z a,  F = Z P Zᵀ,  K = P Zᵀ/F,  a⁺ = T (a + K v) + c,  P⁺ = T (P − K F Kᵀ) Tᵀ + R Rᵀ
 * Gaps (NaN in the first column) are passed over. The first state of a column with an intercept is at the mean that
 * its first intercept keeps up: (1 − Σφ)⁻¹ c(1) in the ARMA block. The product's own likelihood is the exact one of
 * arimaLikelihood.ts; this one is the oracle that it is held to, and the peers' convention.
 * Harvey (1989), §3.2; Durbin & Koopman (2012), 2nd ed., §4.3.
 */
export function filterStates(form: StateForm, columns: readonly FilterColumn[]): Filtered {
  const { states: m, design, selection } = form;
  const n = columns[0]!.values.length;
  const rows = sparseRows(form.transition, m);
  const z = [...design.keys()].filter((i) => design[i] !== 0);
  const states = columns.map((c) => startOf(form, c));
  const errors = columns.map(() => new Float64Array(n));
  const predictions = columns.map(() => new Float64Array(n));
  const variances = new Float64Array(n);
  const P = form.covariance.slice();
  const half = new Float64Array(m * m);
  const pz = new Float64Array(m);
  const next = new Float64Array(m);
  for (let t = 0; t < n; t++) {
    const gap = Number.isNaN(columns[0]!.values[t]!);
    let f = 0;
    for (let i = 0; i < m; i++) {
      let v = 0;
      for (const j of z) v += P[i * m + j]! * design[j]!;
      pz[i] = v;
    }
    for (const j of z) f += design[j]! * pz[j]!;
    variances[t] = gap ? Number.NaN : f;
    for (let c = 0; c < columns.length; c++) {
      const a = states[c]!;
      let said = 0;
      for (const j of z) said += design[j]! * a[j]!;
      predictions[c]![t] = said;
      let v = Number.NaN;
      if (!gap) {
        v = columns[c]!.values[t]! - said;
        for (let i = 0; i < m; i++) a[i]! += (pz[i]! * v) / f;
      }
      errors[c]![t] = v;
      times(rows, a, next);
      a.set(next);
      const intercept = columns[c]!.intercept;
      if (intercept) a[form.stationary]! += intercept[t]!;
    }
    if (!gap) for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) P[i * m + j]! -= (pz[i]! * pz[j]!) / f;
    carry(rows, selection, P, half, m);
  }
  return { variances, errors, predictions, states, covariance: P };
}

/** Mean and variance (in units of σ²) of Z a over the next periods, from a state and its covariance. */
export function forecastStates(
  form: StateForm,
  state: Float64Array,
  covariance: Float64Array,
  horizon: number,
  intercept?: Float64Array,
): { mean: Float64Array; variance: Float64Array } {
  const { states: m, design, selection } = form;
  const rows = sparseRows(form.transition, m);
  const a = state.slice();
  const P = covariance.slice();
  const half = new Float64Array(m * m);
  const next = new Float64Array(m);
  const mean = new Float64Array(horizon);
  const variance = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    for (let i = 0; i < m; i++) {
      mean[h]! += design[i]! * a[i]!;
      for (let j = 0; j < m; j++) variance[h]! += design[i]! * design[j]! * P[i * m + j]!;
    }
    times(rows, a, next);
    a.set(next);
    if (intercept) a[form.stationary]! += intercept[h]!;
    carry(rows, selection, P, half, m);
  }
  return { mean, variance };
}

interface SparseRow {
  at: Int32Array;
  value: Float64Array;
}

function sparseRows(matrix: Float64Array, m: number): SparseRow[] {
  return Array.from({ length: m }, (_, i) => {
    const row = matrix.subarray(i * m, (i + 1) * m);
    const at = Int32Array.from([...row.keys()].filter((j) => row[j] !== 0));
    return { at, value: Float64Array.from(at, (j) => row[j]!) };
  });
}

function times(rows: readonly SparseRow[], a: Float64Array, out: Float64Array): void {
  for (let i = 0; i < rows.length; i++) {
    const { at, value } = rows[i]!;
    let v = 0;
    for (let k = 0; k < at.length; k++) v += value[k]! * a[at[k]!]!;
    out[i] = v;
  }
}

/** P ← T P Tᵀ + R Rᵀ. */
function carry(
  rows: readonly SparseRow[],
  selection: Float64Array,
  P: Float64Array,
  half: Float64Array,
  m: number,
): void {
  half.fill(0);
  for (let i = 0; i < m; i++) {
    const { at, value } = rows[i]!;
    for (let k = 0; k < at.length; k++) {
      const from = at[k]! * m;
      const c = value[k]!;
      for (let j = 0; j < m; j++) half[i * m + j]! += c * P[from + j]!;
    }
  }
  for (let j = 0; j < m; j++) {
    const { at, value } = rows[j]!;
    for (let i = 0; i <= j; i++) {
      let v = selection[i]! * selection[j]!;
      for (let k = 0; k < at.length; k++) v += value[k]! * half[i * m + at[k]!]!;
      P[i * m + j] = v;
      P[j * m + i] = v;
    }
  }
}

/** The state before the first figure: at rest, or at the mean that the first intercept keeps up. */
function startOf({ states, stationary, transition }: StateForm, { intercept }: FilterColumn): Float64Array {
  const a = new Float64Array(states);
  if (!intercept) return a;
  const r = states - stationary;
  let persistence = 0;
  for (let i = 0; i < r; i++) persistence += transition[(stationary + i) * states + stationary]!;
  const mean = intercept[0]! / (1 - persistence);
  // Below the first, a(i) = φ(i+1) a(0) + a(i+1).
  for (let i = r - 1; i >= 1; i--)
    a[stationary + i] =
      transition[(stationary + i) * states + stationary]! * mean + (a[stationary + i + 1] ?? 0);
  a[stationary] = mean;
  return a;
}
