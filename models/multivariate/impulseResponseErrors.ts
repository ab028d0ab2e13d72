import { choleskyInPlace } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { companion } from "./companion.ts";
import type { VarFit } from "./fitVar.ts";
import { cumulated, movingAverage, orthogonalResponses, recursiveImpact } from "./impulseResponse.ts";

export interface ResponseErrors {
  /** Standard errors of Φ_h, h = 0 … H. */
  unit: readonly Matrix[];
  /** Of Θ_h = Φ_h P. */
  orthogonal: readonly Matrix[];
  /** Of Σ_{i≤h} Φ_i. */
  cumulatedUnit: readonly Matrix[];
  /** Of Σ_{i≤h} Θ_i. */
  cumulatedOrthogonal: readonly Matrix[];
}

/**
 * Asymptotic standard errors of impulse responses of a stable vector autoregression.
 *   Var vec Φ̂_h = F_h F_h′,  F_h = Σ_{m<h} (J A′^{h−1−m} Q) ⊗ (Φ_m S),  Q Q′ = the lag block of (Z′Z)⁻¹,  S S′ = Σ̂
 *   Var vec Θ̂_h = (P′⊗I) F_h F_h′ (P⊗I) + Var vec(Θ_h M)/T,  M lower triangular, independent, variance 1, ½ on its diagonal
 * M is how the Cholesky factor P of Σ̂ errs: dΣ = P W P′ gives dP = P M. Sums of F and Θ stand in for the cumulated.
 * Lütkepohl (2005), proposition 3.6.
 */
export function impulseResponseErrors(fit: VarFit, horizon: number): ResponseErrors {
  const n = fit.y.cols;
  const phi = movingAverage(fit.lagMatrices, n, horizon);
  const p = recursiveImpact(fit.sigma);
  const theta = orthogonalResponses(phi, p);
  const factors = coefficientFactors(fit, phi, p, horizon);
  const sums: Float64Array[] = [];
  for (const f of factors) sums.push(sums.length === 0 ? f : f.map((v, i) => v + sums.at(-1)![i]!));
  const T = fit.observations;
  return {
    unit: factors.map((f) => unitErrors(f, n)),
    orthogonal: factors.map((f, h) => orthogonalErrors(f, theta[h]!, p, T)),
    cumulatedUnit: sums.map((f) => unitErrors(f, n)),
    cumulatedOrthogonal: cumulated(theta).map((psi, h) => orthogonalErrors(sums[h]!, psi, p, T)),
  };
}

/** F_0 … F_H, each n² × n²p: row j·n + i belongs to the response of series i to series j. */
function coefficientFactors(fit: VarFit, phi: readonly Matrix[], s: Matrix, horizon: number): Float64Array[] {
  const n = fit.y.cols;
  const np = n * fit.lags;
  const q = lagBlockFactor(fit, np);
  // powers[k] = J A′^k Q, n × np.
  const transposedCompanion = companion(fit.lagMatrices);
  const powers: Matrix[] = [];
  let rows = matrix(n, np);
  for (let i = 0; i < n && np > 0; i++) rows.data[i * np + i] = 1;
  for (let k = 0; k < horizon; k++) {
    powers.push(multiply(rows, q));
    rows = timesTransposed(rows, transposedCompanion);
  }
  const right = phi.map((m) => multiply(m, s));
  const out = [new Float64Array(n * n * np * n)];
  for (let h = 1; h <= horizon; h++) {
    const f = new Float64Array(n * n * np * n);
    for (let m = 0; m < h; m++) {
      const left = powers[h - 1 - m]!.data;
      const r = right[m]!.data;
      for (let j = 0; j < n; j++)
        for (let c = 0; c < np; c++) {
          const w = left[j * np + c]!;
          if (w === 0) continue;
          for (let i = 0; i < n; i++) {
            const at = ((j * n + i) * np + c) * n;
            for (let d = 0; d < n; d++) f[at + d] = f[at + d]! + w * r[i * n + d]!;
          }
        }
    }
    out.push(f);
  }
  return out;
}

function lagBlockFactor(fit: VarFit, np: number): Matrix {
  const k = fit.regressors;
  const out = matrix(np, np);
  for (let i = 0; i < np; i++)
    for (let j = 0; j <= i; j++) out.data[i * np + j] = fit.gramInverse.data[i * k + j]!;
  choleskyInPlace(out.data, np);
  return out;
}

function timesTransposed(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, b.rows);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.rows; j++) {
      let s = 0;
      for (let c = 0; c < a.cols; c++) s += a.data[i * a.cols + c]! * b.data[j * b.cols + c]!;
      out.data[i * b.rows + j] = s;
    }
  return out;
}

function unitErrors(f: Float64Array, n: number): Matrix {
  const width = f.length / (n * n);
  const out = matrix(n, n);
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      let s = 0;
      for (let c = 0; c < width; c++) s += f[(j * n + i) * width + c]! ** 2;
      out.data[i * n + j] = Math.sqrt(s);
    }
  return out;
}

function orthogonalErrors(f: Float64Array, theta: Matrix, p: Matrix, T: number): Matrix {
  const n = p.rows;
  const width = f.length / (n * n);
  const out = matrix(n, n);
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      let fromCoefficients = 0;
      for (let c = 0; c < width; c++) {
        let v = 0;
        for (let k = j; k < n; k++) v += p.data[k * n + j]! * f[(k * n + i) * width + c]!;
        fromCoefficients += v * v;
      }
      let fromImpact = 0.5 * theta.data[i * n + j]! ** 2;
      for (let k = j + 1; k < n; k++) fromImpact += theta.data[i * n + k]! ** 2;
      out.data[i * n + j] = Math.sqrt(fromCoefficients + fromImpact / T);
    }
  return out;
}
