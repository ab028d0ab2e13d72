import { hendersonTrend } from "./hendersonTrend.ts";

/**
 * Bias of the trend of a log-additive adjustment, exp(mean of logs) being below the mean:
 *   C(t) ← C(t) · exp(Σ I²/2n) · H(S)(t)
 * with I the log irregular of part C, S the seasonal factors (as ratios) and H the Henderson filter of 2m−1 terms.
 * In place. Thompson & Ozaki (1992), Transformation bias in adjusted series, Census Bureau.
 */
export function correctLogBias(
  trend: Float64Array,
  s: Float64Array,
  irregular: Float64Array,
  m: number,
): void {
  let squares = 0;
  for (const v of irregular) squares += v * v;
  const scale = Math.exp(squares / (2 * irregular.length));
  const smooth = new Float64Array(trend.length);
  hendersonTrend(s, 2 * m - 1, 4.5, false, smooth);
  for (let t = 0; t < trend.length; t++) trend[t]! *= scale * smooth[t]!;
}
