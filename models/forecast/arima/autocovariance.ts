import type { ArmaPolynomials } from "./arimaOrder.ts";

/**
 * Autocovariances γ(0…r) of an ARMA process with unit innovation variance, and its first weights ψ(0…r).
 *   ψₖ = θₖ + Σ φᵢ ψₖ₋ᵢ
 *   γ(k) − Σ φᵢ γ(|k−i|) = Σ_{j≥k} θⱼ ψⱼ₋ₖ,   k = 0…p
 * solved by Gaussian elimination with row pivoting. null for a process so near a unit root that γ(0) is not positive.
 * Brockwell & Davis, Time Series: Theory and Methods, 2nd ed., §3.3.
 */
export function autocovariance(arma: ArmaPolynomials): { gamma: Float64Array; psi: Float64Array } | null {
  const { phi, theta, arLags, maLags, r } = arma;
  const psi = new Float64Array(r + 1);
  for (let k = 0; k <= r; k++) {
    let v = k <= maLags ? theta[k]! : 0;
    for (let i = 1; i <= Math.min(k, arLags); i++) v += phi[i]! * psi[k - i]!;
    psi[k] = v;
  }
  const source = (k: number): number => {
    let c = 0;
    for (let j = k; j <= maLags; j++) c += theta[j]! * psi[j - k]!;
    return c;
  };
  const gamma = new Float64Array(r + 1);
  const size = arLags + 1;
  const width = size + 1;
  const rows = new Float64Array(size * width);
  for (let k = 0; k < size; k++) {
    rows[k * width + k]! += 1;
    for (let i = 1; i <= arLags; i++) rows[k * width + Math.abs(k - i)]! -= phi[i]!;
    rows[k * width + size] = source(k);
  }
  if (!solve(rows, size, gamma)) return null;
  for (let k = size; k <= r; k++) {
    let v = source(k);
    for (let i = 1; i <= arLags; i++) v += phi[i]! * gamma[k - i]!;
    gamma[k] = v;
  }
  return gamma[0]! > 0 ? { gamma, psi } : null;
}

/** Solves the augmented rows in place into `out`; false when a pivot vanishes. */
function solve(rows: Float64Array, size: number, out: Float64Array): boolean {
  const width = size + 1;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(rows[i * width + k]!) > Math.abs(rows[pivot * width + k]!)) pivot = i;
    if (!(Math.abs(rows[pivot * width + k]!) > 1e-300)) return false;
    if (pivot !== k)
      for (let j = k; j < width; j++) {
        const held = rows[k * width + j]!;
        rows[k * width + j] = rows[pivot * width + j]!;
        rows[pivot * width + j] = held;
      }
    for (let i = k + 1; i < size; i++) {
      const f = rows[i * width + k]! / rows[k * width + k]!;
      if (f !== 0) for (let j = k; j < width; j++) rows[i * width + j]! -= f * rows[k * width + j]!;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let v = rows[i * width + size]!;
    for (let j = i + 1; j < size; j++) v -= rows[i * width + j]! * out[j]!;
    out[i] = v / rows[i * width + i]!;
  }
  return true;
}
