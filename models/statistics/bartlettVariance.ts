import { laggedProduct } from "./laggedProduct.ts";

/**
 * Long-run variance of residuals with Bartlett weights, without a constant taken off.
 *   s²(L) = Σ e²/n + (2/n) Σ_{j≤L} (1 − j/(L+1)) Σ e(t)e(t−j)
 * Newey & West (1987), Econometrica 55. L = 0 gives the mean square.
 */
export function bartlettVariance(e: Float64Array, lags: number): number {
  const n = e.length;
  let sum = 0;
  for (let j = 0; j <= Math.min(lags, n - 1); j++)
    sum += (j === 0 ? 1 : 2 * (1 - j / (lags + 1))) * laggedProduct(e, j);
  return sum / n;
}
