import { AppError } from "../../errors.ts";
import { normalQuantile } from "../../statistics/normalQuantile.ts";
import { quantile, sorted } from "../../statistics/quantile.ts";

/** Past errors that weigh as much as the model's own word, scale 1. */
const OWN_WORD = 8;

/**
 * By how much to widen standard deviations that a model tells, from its past standardised errors z (actual − told)/sd:
 *   c² = (n₀ + n ĉ²)/(n₀ + n),  ĉ = Q_p(|z|)/Φ⁻¹((1+p)/2),  n₀ = 8
 * 1 without a past. A quantile and not a mean square: one crisis shall not widen all bands after it.
 */
export function widening(z: readonly number[], p: number): number {
  if (!(p > 0 && p < 1)) throw new AppError("invalid-input", `a share lies between 0 and 1; found ${p}`);
  if (z.length === 0) return 1;
  const found = quantile(sorted(z.map(Math.abs)), p) / normalQuantile((1 + p) / 2);
  return Math.sqrt((OWN_WORD + z.length * found ** 2) / (OWN_WORD + z.length));
}

/** Robust scale of changes around 0: median |Δ|/0.6745, not below `least`. */
export function usualChange(changes: readonly number[], least: number): number {
  if (changes.length === 0)
    throw new AppError("not-enough-data", "the usual size of changes needs at least one change; found none");
  return Math.max(least, quantile(sorted(changes.map(Math.abs)), 0.5) / normalQuantile(0.75));
}
