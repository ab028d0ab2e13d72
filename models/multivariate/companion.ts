import { generalEigen } from "../statistics/matrix/decompose.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** The companion matrix [A_1 … A_p; I 0] of a vector autoregression, np × np. */
export function companion(lagMatrices: readonly Matrix[]): Matrix {
  const n = lagMatrices[0]?.rows ?? 0;
  const size = n * lagMatrices.length;
  const out = matrix(size, size);
  lagMatrices.forEach((a, l) => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) out.data[i * size + l * n + j] = a.data[i * n + j]!;
  });
  for (let i = n; i < size; i++) out.data[i * size + i - n] = 1;
  return out;
}

/**
 * Moduli of the eigenvalues of the companion matrix, descending: stable when all are below 1. The roots of
 * det(I − A_1 z − … − A_p zᵖ) have the reciprocals as moduli. Lütkepohl (2005), §2.1.1.
 */
export function companionModuli(lagMatrices: readonly Matrix[]): number[] {
  if (lagMatrices.length === 0) return [];
  const { real, imaginary } = generalEigen(companion(lagMatrices));
  return Array.from(real, (re, i) => Math.hypot(re, imaginary[i]!)).sort((a, b) => b - a);
}

export const isStable = (lagMatrices: readonly Matrix[]): boolean =>
  (companionModuli(lagMatrices)[0] ?? 0) < 1;
