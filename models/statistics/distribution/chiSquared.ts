import { incompleteGamma } from "./incompleteGamma.ts";
import { solveQuantile } from "./solveQuantile.ts";

/** P(X > x) for χ² with k degrees of freedom. */
export const chiSquaredUpper = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper;

/** x with P(X ≤ x) = p. */
export const chiSquaredQuantile = (p: number, df: number): number =>
  solveQuantile((x) => chiSquaredUpper(x, df), 1 - p);
