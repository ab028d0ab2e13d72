import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { qrLeastSquares } from "../qrLeastSquares.ts";
import { BANDWIDTH_RULE, type Kernel } from "./kernel.ts";

/**
 * Newey & West's (1994) automatic bandwidth for scores u (n × k), already prewhitened where that is wanted.
 *   h(t) = w′u(t),  σ(j) = Σ h(t)h(t−j)/n,  s(q) = Σ_{|j|≤m} |j|^q σ(j)
 *   bandwidth = c ((s(q)/s(0))² n₀)^(1/(2q+1)),  m = ⌊4 (n₀/100)^r⌋, with 3 in place of 4 after prewhitening
 * r = 2/9, 4/25, 2/25 for Bartlett, Parzen, quadratic spectral. w(j) = 0 leaves a column out (the constant's); n₀ = n
 * before prewhitening. Newey & West (1994), Review of Economic Studies 61.
 */
export function neweyWestBandwidth(
  u: Matrix,
  weights: ArrayLike<number>,
  kernel: Kernel,
  prewhitened: boolean,
): number {
  const { rows: n, cols: k } = u;
  const n0 = n + (prewhitened ? 1 : 0);
  const rate = { bartlett: 2 / 9, parzen: 4 / 25, "quadratic-spectral": 2 / 25 }[kernel];
  const m = Math.floor((prewhitened ? 3 : 4) * (n0 / 100) ** rate);
  const h = new Float64Array(n);
  for (let t = 0; t < n; t++) for (let j = 0; j < k; j++) h[t] = h[t]! + weights[j]! * u.data[t * k + j]!;
  const { factor, power, order } = BANDWIDTH_RULE[kernel];
  let s0 = 0;
  let sq = 0;
  for (let j = 0; j <= Math.min(m, n - 1); j++) {
    let sigma = 0;
    for (let t = j; t < n; t++) sigma += h[t]! * h[t - j]!;
    sigma /= n;
    s0 += (j === 0 ? 1 : 2) * sigma;
    sq += 2 * j ** order * sigma;
  }
  return factor * ((sq / s0) ** 2 * n0) ** power;
}

/**
 * Andrews' (1991) plug-in bandwidth: each column of u (n × k) as an AR(1) with coefficient ρ and error variance σ².
 *   α(1) = Σ w 4ρ²σ⁴/((1−ρ)⁶(1+ρ)²) / Σ w σ⁴/(1−ρ)⁴
 *   α(2) = Σ w 4ρ²σ⁴/(1−ρ)⁸        / Σ w σ⁴/(1−ρ)⁴
 *   bandwidth = 1.1447 (α(1)n)^(1/3) Bartlett, 2.6614 (α(2)n)^(1/5) Parzen, 1.3221 (α(2)n)^(1/5) quadratic spectral
 * Equations 6.2 and 6.4 there.
 */
export function andrewsBandwidth(u: Matrix, weights: ArrayLike<number>, kernel: Kernel): number {
  const { rows: n, cols: k } = u;
  const { factor, power, order } = BANDWIDTH_RULE[kernel];
  const x = matrix(n - 1, 2);
  const y = new Float64Array(n - 1);
  let above = 0;
  let below = 0;
  for (let j = 0; j < k; j++) {
    if (weights[j] === 0) continue;
    for (let t = 1; t < n; t++) {
      x.data[2 * t - 2] = 1;
      x.data[2 * t - 1] = u.data[(t - 1) * k + j]!;
      y[t - 1] = u.data[t * k + j]!;
    }
    const fit = qrLeastSquares(x, y);
    const rho = fit.coefficients[1]!;
    const variance2 = (fit.rss / (n - 1)) ** 2 * weights[j]!;
    below += variance2 / (1 - rho) ** 4;
    above += (4 * rho * rho * variance2) / (order === 1 ? (1 - rho) ** 6 * (1 + rho) ** 2 : (1 - rho) ** 8);
  }
  return factor * ((above / below) * n) ** power;
}
