/**
 * M8 to M11: how much the normalised seasonal S′ = (S − e)/σ_S changes from year to year (σ_S around e = 1 or 0),
 *   M8  = 10 mean |ΔS′|                       size of the changes, all years
 *   M9  = 10 mean over months of |S′_N − S′_1|/(N−1)     their drift, all years
 *   M10, M11 the same over the three changes before the last two years
 * null where six years are not there. Lothian & Morry (1978), A set of quality control statistics for X-11-ARIMA.
 */
export function seasonalStability(
  seasonal: Float64Array,
  m: number,
  expected: number,
): { m8: number; m9: number; m10: number; m11: number } | null {
  const n = seasonal.length;
  if (n < 6 * m) return null;
  let squares = 0;
  for (const v of seasonal) squares += (v - expected) ** 2;
  const sd = Math.sqrt(squares / n);
  if (!(sd > 0)) return { m8: 0, m9: 0, m10: 0, m11: 0 };
  const s = seasonal.map((v) => (v - expected) / sd);
  const sums = { changes: 0, count: 0, drift: 0, recent: 0, recentCount: 0, recentDrift: 0, months: 0 };
  for (let j = 0; j < m; j++) {
    const years = Math.ceil((n - j) / m);
    const last = j + (years - 1) * m;
    for (let t = j + m; t < n; t += m, sums.count++) sums.changes += Math.abs(s[t]! - s[t - m]!);
    sums.drift += Math.abs(s[last]! - s[j]!) / (years - 1);
    const to = last - 2 * m;
    const from = to - 3 * m;
    if (from < 0) continue;
    sums.months++;
    sums.recentDrift += Math.abs(s[to]! - s[from]!) / 3;
    for (let t = from + m; t <= to; t += m, sums.recentCount++) sums.recent += Math.abs(s[t]! - s[t - m]!);
  }
  return {
    m8: (10 * sums.changes) / sums.count,
    m9: (10 * sums.drift) / m,
    m10: (10 * sums.recent) / sums.recentCount,
    m11: (10 * sums.recentDrift) / sums.months,
  };
}
