import type { ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { polynomialRoots } from "../../statistics/polynomialRoots.ts";

export interface UnitRoots {
  /** Positive real roots within the limit, of the plain and of the seasonal AR polynomial. */
  plain: number;
  seasonal: number;
  /** Largest 1/|z| of the other positive real roots; −1 where there are none. */
  nextPlain: number;
  nextSeasonal: number;
  /** Whether every root lies outside the unit circle. */
  stationary: boolean;
}

/**
 * Roots z of 1 − φ₁z − … and 1 − Φ₁Z − … that count as unit roots: |z| ≤ limit, positive and nearly real.
 * As TRAMO and X-13ARIMA-SEATS count them.
 */
export function unitRoots({ ar, seasonalAr }: ArmaCoefficients, limit: number): UnitRoots {
  const plain = count(ar, limit);
  const seasonal = count(seasonalAr, limit);
  return {
    plain: plain.units,
    seasonal: seasonal.units,
    nextPlain: plain.next,
    nextSeasonal: seasonal.next,
    stationary: plain.stationary && seasonal.stationary,
  };
}

function count(
  coefficients: Float64Array,
  limit: number,
): { units: number; next: number; stationary: boolean } {
  let units = 0;
  let next = -1;
  let stationary = true;
  for (const { re, im } of polynomialRoots([1, ...coefficients.map((v) => -v)])) {
    const modulus = Math.hypot(re, im);
    if (modulus <= 1) stationary = false;
    if (modulus <= limit && Math.abs(im) <= 0.05 && re > 0) units++;
    else if (Math.abs(im) <= 0.02 && re > 0) next = Math.max(next, 1 / modulus);
  }
  return { units, next, stationary };
}
