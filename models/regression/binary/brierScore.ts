import { AppError } from "../../errors.ts";

/**
 * Brier score of probabilities: 0 is perfect, 0.25 is what ½ everywhere earns.
 *   BS = Σ (p(t) − y(t))² / n
 * Throws AppError("invalid-input") for other lengths, none, or a number that is not finite. Brier (1950), Monthly
 * Weather Review 78.
 */
export function brierScore(y: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  const n = y.length;
  if (n === 0 || probabilities.length !== n)
    throw new AppError(
      "invalid-input",
      `a Brier score needs one probability per outcome; found ${probabilities.length} for ${n}`,
    );
  let sum = 0;
  for (let t = 0; t < n; t++) sum += (probabilities[t]! - y[t]!) ** 2;
  if (!Number.isFinite(sum))
    throw new AppError(
      "invalid-input",
      `a Brier score needs finite outcomes and probabilities in all ${n} rows`,
    );
  return sum / n;
}
