import { incompleteGamma } from "./incompleteGamma.ts";

/** φ(x). */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** P(Z ≤ x) for a standard normal Z, with full relative accuracy in both tails: Φ(−x) = Q(½, x²/2)/2. */
export function normalCdf(x: number): number {
  const { lower, upper } = incompleteGamma(0.5, 0.5 * x * x);
  return x < 0 ? 0.5 * upper : 0.5 + 0.5 * lower;
}

/** P(Z > x). */
export const normalUpper = (x: number): number => normalCdf(-x);
