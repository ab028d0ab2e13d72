import { gammaFraction, gammaSeries } from "./incompleteGamma.ts";
import { logGamma } from "./logGamma.ts";

const ROOT_2PI = Math.sqrt(2 * Math.PI);
const LOG_GAMMA_HALF = logGamma(0.5);

/** φ(x). */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / ROOT_2PI;

/**
 * P(Z ≤ x) for a standard normal Z, with full relative accuracy in both tails: Φ(−x) = Q(½, x²/2)/2, the incomplete gamma
 * function written out for one half, where likelihoods ask for it by the million.
 */
export function normalCdf(x: number): number {
  const h = 0.5 * x * x;
  if (!(h > 0 && h < Number.POSITIVE_INFINITY)) return Number.isNaN(h) ? h : h === 0 ? 0.5 : x < 0 ? 0 : 1;
  const front = Math.exp(-h + 0.5 * Math.log(h) - LOG_GAMMA_HALF);
  if (h < 1.5) {
    const lower = front * gammaSeries(0.5, h);
    return x < 0 ? 0.5 * (1 - lower) : 0.5 + 0.5 * lower;
  }
  const upper = front * gammaFraction(0.5, h);
  return x < 0 ? 0.5 * upper : 0.5 + 0.5 * (1 - upper);
}

/** P(Z > x). */
export const normalUpper = (x: number): number => normalCdf(-x);
