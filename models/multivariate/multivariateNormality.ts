import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { solveLower } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import type { VarFit } from "./fitVar.ts";
import { recursiveImpact } from "./impulseResponse.ts";
import type { ResidualTest } from "./portmanteau.ts";

export interface NormalityTest extends ResidualTest {
  skewness: ResidualTest;
  kurtosis: ResidualTest;
}

/**
 * Whether residuals are jointly normal, by the third and fourth moments of w = P̃⁻¹(û − ū), P̃ P̃′ = their covariance
 * (divisor T, Cholesky in the order of the columns):
 *   λ_s = T b₁′b₁/6 ~ χ²(n),   λ_k = T (b₂−3)′(b₂−3)/24 ~ χ²(n),   λ = λ_s + λ_k ~ χ²(2n)
 * Lütkepohl (2005), §4.5.
 */
export function multivariateNormality(fit: VarFit): NormalityTest {
  const n = fit.y.cols;
  const T = fit.observations;
  const w = matrix(T, n, fit.residuals.data.slice());
  for (let j = 0; j < n; j++) {
    let mean = 0;
    for (let t = 0; t < T; t++) mean += w.data[t * n + j]! / T;
    for (let t = 0; t < T; t++) w.data[t * n + j] = w.data[t * n + j]! - mean;
  }
  const covariance = crossProduct(w, w);
  for (let i = 0; i < covariance.data.length; i++) covariance.data[i] = covariance.data[i]! / T;
  const p = recursiveImpact(covariance);
  for (let t = 0; t < T; t++) solveLower(p.data, n, w.data.subarray(t * n, (t + 1) * n));
  let skew = 0;
  let kurt = 0;
  for (let j = 0; j < n; j++) {
    let third = 0;
    let fourth = 0;
    for (let t = 0; t < T; t++) {
      const v = w.data[t * n + j]!;
      third += v ** 3 / T;
      fourth += v ** 4 / T;
    }
    skew += (T * third * third) / 6;
    kurt += (T * (fourth - 3) ** 2) / 24;
  }
  const tested = (statistic: number, df: number): ResidualTest => ({
    statistic,
    df,
    pValue: chiSquaredUpper(statistic, df),
  });
  return { ...tested(skew + kurt, 2 * n), skewness: tested(skew, n), kurtosis: tested(kurt, n) };
}
