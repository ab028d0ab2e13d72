import type { ArmaPolynomials } from "./arimaOrder.ts";

/** What an ARMA process of unit innovation variance starts from, and the room to work it out in. */
export interface ArmaMoments {
  /** γ(0…r) of the process. */
  gamma: Float64Array;
  /** ψ(0…r), its first weights. */
  psi: Float64Array;
  /** γ(0…r+q) of its autoregressive part alone. */
  plain: Float64Array;
  /** b(0…q) = Σ θⱼ θⱼ₊ₗ, the autocovariances of its moving average alone. */
  average: Float64Array;
  /** Levinson's polynomials of every order, one row each. */
  rows: Float64Array;
}

export function armaMoments({ arLags, maLags, r }: ArmaPolynomials): ArmaMoments {
  return {
    gamma: new Float64Array(r + 1),
    psi: new Float64Array(r + 1),
    plain: new Float64Array(r + maLags + 1),
    average: new Float64Array(maLags + 1),
    rows: new Float64Array((arLags + 1) * (arLags + 1)),
  };
}

/**
 * Autocovariances γ(0…r) of an ARMA process with unit innovation variance, and its first weights ψ(0…r).
 *   ψₖ = θₖ + Σ φᵢ ψₖ₋ᵢ
 *   AR part: φ⁽ᵏ⁻¹⁾ⱼ = (φ⁽ᵏ⁾ⱼ + rₖ φ⁽ᵏ⁾ₖ₋ⱼ)/(1 − rₖ²), rₖ = φ⁽ᵏ⁾ₖ;  γₓ(0) = Π 1/(1 − rₖ²),
 *            γₓ(k) = Σ_{j<k} φ⁽ᵏ⁻¹⁾ⱼ γₓ(k−j) + rₖ γₓ(0) Π_{i<k} (1 − rᵢ²)
 *   γ(k) = Σ_{|l|≤q} b(|l|) γₓ(|k−l|),  b(l) = Σⱼ θⱼ θⱼ₊ₗ
 * Stepping down costs p² where solving the Yule–Walker equations costs p³. null where some |rₖ| ≥ 1: not stationary.
 * Brockwell & Davis, Time Series: Theory and Methods, 2nd ed., §3.3 and §5.2.
 */
export function autocovariance(arma: ArmaPolynomials, into = armaMoments(arma)): ArmaMoments | null {
  const { phi, theta, arLags, maLags, r } = arma;
  const { gamma, psi, plain, average } = into;
  for (let l = 0; l <= maLags; l++) {
    let v = 0;
    for (let j = 0; j + l <= maLags; j++) v += theta[j]! * theta[j + l]!;
    average[l] = v;
  }
  if (arLags === 0) {
    for (let k = 0; k <= r; k++) {
      psi[k] = k <= maLags ? theta[k]! : 0;
      gamma[k] = k <= maLags ? average[k]! : 0;
    }
    return into;
  }
  for (let k = 0; k <= r; k++) {
    let v = k <= maLags ? theta[k]! : 0;
    const most = Math.min(k, arLags);
    for (let i = 1; i <= most; i++) v += phi[i]! * psi[k - i]!;
    psi[k] = v;
  }
  if (!autoregressive(arma, into)) return null;
  gamma.fill(0);
  for (let l = 0; l <= maLags; l++) {
    const b = average[l]!;
    if (b === 0) continue;
    if (l === 0) for (let k = 0; k <= r; k++) gamma[k]! += b * plain[k]!;
    else for (let k = 0; k <= r; k++) gamma[k]! += b * (plain[k < l ? l - k : k - l]! + plain[k + l]!);
  }
  return gamma[0]! > 0 ? into : null;
}

/** γₓ(0…r+q) of 1/φ(B) into `plain`; false where φ is not stationary. */
function autoregressive({ phi, arLags }: ArmaPolynomials, { plain, rows }: ArmaMoments): boolean {
  const width = arLags + 1;
  for (let j = 1; j <= arLags; j++) rows[arLags * width + j] = phi[j]!;
  let variance = 1;
  for (let k = arLags; k >= 1; k--) {
    const at = k * width;
    const r = rows[at + k]!;
    const left = 1 - r * r;
    if (!(left > 0)) return false;
    variance /= left;
    for (let j = 1; j < k; j++) rows[at - width + j] = (rows[at + j]! + r * rows[at + k - j]!) / left;
  }
  plain[0] = variance;
  let error = variance;
  for (let k = 1; k <= arLags; k++) {
    const before = (k - 1) * width;
    const r = rows[k * width + k]!;
    let v = r * error;
    for (let j = 1; j < k; j++) v += rows[before + j]! * plain[k - j]!;
    plain[k] = v;
    error *= 1 - r * r;
  }
  for (let k = width; k < plain.length; k++) {
    let v = 0;
    for (let j = 1; j <= arLags; j++) v += phi[j]! * plain[k - j]!;
    plain[k] = v;
  }
  return Number.isFinite(variance);
}
