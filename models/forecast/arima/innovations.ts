import type { ArmaPolynomials } from "./arimaOrder.ts";
import { autocovariance } from "./autocovariance.ts";

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

/** F has reached its limit 1 when it is this near: tested against the limit, not against its own last step. */
const STEADY = 1e-14;

/**
 * One-step errors of a stationary ARMA process for several columns at once (the series and its regressors share
 * gains and variances), by the Chandrasekhar recursions: O(r) per step where the Kalman filter takes O(r²).
 *   F⁺ = F + M L₀²,  G⁺ = G + M L₀ (φ L₀ + shift L),  L⁺ = φ L₀ + shift L − G⁺ L₀/F⁺,  M⁺ = M + (M L₀)²/F
 *   v = x − a₀,  a⁺ = φ a₀ + shift a + G v/F
 * Once F = 1 the errors follow the plain recursion v = w − Σφw − Σθv. Gaps are dealt with outside (as regressors).
 * null where the coefficients leave no positive variance.
 * Morf, Sidhu & Kailath (1974); Pearlman (1980), An algorithm for the exact likelihood of a high-order
 * autoregressive-moving average process, Biometrika 67. A change of F is no sign of the steady state: with a season
 * F rests on plateaus.
 */
export function innovations(
  arma: ArmaPolynomials,
  columns: readonly Float64Array[],
  keepStates = false,
): Innovations | null {
  const moments = autocovariance(arma);
  if (!moments) return null;
  const { phi, theta, arLags, r } = arma;
  const n = columns[0]!.length;
  const gains = firstGains(arma, moments.gamma, moments.psi);
  const states = columns.map(() => new Float64Array(r + 1));
  const errors = columns.map(() => new Float64Array(n));
  const standardised = columns.map(() => new Float64Array(n));
  let f = moments.gamma[0]!;
  let m = -1 / f;
  let logDeterminant = 0;
  let product = 1;
  let t = 0;
  for (; t < n; t++) {
    const root = Math.sqrt(f);
    for (let c = 0; c < columns.length; c++) {
      const a = states[c]!;
      const a0 = a[0]!;
      const v = columns[c]![t]! - a0;
      errors[c]![t] = v;
      standardised[c]![t] = v / root;
      const u = v / f;
      if (v === 0 && a0 === 0 && isZero(a)) continue;
      for (let i = 0; i < arLags; i++) a[i] = phi[i + 1]! * a0 + a[i + 1]! + gains[2 * i]! * u;
      for (let i = arLags; i < r; i++) a[i] = a[i + 1]! + gains[2 * i]! * u;
    }
    product *= f;
    if ((t & 7) === 7 || product > 1e100 || product < 1e-100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
    const l0 = gains[1]!;
    const ml = m * l0;
    const fNext = f + l0 * ml;
    const share = l0 / fNext;
    let at = 0;
    for (let i = 1; i <= arLags; i++, at += 2) {
      const shifted = phi[i]! * l0 + gains[at + 3]!;
      const g = gains[at]! + shifted * ml;
      gains[at] = g;
      gains[at + 1] = shifted - g * share;
    }
    for (; at < 2 * r; at += 2) {
      const shifted = gains[at + 3]!;
      const g = gains[at]! + shifted * ml;
      gains[at] = g;
      gains[at + 1] = shifted - g * share;
    }
    m += (ml * ml) / f;
    f = fNext;
    if (!keepStates && Math.abs(f - 1) < STEADY && t >= r) {
      t++;
      break;
    }
  }
  logDeterminant += Math.log(product);
  if (t < n)
    for (let c = 0; c < columns.length; c++) steady(phi, theta, columns[c]!, errors[c]!, standardised[c]!, t);
  return { logDeterminant, standardised, errors, states };
}

/** G = L = T P₁ Z′ from the autocovariances, side by side: [G₀, L₀, G₁, L₁, …], one array being faster than two. */
function firstGains(arma: ArmaPolynomials, gamma: Float64Array, psi: Float64Array): Float64Array {
  const { phi, theta, arLags, maLags, r } = arma;
  const c = new Float64Array(r + 1);
  for (let i = 1; i < r; i++) {
    let v = 0;
    for (let j = i; j < r; j++) {
      if (j + 1 <= arLags) v += phi[j + 1]! * gamma[j - i + 1]!;
      if (j <= maLags) v += theta[j]! * psi[j - i]!;
    }
    c[i] = v;
  }
  const gains = new Float64Array(2 * r + 2);
  for (let i = 0; i < r; i++) gains[2 * i] = gains[2 * i + 1] = phi[i + 1]! * gamma[0]! + c[i + 1]!;
  return gains;
}

/** The recursion of the steady state from `from` on, over the lags in use. */
function steady(
  phi: Float64Array,
  theta: Float64Array,
  x: Float64Array,
  v: Float64Array,
  standardised: Float64Array,
  from: number,
): void {
  const lags = (c: Float64Array) => Array.from(c, (_, i) => i).filter((i) => i > 0 && c[i] !== 0);
  const ar = lags(phi);
  const ma = lags(theta);
  for (let t = from; t < x.length; t++) {
    let e = x[t]!;
    for (const i of ar) e -= phi[i]! * x[t - i]!;
    for (const i of ma) e -= theta[i]! * v[t - i]!;
    v[t] = e;
    standardised[t] = e;
  }
}

/** A regressor that has not begun leaves its state at rest: nothing to carry on. */
function isZero(a: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== 0) return false;
  return true;
}
