import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/**
 * Shares of each shock in the variance of the forecast error, one matrix a horizon h = 1 … H (row = series,
 * column = shock); every row sums to 1:
 *   ω_jk(h) = Σ_{i<h} θ²_jk,i / Σ_k Σ_{i<h} θ²_jk,i
 * from orthogonal responses Θ_0 … Θ_{H−1}. Lütkepohl (2005), §2.3.3.
 */
export function varianceDecomposition(orthogonal: readonly Matrix[]): Matrix[] {
  const n = orthogonal[0]?.rows ?? 0;
  const sum = new Float64Array(n * n);
  return orthogonal.map((theta) => {
    const out = matrix(n, n);
    for (let j = 0; j < n; j++) {
      let total = 0;
      for (let k = 0; k < n; k++) {
        sum[j * n + k] = sum[j * n + k]! + theta.data[j * n + k]! ** 2;
        total += sum[j * n + k]!;
      }
      for (let k = 0; k < n; k++) out.data[j * n + k] = sum[j * n + k]! / total;
    }
    return out;
  });
}
