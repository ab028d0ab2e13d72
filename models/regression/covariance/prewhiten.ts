import { AppError } from "../../errors.ts";
import { combine, identity, type Matrix, matrix, transpose } from "../../statistics/matrix/matrix.ts";
import { multiply } from "../../statistics/matrix/multiply.ts";
import { solve } from "../../statistics/matrix/solve.ts";
import { qrLeastSquares } from "../qrLeastSquares.ts";

export interface Prewhitened {
  /** v(t) = u(t) − A u(t−1), one row fewer than u. */
  residuals: Matrix;
  /** D = (I − A)⁻¹: the long-run variance of u is D Ω(v) D′. */
  recolour: Matrix;
}

/**
 * Takes a vector autoregression of order 1 without constant out of the rows of u (n × k), by least squares.
 *   u(t) = A u(t−1) + v(t)
 * Throws AppError("invalid-input") where I − A is singular.
 * Andrews & Monahan (1992), Econometrica 60.
 */
export function prewhiten(u: Matrix): Prewhitened {
  const { rows: n, cols: k } = u;
  const past = matrix(n - 1, k, u.data.slice(0, (n - 1) * k));
  const a = matrix(k, k);
  const residuals = matrix(n - 1, k);
  for (let j = 0; j < k; j++) {
    const fit = qrLeastSquares(
      past,
      Float64Array.from({ length: n - 1 }, (_, i) => u.data[(i + 1) * k + j]!),
    );
    a.data.set(fit.coefficients, j * k);
    for (let i = 0; i < n - 1; i++) residuals.data[i * k + j] = fit.residuals[i]!;
  }
  const recolour = solve(combine(identity(k), a, 1, -1), identity(k));
  if (!recolour)
    throw new AppError(
      "invalid-input",
      "prewhitening met a unit root in the scores; use a fixed lag without it",
    );
  return { residuals, recolour };
}

/** D S D′. */
export const recoloured = (s: Matrix, d: Matrix): Matrix => multiply(multiply(d, s), transpose(d));
