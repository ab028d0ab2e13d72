import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { fisherFUpper } from "../statistics/distribution/fisherF.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import type { VarFit } from "./fitVar.ts";

export interface CausalityTest {
  wald: number;
  df: number;
  pValue: number;
  /** wald / df against F(df, n (T − k)). */
  f: number;
  fDf: readonly [number, number];
  fPValue: number;
}

/**
 * Whether the lags of `causing` help to foretell `caused` (numbers of columns) beside the lags of all others:
 *   H₀: A_l[i, j] = 0 for i caused, j causing, l = 1 … p
 *   W = b′ [R ((Z′Z)⁻¹ ⊗ Σ̂) R′]⁻¹ b ~ χ²(N),   W/N ~ F(N, n(T−k))
 * Lütkepohl (2005), §3.6.1 and §3.6.2; the denominator's degrees of freedom as in vars and statsmodels.
 */
export function grangerCausality(
  fit: VarFit,
  causing: readonly number[],
  caused: readonly number[],
): CausalityTest {
  const n = fit.y.cols;
  checkColumns(n, causing, caused);
  if (fit.lags === 0)
    throw new AppError(
      "invalid-input",
      "a test of Granger causality needs a model with at least 1 lag; found 0",
    );
  const k = fit.regressors;
  const cells = Array.from({ length: fit.lags }, (_, l) =>
    causing.flatMap((j) => caused.map((i) => ({ row: l * n + j, equation: i }))),
  ).flat();
  const N = cells.length;
  const b = matrix(N, 1);
  const covariance = matrix(N, N);
  cells.forEach((c, a) => {
    b.data[a] = fit.coefficients.data[c.row * n + c.equation]!;
    cells.forEach((d, e) => {
      covariance.data[a * N + e] =
        fit.gramInverse.data[c.row * k + d.row]! * fit.sigma.data[c.equation * n + d.equation]!;
    });
  });
  const x = solvePositive(covariance, b);
  if (!x) throw new AppError("invalid-input", "the covariance of the tested coefficients is singular");
  let wald = 0;
  for (let a = 0; a < N; a++) wald += b.data[a]! * x.data[a]!;
  const fDf = [N, n * fit.degreesOfFreedom] as const;
  return {
    wald,
    df: N,
    pValue: chiSquaredUpper(wald, N),
    f: wald / N,
    fDf,
    fPValue: fisherFUpper(wald / N, fDf[0], fDf[1]),
  };
}

/** Throws AppError("invalid-input") unless both lists name columns of the model and share none. */
export function checkColumns(n: number, a: readonly number[], b: readonly number[]): void {
  const all = [...a, ...b];
  const known = all.every((j) => Number.isInteger(j) && j >= 0 && j < n);
  if (!known || a.length === 0 || b.length === 0 || new Set(all).size < all.length)
    throw new AppError(
      "invalid-input",
      `a causality test needs two lists of different columns out of 0 … ${n - 1}; found [${a}] and [${b}]`,
    );
}
