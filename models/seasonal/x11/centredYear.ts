/**
 * Centred yearly average, 2×m: M(t) = [½x(t−m/2) + x(t−m/2+1) + … + x(t+m/2−1) + ½x(t+m/2)] / m, over lo ≤ t < hi.
 * Written to lo+m/2 … hi−m/2−1 of `out`. m even; the window slides, so the cost does not depend on m.
 */
export function centredYear(x: Float64Array, lo: number, hi: number, m: number, out: Float64Array): void {
  const half = m / 2;
  if (hi - lo < m + 1) return;
  let sum = 0;
  for (let t = lo; t < lo + m; t++) sum += x[t]!;
  for (let t = lo + half; t < hi - half; t++) {
    const next = sum - x[t - half]! + x[t + half]!;
    out[t] = (sum + next) / (2 * m);
    sum = next;
  }
}
