import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { cholesky, solveLower, solveLowerTransposed } from "../../statistics/matrix/cholesky.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";
import { quantile, sorted } from "../../statistics/quantile.ts";

/** MAD of a normal over its standard deviation. */
const NORMAL_MAD = 0.6744897501960817;

/**
 * Robust score of the last value against those before it: (x − median) / (MAD / 0.6745), about standard normal in calm
 * times and not blinded by earlier outliers. null where the history does not move.
 * Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, §3.3.
 */
export function robustScore(history: ArrayLike<number>, value: number): number | null {
  if (history.length < 5)
    throw new AppError("not-enough-data", `${history.length} earlier figures; at least 5 are needed`);
  const ordered = sorted(Array.from(history));
  const median = quantile(ordered, 0.5);
  const mad = quantile(sorted(ordered.map((v) => Math.abs(v - median))), 0.5);
  return mad > 0 ? ((value - median) * NORMAL_MAD) / mad : null;
}

/**
 * The score of a new figure against the forecast made without it, in forecast standard deviations, and the two-sided odds
 * of so large a miss. TERROR: Caporello & Maravall (2002), A tool for quality control of time series data.
 */
export const forecastScore = (actual: number, mean: number, sd: number): number | null =>
  sd > 0 ? (actual - mean) / sd : null;

export interface JointScore {
  /** D² = (x − x̄)′ S⁻¹ (x − x̄). */
  distance: number;
  /** P(χ²_k > D²): small where the combination is odd although each figure may be ordinary. */
  pValue: number;
  /** Each figure's share of D², summing to 1: (S⁻¹(x−x̄))_j (x−x̄)_j / D². A share can be negative. */
  shares: readonly number[];
}

/**
 * Is the combination of several figures odd? Mahalanobis distance of the newest row from those before it, S shrunk to its
 * diagonal by `shrinkage` so that it can be inverted when rows are few.
 * Mahalanobis (1936); Ledoit & Wolf (2004), Journal of Multivariate Analysis 88, for the shrinkage.
 */
export function jointScore(
  history: readonly (readonly number[])[],
  row: readonly number[],
  shrinkage = 0.1,
): JointScore {
  const n = history.length;
  const k = row.length;
  if (n < k + 2)
    throw new AppError("not-enough-data", `${n} earlier rows of ${k} figures; at least ${k + 2} are needed`);
  const mean = row.map((_, j) => history.reduce((s, r) => s + r[j]!, 0) / n);
  const s = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      const cov = history.reduce((sum, r) => sum + (r[i]! - mean[i]!) * (r[j]! - mean[j]!), 0) / (n - 1);
      s.data[i * k + j] = i === j ? cov : (1 - shrinkage) * cov;
    }
  const l = cholesky(s);
  if (!l)
    throw new AppError(
      "invalid-input",
      "a figure never moves in the history, or two move as one: no joint score can be taken",
    );
  const d = Float64Array.from(row, (v, j) => v - mean[j]!);
  const z = d.slice();
  solveLower(l.data, k, z);
  const distance = z.reduce((sum, v) => sum + v * v, 0);
  const weighted = z.slice();
  solveLowerTransposed(l.data, k, weighted);
  return {
    distance,
    pValue: chiSquaredUpper(distance, k),
    shares: Array.from(d, (v, j) => (distance > 0 ? (v * weighted[j]!) / distance : 0)),
  };
}
