import { AppError } from "../errors.ts";
import { type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { symmetricEigen } from "../statistics/matrix/symmetricEigen.ts";
import { type Scaling, scaled, scalingOf } from "./pcaScaling.ts";

export interface PcaOptions {
  /** Components kept; all, min(T, N), otherwise. */
  components?: number;
  scaling?: Scaling;
  /** Factors of length 1 (F′F = I) and loadings to match, or factors of length √λ. */
  normalise?: boolean;
}

export interface Pca {
  /** All min(T, N) eigenvalues of Z′Z, descending: sums of squares, not variances. */
  eigenvalues: Float64Array;
  /** T × r. */
  factors: Matrix;
  /** N × r eigenvectors, orthonormal. The largest entry of each column is positive. */
  loadings: Matrix;
  /** Share of the sum of squares that the first 0, 1, … r components explain. */
  explained: Float64Array;
  /** Z ≈ common, in the scaled units, T × N. */
  common: Matrix;
  /** Means and divisors of the scaling. */
  mean: Float64Array;
  deviation: Float64Array;
}

/**
 * Principal components of T observations of N series.
 *   Z = scaled X,  Z′Z = V Λ V′,  F = Z V (Λ^{−½} when normalised),  common = Z V V′ over the first r columns
 * Standard deviations divide by T. Sign: the loading largest in size is positive. Throws AppError: "invalid-input" for
 * gaps (see pcaMissing.ts), numbers that are not finite, a series that never moves when scaled, or more components than
 * min(T, N). Jolliffe, Principal Component Analysis, 2nd ed., chapters 2–3; Stock & Watson (2002), JASA 97.
 */
export function pca(x: Matrix, options: PcaOptions = {}): Pca {
  const { scaling = "standardise", normalise = true } = options;
  const most = Math.min(x.rows, x.cols);
  const r = options.components ?? most;
  if (!Number.isInteger(r) || r < 1 || r > most)
    throw new AppError(
      "invalid-input",
      `${x.rows} × ${x.cols} figures have 1 to ${most} components; asked for ${r}`,
    );
  const bad = x.data.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new AppError(
      "invalid-input",
      `principal components need every figure; row ${Math.floor(bad / x.cols) + 1}, column ${(bad % x.cols) + 1} is ${x.data[bad]}`,
    );
  const { mean, deviation } = scalingOf(x, scaling);
  const z = scaled(x, mean, deviation);
  const { eigenvalues, vectors } = rightVectors(z, r);
  const factors = multiply(z, vectors);
  const common = multiply(factors, transpose(vectors));
  if (normalise)
    for (let t = 0; t < x.rows; t++)
      for (let j = 0; j < r; j++)
        factors.data[t * r + j] = factors.data[t * r + j]! / Math.sqrt(eigenvalues[j]!);
  const total = z.data.reduce((s, v) => s + v * v, 0);
  const explained = new Float64Array(r + 1);
  for (let j = 0; j < r; j++) explained[j + 1] = explained[j]! + eigenvalues[j]! / total;
  return { eigenvalues, factors, loadings: vectors, explained, common, mean, deviation };
}

/** Eigenvalues of Z′Z and its first r eigenvectors, by the smaller of Z′Z and ZZ′. */
function rightVectors(z: Matrix, r: number): { eigenvalues: Float64Array; vectors: Matrix } {
  const { rows: t, cols: n } = z;
  const wide = n > t;
  const zt = wide ? transpose(z) : z;
  const { values, vectors: small } = symmetricEigen(crossProduct(zt, zt));
  const eigenvalues = values.map((v) => Math.max(v, 0));
  const first = matrix(small.rows, r);
  for (let i = 0; i < small.rows; i++)
    for (let j = 0; j < r; j++) first.data[i * r + j] = small.data[i * small.cols + j]!;
  const vectors = wide ? multiply(zt, first) : first;
  for (let j = 0; j < r; j++) {
    let length = 0;
    let largest = 0;
    for (let i = 0; i < n; i++) {
      const v = vectors.data[i * r + j]!;
      length += v * v;
      if (Math.abs(v) > Math.abs(largest)) largest = v;
    }
    const scale = Math.sign(largest) / Math.sqrt(length);
    if (!Number.isFinite(scale) || scale === 0)
      throw new AppError("invalid-input", `the figures span fewer than ${j + 1} components; asked for ${r}`);
    for (let i = 0; i < n; i++) vectors.data[i * r + j] = vectors.data[i * r + j]! * scale;
  }
  return { eigenvalues, vectors };
}
