import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import type { VarFit } from "./fitVar.ts";
import { checkColumns } from "./grangerCausality.ts";

/**
 * Whether the shocks of two groups of series move together within the period:
 *   H₀: σ_ij = 0 for i in one group, j in the other
 *   W = T s′ V⁻¹ s ~ χ²(N),   V[(i,j),(k,l)] = σ_ik σ_jl + σ_il σ_jk at the unrestricted Σ̂ (divisor T − k)
 * Lütkepohl (2005), §3.6.3.
 */
export function instantaneousCausality(
  fit: VarFit,
  first: readonly number[],
  second: readonly number[],
): { statistic: number; df: number; pValue: number } {
  const n = fit.y.cols;
  checkColumns(n, first, second);
  const pairs = first.flatMap((i) => second.map((j) => [i, j] as const));
  const N = pairs.length;
  const sigma = (i: number, j: number) => fit.sigma.data[i * n + j]!;
  const s = matrix(
    N,
    1,
    Float64Array.from(pairs, ([i, j]) => sigma(i, j)),
  );
  const v = matrix(N, N);
  pairs.forEach(([i, j], a) => {
    pairs.forEach(([k, l], b) => {
      v.data[a * N + b] = sigma(i, k) * sigma(j, l) + sigma(i, l) * sigma(j, k);
    });
  });
  const x = solvePositive(v, s);
  if (!x) throw new AppError("invalid-input", "the covariance of the tested covariances is singular");
  let statistic = 0;
  for (let a = 0; a < N; a++) statistic += fit.observations * s.data[a]! * x.data[a]!;
  return { statistic, df: N, pValue: chiSquaredUpper(statistic, N) };
}
