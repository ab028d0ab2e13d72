import { AppError } from "../errors.ts";
import { type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";
import type { VarFit } from "./fitVar.ts";
import { recursiveImpact } from "./impulseResponse.ts";

export interface HistoricalDecomposition {
  /** Structural shocks ε = P⁻¹u, one row a period explained. */
  shocks: Matrix;
  /** Where the series would have gone without any shock after the first p rows. */
  base: Matrix;
  /** contributions[k]: what shock k has added to each series; base + Σ_k contributions[k] = data. */
  contributions: readonly Matrix[];
}

/**
 * Which shock moved which series when, given the rows before the sample:
 *   y(t) = base(t) + Σ_k c_k(t),   c_k(t) = Σ_l A_l c_k(t−l) + P_k ε_k(t),   base(t) = Σ_l A_l base(t−l) + C d(t)
 * with P the recursive impact of Σ̂ (or any P with P P′ = Σ̂). Lütkepohl (2005), §2.3; Kilian & Lütkepohl (2017), §4.3.
 */
export function historicalDecomposition(
  fit: VarFit,
  impact: Matrix = recursiveImpact(fit.sigma),
): HistoricalDecomposition {
  const T = fit.observations;
  const n = fit.y.cols;
  const shocks = shocksOf(fit.residuals, impact);
  const contributions = Array.from({ length: n }, (_, k) => {
    const out = matrix(T, n);
    for (let t = 0; t < T; t++)
      for (let i = 0; i < n; i++)
        out.data[t * n + i] = impact.data[i * n + k]! * shocks.data[t * n + k]! + carried(fit, out, t, i);
    return out;
  });
  return { shocks, base: baseOf(fit), contributions };
}

/** Rows P⁻¹ u(t). */
function shocksOf(residuals: Matrix, impact: Matrix): Matrix {
  const solved = solve(impact, transpose(residuals));
  if (!solved) throw new AppError("invalid-input", "the impact matrix of the shocks is singular");
  return transpose(solved);
}

/** The path from the first p rows with every shock at zero. */
function baseOf(fit: VarFit): Matrix {
  const { observations: T, regressors: k, coefficients, design, lags } = fit;
  const n = fit.y.cols;
  const out = matrix(T, n);
  for (let t = 0; t < T; t++)
    for (let i = 0; i < n; i++) {
      let s = carried(fit, out, t, i);
      // Lags that reach before the sample read the data, whose part of the design is known.
      for (let l = t + 1; l <= lags; l++)
        for (let j = 0; j < n; j++)
          s += fit.lagMatrices[l - 1]!.data[i * n + j]! * design.data[t * k + (l - 1) * n + j]!;
      for (let r = n * lags; r < k; r++) s += coefficients.data[r * n + i]! * design.data[t * k + r]!;
      out.data[t * n + i] = s;
    }
  return out;
}

/** Σ_{l ≤ min(p,t)} A_l x(t−l), its entry i. */
function carried(fit: VarFit, x: Matrix, t: number, i: number): number {
  const n = x.cols;
  let s = 0;
  for (let l = 1; l <= Math.min(fit.lags, t); l++)
    for (let j = 0; j < n; j++) s += fit.lagMatrices[l - 1]!.data[i * n + j]! * x.data[(t - l) * n + j]!;
  return s;
}
