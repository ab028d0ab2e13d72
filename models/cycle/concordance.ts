import { AppError } from "../errors.ts";

export interface Concordance {
  /** Share of the periods in which both series are in the same phase. */
  concordance: number;
  /** Correlation of the two phases; null where one of them never changes. */
  correlation: number | null;
  /** The concordance to be expected of two unrelated series that expand as often: the yardstick for the first. */
  expectedIfIndependent: number;
}

/**
 * How far two cycles go together, from their phases S = 1 (expansion) and 0 (anything else):
 *   I = mean[S₁S₂ + (1−S₁)(1−S₂)],  E[I | independent] = μ₁μ₂ + (1−μ₁)(1−μ₂),  ρ = (mean S₁S₂ − μ₁μ₂) / √(μ₁(1−μ₁) μ₂(1−μ₂))
 * Harding & Pagan (2006), Synchronization of cycles, J. Econometrics 132.
 */
export function concordance(first: ArrayLike<number>, second: ArrayLike<number>): Concordance {
  const n = first.length;
  if (n === 0 || second.length !== n)
    throw new AppError(
      "invalid-input",
      `concordance compares the same periods of two series; found ${n} and ${second.length}`,
    );
  let up1 = 0;
  let up2 = 0;
  let both = 0;
  for (let t = 0; t < n; t++) {
    if (first[t]! > 0) up1++;
    if (second[t]! > 0) up2++;
    if (first[t]! > 0 && second[t]! > 0) both++;
  }
  const m1 = up1 / n;
  const m2 = up2 / n;
  const spread = Math.sqrt(m1 * (1 - m1) * m2 * (1 - m2));
  return {
    concordance: (2 * both + n - up1 - up2) / n,
    correlation: spread === 0 ? null : (both / n - m1 * m2) / spread,
    expectedIfIndependent: m1 * m2 + (1 - m1) * (1 - m2),
  };
}
