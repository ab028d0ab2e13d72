import { AppError } from "../errors.ts";

/** A part of an aggregate: its level a year (or a period) before and now, in one unit and at one set of prices. */
export interface Part {
  id: string;
  before: number;
  now: number;
}

/**
 * Contributions to growth in percentage points: share of the base period times own growth.
 *   cᵢ = 100 · (x₀ᵢ / X₀) · (x₁ᵢ / x₀ᵢ − 1) = 100 · (x₁ᵢ − x₀ᵢ) / X₀,   Σ cᵢ = 100 · (X₁ / X₀ − 1)
 * Additive to the growth of the parts' sum. Throws AppError("invalid-input") when the base sum is not positive.
 */
export function contributionsFromLevels(parts: readonly Part[]): { id: string; points: number }[] {
  const base = parts.reduce((sum, p) => sum + p.before, 0);
  if (!(base > 0))
    throw new AppError("invalid-input", `contributions need a positive base; the parts sum to ${base}`);
  return parts.map((p) => ({ id: p.id, points: (100 * (p.now - p.before)) / base }));
}

/**
 * The same from published shares and real growth rates, for accounts whose growth is at constant prices:
 *   cᵢ = sᵢ · gᵢ,  sᵢ = x₀ᵢ / Σ x₀
 * `residual` is what rounding and differing prices leave of the published total: G − Σ cᵢ, shown, never spread.
 */
export function contributionsFromGrowth(
  parts: readonly { id: string; base: number; growth: number }[],
  total: number,
): { points: { id: string; points: number }[]; residual: number } {
  const base = parts.reduce((sum, p) => sum + p.base, 0);
  if (!(base > 0))
    throw new AppError("invalid-input", `contributions need a positive base; the parts sum to ${base}`);
  const points = parts.map((p) => ({ id: p.id, points: (p.base / base) * p.growth }));
  return { points, residual: total - points.reduce((sum, p) => sum + p.points, 0) };
}
