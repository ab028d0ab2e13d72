import type { ArmaPolynomials } from "./arimaOrder.ts";
import { type ArmaMoments, armaMoments, autocovariance } from "./autocovariance.ts";

export interface Innovations {
  /** Σ log F(t), F(t) the variance of the one-step error in units of σ². */
  logDeterminant: number;
  /** Per column the errors v(t)/√F(t); in steady state F = 1. */
  standardised: readonly Float64Array[];
  /** Per column v(t) itself. */
  errors: readonly Float64Array[];
  /** Per column the state after the last figure: its first entry is the next forecast. Only with `keepStates`. */
  states: readonly Float64Array[];
}

/** The arrays of one shape of problem, for many evaluations: each evaluation writes over the last one's answer. */
export interface InnovationsPlan extends Innovations {
  moments: ArmaMoments;
  /** Covariances of the state with the first figure. */
  link: Float64Array;
  /** [G₀, L₀, a₀, G₁, L₁, a₁, …]: one array being faster than three. */
  run: Float64Array;
  /** Every G(t)/F(t), one row a step, kept while there are further columns. */
  gains: Float64Array;
  /** √F(t) */
  roots: Float64Array;
  arIndex: Int32Array;
  maIndex: Int32Array;
}

export function innovationsPlan(
  arma: ArmaPolynomials,
  columns: readonly Float64Array[],
  keepStates = false,
): InnovationsPlan {
  const n = columns[0]!.length;
  const { r } = arma;
  return {
    logDeterminant: 0,
    standardised: columns.map(() => new Float64Array(n)),
    errors: columns.map(() => new Float64Array(n)),
    states: keepStates ? columns.map(() => new Float64Array(r + 1)) : [],
    moments: armaMoments(arma),
    link: new Float64Array(r + 1),
    run: new Float64Array(3 * r + 3),
    gains: new Float64Array(columns.length > 1 ? n * r : 0),
    roots: new Float64Array(n),
    arIndex: new Int32Array(r),
    maIndex: new Int32Array(r),
  };
}

/** F has reached its limit 1 when it is this near: tested against the limit, not against its own last step. */
const STEADY = 1e-14;

/**
 * One-step errors of a stationary ARMA process for several columns at once (the series and its regressors share
 * gains and variances), by the Chandrasekhar recursions: O(r) per step where the Kalman filter takes O(r²).
 *   F⁺ = F + M L₀²,  G⁺ = G + M L₀ (φ L₀ + shift L),  L⁺ = φ L₀ + shift L − G⁺ L₀/F⁺,  M⁺ = M + (M L₀)²/F
 *   v = x − a₀,  a⁺ = φ a₀ + shift a + G v/F
 * Once F = 1 the errors follow the plain recursion v = w − Σφw − Σθv. Gaps are dealt with outside (as regressors).
 * null where the coefficients leave no positive variance. With a `plan` nothing is allocated, and the answer is the
 * plan itself, good until its next use.
 * Morf, Sidhu & Kailath (1974); Pearlman (1980), An algorithm for the exact likelihood of a high-order
 * autoregressive-moving average process, Biometrika 67. A change of F is no sign of the steady state: with a season
 * F rests on plateaus.
 */
export function innovations(
  arma: ArmaPolynomials,
  columns: readonly Float64Array[],
  keepStates = false,
  plan: InnovationsPlan = innovationsPlan(arma, columns, keepStates),
): Innovations | null {
  if (!autocovariance(arma, plan.moments)) return null;
  const steadyFrom = firstColumn(arma, columns[0]!, plan, keepStates, columns.length > 1);
  for (let c = 1; c < columns.length; c++) furtherColumn(arma, columns[c]!, plan, c, steadyFrom, keepStates);
  if (steadyFrom < columns[0]!.length) {
    const ar = lagsInUse(arma.phi, arma.arLags, plan.arIndex);
    const ma = lagsInUse(arma.theta, arma.maLags, plan.maIndex);
    for (let c = 0; c < columns.length; c++) steady(arma, plan, ar, ma, columns[c]!, c, steadyFrom);
  }
  return plan;
}

/** The gains with the series itself beside them; returns the step from which F is 1. */
function firstColumn(
  arma: ArmaPolynomials,
  x: Float64Array,
  plan: InnovationsPlan,
  keepStates: boolean,
  keepGains: boolean,
): number {
  const { phi, arLags, r } = arma;
  const { run, gains, roots } = plan;
  const errors = plan.errors[0]!;
  const standardised = plan.standardised[0]!;
  const n = x.length;
  firstGains(arma, plan);
  let f = plan.moments.gamma[0]!;
  let inverse = 1 / f;
  let m = -inverse;
  let logDeterminant = 0;
  let product = 1;
  let t = 0;
  for (; t < n; t++) {
    const a0 = run[2]!;
    const v = x[t]! - a0;
    const u = v * inverse;
    const root = Math.sqrt(f);
    errors[t] = v;
    standardised[t] = v / root;
    if (keepGains) {
      roots[t] = root;
      for (let i = 0, at = t * r; i < r; i++) gains[at + i] = run[3 * i]! * inverse;
    }
    product *= f;
    if ((t & 7) === 7 || product > 1e100 || product < 1e-100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
    const l0 = run[1]!;
    const ml = m * l0;
    const fNext = f + l0 * ml;
    const inverseNext = 1 / fNext;
    const share = l0 * inverseNext;
    let at = 0;
    for (let i = 1; i <= arLags; i++, at += 3) {
      const p = phi[i]!;
      const g = run[at]!;
      const shifted = p * l0 + run[at + 4]!;
      const gNext = g + shifted * ml;
      run[at + 2] = p * a0 + run[at + 5]! + g * u;
      run[at] = gNext;
      run[at + 1] = shifted - gNext * share;
    }
    for (; at < 3 * r; at += 3) {
      const g = run[at]!;
      const shifted = run[at + 4]!;
      const gNext = g + shifted * ml;
      run[at + 2] = run[at + 5]! + g * u;
      run[at] = gNext;
      run[at + 1] = shifted - gNext * share;
    }
    m += ml * ml * inverse;
    f = fNext;
    inverse = inverseNext;
    if (!keepStates && Math.abs(f - 1) < STEADY && t >= r) {
      t++;
      break;
    }
  }
  plan.logDeterminant = logDeterminant + Math.log(product);
  if (keepStates) for (let i = 0; i < r; i++) plan.states[0]![i] = run[3 * i + 2]!;
  return t;
}

/** G = L = T P₁ Z′ from the autocovariances, and the state at rest. */
function firstGains(arma: ArmaPolynomials, { moments: { gamma, psi }, link, run }: InnovationsPlan): void {
  const { phi, theta, arLags, maLags, r } = arma;
  for (let i = 1; i < r; i++) {
    if (arLags === 0) {
      link[i] = gamma[i]!;
      continue;
    }
    let v = 0;
    for (let j = i; j < arLags; j++) v += phi[j + 1]! * gamma[j - i + 1]!;
    for (let j = i; j <= maLags; j++) v += theta[j]! * psi[j - i]!;
    link[i] = v;
  }
  link[r] = 0;
  for (let i = 0; i < r; i++) {
    run[3 * i] = run[3 * i + 1] = phi[i + 1]! * gamma[0]! + link[i + 1]!;
    run[3 * i + 2] = 0;
  }
  run[3 * r] = run[3 * r + 1] = run[3 * r + 2] = 0;
}

/** A regressor through the gains of the series; before it begins its state is at rest. */
function furtherColumn(
  { phi, arLags, r }: ArmaPolynomials,
  x: Float64Array,
  plan: InnovationsPlan,
  c: number,
  steadyFrom: number,
  keepStates: boolean,
): void {
  const { run: a, gains, roots } = plan;
  const errors = plan.errors[c]!;
  const standardised = plan.standardised[c]!;
  a.fill(0, 0, r + 1);
  let t = 0;
  for (; t < steadyFrom && x[t] === 0; t++) errors[t] = standardised[t] = 0;
  for (; t < steadyFrom; t++) {
    const a0 = a[0]!;
    const v = x[t]! - a0;
    errors[t] = v;
    standardised[t] = v / roots[t]!;
    const at = t * r;
    let i = 0;
    for (; i < arLags; i++) a[i] = phi[i + 1]! * a0 + a[i + 1]! + gains[at + i]! * v;
    for (; i < r; i++) a[i] = a[i + 1]! + gains[at + i]! * v;
  }
  if (keepStates) for (let i = 0; i < r; i++) plan.states[c]![i] = a[i]!;
}

/** The recursion of the steady state from `from` on, over the lags in use. */
function steady(
  { phi, theta }: ArmaPolynomials,
  { errors, standardised, arIndex, maIndex }: InnovationsPlan,
  ar: number,
  ma: number,
  x: Float64Array,
  c: number,
  from: number,
): void {
  const v = errors[c]!;
  const s = standardised[c]!;
  for (let t = from; t < x.length; t++) {
    let e = x[t]!;
    for (let i = 0; i < ar; i++) e -= phi[arIndex[i]!]! * x[t - arIndex[i]!]!;
    for (let i = 0; i < ma; i++) e -= theta[maIndex[i]!]! * v[t - maIndex[i]!]!;
    v[t] = e;
    s[t] = e;
  }
}

/** Fills `index` with the lags whose coefficient is not zero; returns how many there are. */
function lagsInUse(coefficients: Float64Array, most: number, index: Int32Array): number {
  let count = 0;
  for (let i = 1; i <= most; i++) if (coefficients[i] !== 0) index[count++] = i;
  return count;
}
