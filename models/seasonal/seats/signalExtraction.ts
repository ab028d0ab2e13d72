import {
  type ArimaOrder,
  type ArmaCoefficients,
  armaPolynomials,
  differenced,
  differencePolynomial,
} from "../../arima/arimaOrder.ts";
import { autocovariance } from "../../arima/autocovariance.ts";
import { whitenedFit } from "../regarima/whitened.ts";
import { bandedSolve } from "./bandedSolve.ts";
import type { CanonicalDecomposition, Component } from "./canonicalDecomposition.ts";

export interface Components {
  trend: Float64Array;
  seasonal: Float64Array;
  transitory: Float64Array;
  irregular: Float64Array;
}

/**
 * Conditional expectations of the components given all of y, exactly for a finite sample.
 *   w = δ(B)y,  x = Σ_w⁻¹w,  û_i(t) = Σ_{t′} g_i(t − t′) x(t′),   u_i = δ_i(B)s_i,  g_i(k) = Σ_l δ₋ᵢ,ₗ γ_i(k + l),  δ₋ᵢ = δ/δ_i
 * Components without unit roots are û_i itself. The trend's starting values make δ_S(B) ŝ_T = δ_S(B)(y − ĉ − î) − û_S hold,
 * which n − s equations say of a handful of unknowns; the season is what is left of y.
 * Bell (1984), Signal extraction for nonstationary time series, Annals of Statistics 12; equal to Burman's algorithm and to the
 * diffuse smoother. Null where the ARMA part is not stationary.
 */
export function signalExtraction(
  y: Float64Array,
  order: ArimaOrder,
  arma: ArmaCoefficients,
  models: CanonicalDecomposition,
): Components | null {
  const n = y.length;
  const delta = differencePolynomial(order);
  const full = delta.map((v, i) => (i === 0 ? 1 : -v));
  const w = differenced(y, delta);
  const x = whitened(w, order, arma);
  if (!x) return null;
  const { trend, seasonal, transitory } = models;
  const estimate = (c: Component, others: Float64Array): Float64Array =>
    convolved(covariances(c, others, n), x, c.delta.length - 1, full.length - 1, n);
  const one = Float64Array.of(1);
  const irregularModel: Component = { delta: one, phi: one, numerator: Float64Array.of(models.irregular) };
  const irregular = estimate(irregularModel, full);
  const short = estimate(transitory, full);
  const rest = y.map((v, t) => v - irregular[t]! - short[t]!);
  const dT = trend.delta.length - 1;
  const dS = seasonal.delta.length - 1;
  if (dS === 0) {
    const seasonalEstimate = estimate(seasonal, full);
    const left = rest.map((v, t) => v - seasonalEstimate[t]!);
    return { trend: left, seasonal: seasonalEstimate, transitory: short, irregular };
  }
  const uT = estimate(trend, seasonal.delta);
  const uS = estimate(seasonal, trend.delta);
  const trendEstimate = integrated(uT, trend.delta, n);
  if (dT > 0) {
    const target = filtered(
      rest.map((v, t) => v - trendEstimate[t]!),
      seasonal.delta,
    ).map((v, i) => v - uS[i]!);
    // Responses of δ_S(B)t to each starting value of t.
    const starts = Array.from({ length: dT }, (_, k) => {
      const h = new Float64Array(n);
      for (let t = 0; t < n; t++) h[t] = ((t - (n - 1) / 2) / n) ** k;
      return h;
    });
    const fit = whitenedFit(
      target,
      starts.map((h) => filtered(h, seasonal.delta)),
    );
    starts.forEach((h, k) => {
      const b = fit.coefficients[k]!;
      for (let t = 0; t < n; t++) trendEstimate[t] = trendEstimate[t]! + b * h[t]!;
    });
  }
  return {
    trend: trendEstimate,
    seasonal: rest.map((v, t) => v - trendEstimate[t]!),
    transitory: short,
    irregular,
  };
}

/** a(B)x from the first t that has all lags. */
function filtered(x: Float64Array, a: Float64Array): Float64Array {
  const lags = a.length - 1;
  return Float64Array.from({ length: Math.max(0, x.length - lags) }, (_, i) => {
    let v = 0;
    for (let l = 0; l <= lags; l++) v += a[l]! * x[i + lags - l]!;
    return v;
  });
}

/** A solution of δ(B)s = u that starts from zeros. */
function integrated(u: Float64Array, delta: Float64Array, n: number): Float64Array {
  const lags = delta.length - 1;
  const s = new Float64Array(n);
  for (let t = lags; t < n; t++) {
    let v = u[t - lags]!;
    for (let l = 1; l <= lags; l++) v -= delta[l]! * s[t - l]!;
    s[t] = v;
  }
  return s;
}

/** û(t) = Σ g(t − t′)x(t′), t from its first, t′ from the first that differencing leaves; g(k) at index k + n. */
function convolved(g: Float64Array, x: Float64Array, own: number, all: number, n: number): Float64Array {
  return Float64Array.from({ length: n - own }, (_, i) => {
    const t = i + own;
    let v = 0;
    for (let j = 0; j < x.length; j++) v += g[t - all - j + n]! * x[j]!;
    return v;
  });
}

/** g(k) = Σ_l δ₋ᵢ,ₗ γ(k + l) for k from −n to n. */
function covariances(c: Component, others: Float64Array, n: number): Float64Array {
  const gamma = componentCovariances(c, n + others.length);
  return Float64Array.from({ length: 2 * n + 1 }, (_, i) => {
    let v = 0;
    for (let l = 0; l < others.length; l++) v += others[l]! * gamma[Math.abs(i - n + l)]!;
    return v;
  });
}

/**
 * Autocovariances of N(z)/φ(z)φ(z⁻¹):  γ(k) − Σφᵢγ(|k−i|) = Σⱼ N(k + j)ψⱼ,  ψ the weights of 1/φ.
 * Found from those of the AR part: γ(k) = Σ_l N(l) γ_AR(k − l).
 */
function componentCovariances({ phi, numerator }: Component, count: number): Float64Array {
  const p = phi.length - 1;
  const q = numerator.length - 1;
  if (p === 0) {
    const out = new Float64Array(count + 1);
    out.set(numerator.subarray(0, count + 1));
    return out;
  }
  const plain = autoregressiveCovariances(phi, count + q + 1);
  return Float64Array.from({ length: count + 1 }, (_, k) => {
    let v = numerator[0]! * plain[k]!;
    for (let l = 1; l <= q; l++) v += numerator[l]! * (plain[Math.abs(k - l)]! + plain[k + l]!);
    return v;
  });
}

function autoregressiveCovariances(phi: Float64Array, count: number): Float64Array {
  const p = phi.length - 1;
  const own = new Float64Array(p + 1);
  for (let i = 1; i <= p; i++) own[i] = -phi[i]!;
  const moments = autocovariance({
    phi: own,
    theta: Float64Array.of(1, ...new Float64Array(p)),
    arLags: p,
    maLags: 0,
    r: p,
  });
  const gamma = new Float64Array(count + 1);
  if (!moments) return gamma.fill(Number.NaN);
  gamma.set(moments.gamma.subarray(0, Math.min(p, count) + 1));
  for (let k = p + 1; k <= count; k++) {
    let v = 0;
    for (let i = 1; i <= p; i++) v += own[i]! * gamma[k - i]!;
    gamma[k] = v;
  }
  return gamma;
}

/**
 * Σ_w⁻¹w of a stationary ARMA process of unit innovation variance. With z(t) = w(t) for t ≤ m, φ(B)w(t) after, m = max(p, q),
 * z has a banded covariance. Ansley (1979), An algorithm for the exact likelihood of a mixed autoregressive-moving average
 * process, Biometrika 66.
 */
function whitened(w: Float64Array, order: ArimaOrder, arma: ArmaCoefficients): Float64Array | null {
  const polynomials = armaPolynomials(order, arma);
  const moments = autocovariance(polynomials);
  if (!moments) return null;
  const { phi, theta, arLags: p, maLags: q } = polynomials;
  const { gamma, psi, average } = moments;
  const n = w.length;
  const m = p === 0 ? 0 : Math.min(n, Math.max(p, q));
  const mixed = (k: number): number => {
    let v = 0;
    for (let j = k; j <= q; j++) v += theta[j]! * psi[j - k]!;
    return v;
  };
  const entry = (i: number, j: number): number => {
    if (i < m) return gamma[i - j]!;
    return j < m ? mixed(i - j) : i - j <= q ? average[i - j]! : 0;
  };
  const z = w.slice();
  for (let t = n - 1; t >= m; t--) for (let i = 1; i <= p; i++) z[t] = z[t]! - phi[i]! * w[t - i]!;
  if (!bandedSolve(n, Math.max(q, m - 1), entry, z)) return null;
  const x = z.slice();
  for (let t = m; t < n; t++) for (let i = 1; i <= p; i++) x[t - i] = x[t - i]! - phi[i]! * z[t]!;
  return x;
}
