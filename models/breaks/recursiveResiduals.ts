import { AppError } from "../errors.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { GrowingFit } from "./givens.ts";

/**
 * Recursive residuals w(t), t = 1 … n: one-step prediction errors of the regression on the rows before, scaled to the
 * variance of the errors. NaN for the k rows that are needed to begin with. X n × k, y n.
 *   w(t) = (y(t) − x(t)′b(t−1)) / √(1 + x(t)′(X(t−1)′X(t−1))⁻¹x(t))
 * Brown, Durbin & Evans (1975), Journal of the Royal Statistical Society B 37.
 */
export function recursiveResiduals(x: Matrix, y: ArrayLike<number>): Float64Array {
  checkedRows(x, y, "recursive residuals");
  const fit = new GrowingFit(x.cols);
  return Float64Array.from({ length: x.rows }, (_, t) => fit.add(x.data, t * x.cols, y[t]!));
}

/** Throws AppError unless X and y are finite, of one length, and longer than X is wide. */
export function checkedRows(x: Matrix, y: ArrayLike<number>, who: string): void {
  if (y.length !== x.rows)
    throw new AppError(
      "invalid-input",
      `${who} need as many rows of x as of y; found ${x.rows} and ${y.length}`,
    );
  if (x.rows <= x.cols + 1)
    throw new AppError(
      "not-enough-data",
      `${who} with ${x.cols} coefficients need ${x.cols + 2} observations; found ${x.rows}`,
    );
  const bad = x.data.findIndex((v) => !Number.isFinite(v));
  const badY = Array.prototype.findIndex.call(y, (v: number) => !Number.isFinite(v));
  if (bad >= 0 || badY >= 0)
    throw new AppError(
      "invalid-input",
      `${who} need finite numbers; row ${(bad >= 0 ? Math.floor(bad / x.cols) : badY) + 1} has another`,
    );
}
