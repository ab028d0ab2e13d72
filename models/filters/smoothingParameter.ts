import { AppError } from "../errors.ts";

/**
 * The λ at which the Hodrick–Prescott trend passes half of a wave of `period` observations:
 *   λ = 1 / [4 (1 − cos(2π/p))²] = (2 sin(π/p))⁻⁴
 * p = 120 gives 133 107.94, p = 12 gives 13.93, p = 39.7 quarters about 1600. `period` > 2: a shorter wave does not
 * exist. Maravall & del Río (2001), Time aggregation and the Hodrick–Prescott filter, Banco de España WP 0108.
 */
export function smoothingParameter(period: number): number {
  if (!(period > 2 && Number.isFinite(period)))
    throw new AppError("invalid-input", `a cut-off period lies above 2 observations; found ${period}`);
  return (2 * Math.sin(Math.PI / period)) ** -4;
}

/** The period of which the trend passes half: p = π / arcsin(½ λ^−¼), for λ > 1/16. */
export function cutOffPeriod(lambda: number): number {
  if (!(lambda > 1 / 16 && Number.isFinite(lambda)))
    throw new AppError("invalid-input", `a λ with a cut-off period lies above 1/16; found ${lambda}`);
  return Math.PI / Math.asin(0.5 * lambda ** -0.25);
}

/** λ by the period's fourth power from quarterly 1600: annual 6.25, monthly 129 600. Ravn & Uhlig (2002), REStat 84. */
export const ravnUhlig = (periodsPerYear: number): number => 1600 * (periodsPerYear / 4) ** 4;
