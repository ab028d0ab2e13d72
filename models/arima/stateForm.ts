import type { ArimaOrder, ArmaPolynomials } from "./arimaOrder.ts";
import { autocovariance } from "./autocovariance.ts";

/**
 * An integrated process as states: y(t) = Z a(t), a(t+1) = T a(t) + R e(t+1), e of variance σ².
 * P₁, the covariance of the first state in units of σ², holds the stationary part exactly and a large variance
 * `prior` on the diagonal for the part that differencing takes out.
 */
export interface StateForm {
  states: number;
  /** Z */
  design: Float64Array;
  /** T, states × states, row by row. */
  transition: Float64Array;
  /** R */
  selection: Float64Array;
  /** P₁ */
  covariance: Float64Array;
  /** States under the large variance. */
  diffuse: number;
  /** The first state of the stationary part. */
  stationary: number;
}

/**
 * Harvey's form: a = [ARMA states, y(t−1), …, y(t−k)], y(t) = a₀ + Σ δⱼ y(t−j). The prior lies on the past levels.
 * Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, §3.3 and §4.1; the form of R's arima.
 * null where the coefficients are not stationary.
 */
export function pastLevelsForm(arma: ArmaPolynomials, delta: Float64Array, prior: number): StateForm | null {
  const past = delta.length - 1;
  const form = stationaryForm(arma, arma.r + past, 0);
  if (!form) return null;
  const { states, design, transition, covariance } = form;
  for (let j = 1; j <= past; j++) {
    const at = arma.r + j - 1;
    design[at] = delta[j]!;
    covariance[at * states + at] = prior;
    if (j > 1) transition[at * states + at - 1] = 1;
  }
  if (past > 0) for (let i = 0; i < states; i++) transition[arma.r * states + i] = design[i]!;
  return { ...form, diffuse: past };
}

/**
 * Differences as states: a = [running differences, seasonal lags, ARMA states]; the prior lies on the first two.
 *   y(t) = Σᵢ uᵢ(t) + Σ_b s_b,m(t) + a₀(t),  uᵢ(t+1) = Σ_{j≥i} uⱼ(t) + Σ_b s_b,m(t) + a₀(t)
 *   s_b,1(t+1) = s_b,m(t) + Σ_{c>b} s_c,m(t) + a₀(t),  s_b,j(t+1) = s_b,j−1(t)
 * The form of statsmodels' SARIMAX. null where the coefficients are not stationary.
 */
export function runningDifferencesForm(
  arma: ArmaPolynomials,
  { d, D, m }: Pick<ArimaOrder, "d" | "D" | "m">,
  prior: number,
): StateForm | null {
  const diffuse = d + m * D;
  const form = stationaryForm(arma, diffuse + arma.r, diffuse);
  if (!form) return null;
  const { states, design, transition, covariance } = form;
  const last = (block: number): number => d + (block + 1) * m - 1;
  for (let i = 0; i < diffuse; i++) covariance[i * states + i] = prior;
  for (let i = 0; i < d; i++) {
    design[i] = 1;
    for (let j = i; j < d; j++) transition[i * states + j] = 1;
    for (let b = 0; b < D; b++) transition[i * states + last(b)] = 1;
    transition[i * states + diffuse] = 1;
  }
  for (let b = 0; b < D; b++) {
    const first = d + b * m;
    design[last(b)] = 1;
    for (let j = 1; j < m; j++) transition[(first + j) * states + first + j - 1] = 1;
    for (let c = b; c < D; c++) transition[first * states + last(c)] = 1;
    transition[first * states + diffuse] = 1;
  }
  return { ...form, diffuse };
}

/** The ARMA block from state `at` on, its covariance exact; everything else empty. */
function stationaryForm(arma: ArmaPolynomials, states: number, at: number): StateForm | null {
  const moments = autocovariance(arma);
  if (!moments) return null;
  const { gamma, psi } = moments;
  const { phi, theta, arLags, maLags, r } = arma;
  const form = {
    states,
    design: new Float64Array(states),
    transition: new Float64Array(states * states),
    selection: new Float64Array(states),
    covariance: new Float64Array(states * states),
    diffuse: 0,
    stationary: at,
  };
  form.design[at] = 1;
  for (let i = 0; i < r; i++) {
    form.transition[(at + i) * states + at] = phi[i + 1]!;
    if (i + 1 < r) form.transition[(at + i) * states + at + i + 1] = 1;
    form.selection[at + i] = theta[i] ?? 0;
  }
  const P = form.covariance;
  const set = (i: number, j: number, v: number): void => {
    P[(at + i) * states + at + j] = v;
    P[(at + j) * states + at + i] = v;
  };
  const get = (i: number, j: number): number => (i < r && j < r ? P[(at + i) * states + at + j]! : 0);
  set(0, 0, gamma[0]!);
  for (let i = 1; i < r; i++) {
    let v = 0;
    for (let j = i; j < arLags; j++) v += phi[j + 1]! * gamma[j - i + 1]!;
    for (let j = i; j <= maLags; j++) v += theta[j]! * psi[j - i]!;
    set(0, i, v);
  }
  // P = T P Tᵀ + R Rᵀ, from the last corner back to the first: each entry needs only those behind it.
  for (let i = r - 1; i >= 1; i--)
    for (let j = r - 1; j >= i; j--) {
      const a = phi[i + 1]!;
      const b = phi[j + 1]!;
      const crossed = a * b * gamma[0]! + a * get(0, j + 1) + b * get(0, i + 1);
      set(i, j, crossed + get(i + 1, j + 1) + theta[i]! * theta[j]!);
    }
  return form;
}
