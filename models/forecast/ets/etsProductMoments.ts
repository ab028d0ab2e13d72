import { combine, type Matrix, matrix, transpose } from "../../statistics/matrix/matrix.ts";
import { multiply } from "../../statistics/matrix/multiply.ts";
import type { EtsMoments } from "./etsSpec.ts";
import type { EtsFit } from "./fitEts.ts";

/**
 * Exact mean and standard deviation of ETS(M, N|A|Ad, M) under Gaussian errors.
 *   x(t) = (F₁ + G₁ ε) x(t−1)   level and slope,     z(t) = (F₂ + G₂ ε) z(t−1)   the season's m effects
 *   y(t) = w₁′x(t−1) · w₂′z(t−1) · (1 + ε)
 * so v = z ⊗ x moves by A₀ + A₁ ε + A₂ ε², A₀ = F₂⊗F₁, A₁ = F₂⊗G₁ + G₂⊗F₁, A₂ = G₂⊗G₁, and with S = E vv′
 *   E v ← (A₀ + σ² A₂) E v
 *   S   ← A₀SA₀′ + σ² (A₁SA₁′ + A₀SA₂′ + A₂SA₀′) + 3σ⁴ A₂SA₂′
 *   E y = w′E v,  E y² = (1 + σ²) w′S w,   w = w₂ ⊗ w₁
 * Hyndman, Koehler, Ord & Snyder 2008, §6.4.3.
 */
export function seasonalProductMoments(fit: EtsFit, m: number, horizon: number): EtsMoments {
  const { alpha, beta, gamma, phi } = fit.parameters;
  const k = fit.spec.trend === "N" ? 1 : 2;
  const F1 = matrix(k, k, Float64Array.from(k === 1 ? [1] : [1, phi, 0, phi]));
  const G1 = matrix(k, k, Float64Array.from(k === 1 ? [alpha] : [alpha, alpha * phi, beta, beta * phi]));
  // z holds s(t), s(t−1), … s(t−m+1): the oldest is used next and comes back first.
  const F2 = matrix(m, m);
  const G2 = matrix(m, m);
  F2.data[m - 1] = 1;
  G2.data[m - 1] = gamma;
  for (let j = 1; j < m; j++) F2.data[j * m + j - 1] = 1;
  const A0 = kronecker(F2, F1);
  const A1 = combine(kronecker(F2, G1), kronecker(G2, F1));
  const A2 = kronecker(G2, G1);
  const s2 = fit.sigma2;
  const step = combine(A0, A2, 1, s2);
  const { level, slope, seasonal } = fit.final;
  const x = k === 1 ? [level] : [level, slope];
  const w1 = k === 1 ? [1] : [1, phi];
  let v = matrix(m * k, 1);
  const w = matrix(m * k, 1);
  for (let j = 0; j < m; j++)
    for (let i = 0; i < k; i++) {
      v.data[j * k + i] = seasonal[m - 1 - j]! * x[i]!;
      w.data[j * k + i] = j === m - 1 ? w1[i]! : 0;
    }
  let S = multiply(v, transpose(v));
  const mean = new Float64Array(horizon);
  const sd = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    mean[h] = inner(w, v);
    const square = (1 + s2) * inner(w, multiply(S, w));
    sd[h] = Math.sqrt(Math.max(0, square - mean[h]! ** 2));
    const cross = sandwich(A0, S, A2);
    S = combine(
      combine(sandwich(A0, S, A0), sandwich(A1, S, A1), 1, s2),
      combine(combine(cross, transpose(cross)), sandwich(A2, S, A2), s2, 3 * s2 * s2),
    );
    v = multiply(step, v);
  }
  return { mean, sd };
}

const sandwich = (a: Matrix, s: Matrix, b: Matrix): Matrix => multiply(multiply(a, s), transpose(b));
const inner = (a: Matrix, b: Matrix): number => a.data.reduce((sum, x, i) => sum + x * b.data[i]!, 0);

function kronecker(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows * b.rows, a.cols * b.cols);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.cols; j++) {
      const x = a.data[i * a.cols + j]!;
      if (x === 0) continue;
      for (let p = 0; p < b.rows; p++)
        for (let q = 0; q < b.cols; q++)
          out.data[(i * b.rows + p) * out.cols + j * b.cols + q] = x * b.data[p * b.cols + q]!;
    }
  return out;
}
