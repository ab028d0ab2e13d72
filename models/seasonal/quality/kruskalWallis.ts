import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";

/**
 * Kruskal and Wallis' rank test that the months share one distribution:
 *   H = 12/(n(n+1)) Σ R_j²/n_j − 3(n+1)  ~ χ²(m−1),   R_j the sum of ranks of month j; ties share their mean rank.
 * No correction of H for ties, as in X-11. Kruskal & Wallis (1952), JASA 47.
 */
export function kruskalWallis(x: Float64Array, m: number): { h: number; df: number; p: number } {
  const n = x.length;
  if (n < 2 * m)
    throw new AppError("not-enough-data", `The test needs two figures a month, ${2 * m}; there are ${n}.`);
  const order = Array.from({ length: n }, (_, t) => t).sort((a, b) => x[a]! - x[b]!);
  const ranks = new Float64Array(m);
  for (let i = 0; i < n; ) {
    let end = i + 1;
    while (end < n && x[order[end]!] === x[order[i]!]) end++;
    const rank = (i + 1 + end) / 2;
    for (; i < end; i++) ranks[order[i]! % m]! += rank;
  }
  let sum = 0;
  for (let j = 0; j < m; j++) sum += ranks[j]! ** 2 / Math.ceil((n - j) / m);
  const h = (12 * sum) / (n * (n + 1)) - 3 * (n + 1);
  return { h, df: m - 1, p: chiSquaredUpper(h, m - 1) };
}
