import { AppError } from "../errors.ts";
import { normalCdf } from "../statistics/distribution/normal.ts";
import type { Deterministics } from "./deterministics.ts";
import { CRITICAL, TAILS } from "./mackinnonTables.ts";

/**
 * Asymptotic p-value of a Dickey–Fuller or Engle–Granger τ.
 *   p = Φ(b₀ + b₁τ + b₂τ² (+ b₃τ³)),  one polynomial for the left tail, another for the rest
 * `series` = 1 for a unit root, the number of variables for cointegration, at most 6.
 * MacKinnon (1994), Journal of Business & Economic Statistics 12.
 */
export function mackinnonP(tau: number, deterministics: Deterministics, series = 1): number {
  const surface = TAILS[deterministics];
  const i = checkedSeries(series, surface.turn.length);
  if (tau > surface.most[i]!) return 1;
  if (tau < surface.least[i]!) return 0;
  const b = (tau <= surface.turn[i]! ? surface.left : surface.right)[i]!;
  return normalCdf(b.reduceRight((s, v) => s * tau + v, 0));
}

export interface CriticalValues {
  onePercent: number;
  fivePercent: number;
  tenPercent: number;
}

/**
 * Critical values for T observations (Infinity: asymptotic), null where MacKinnon (2010) gives none: cointegration
 * without a constant.
 *   β∞ + β₁/T + β₂/T² + β₃/T³
 */
export function mackinnonCritical(
  deterministics: Deterministics,
  observations: number,
  series = 1,
): CriticalValues | null {
  if (deterministics === "none" && series > 1) return null;
  const rows = CRITICAL[deterministics][checkedSeries(series, CRITICAL.constant.length)]!;
  const [one, five, ten] = rows.map((b) => b.reduceRight((s, v) => s / observations + v, 0));
  return { onePercent: one!, fivePercent: five!, tenPercent: ten! };
}

function checkedSeries(series: number, most: number): number {
  if (!Number.isInteger(series) || series < 1 || series > most)
    throw new AppError("invalid-input", `MacKinnon's surfaces cover 1 to ${most} series; found ${series}`);
  return series - 1;
}
