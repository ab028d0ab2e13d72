import { AppError } from "../errors.ts";
import {
  householderLeastSquares,
  type MultipleLeastSquares,
} from "../statistics/matrix/householderLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { solve } from "../statistics/matrix/solve.ts";
import type { CointegrationSpace } from "./cointegrationSpace.ts";

export interface ErrorCorrection extends MultipleLeastSquares {
  /** m × r with the identity on top. */
  beta: Matrix;
  /** Regressors: β′ of the level, then the short-run terms. */
  regressors: Matrix;
}

/**
 * The error-correction model of a given rank: β from the leading vectors, scaled to β′ = [I_r, *], the rest by least
 * squares of Δy(t) on [β′ level(t), short-run terms]. Johansen (1995), §6.1 and §5.2; Lütkepohl (2005), §7.2.3.
 */
export function errorCorrection(space: CointegrationSpace, rank: number): ErrorCorrection {
  const n = space.differences.cols;
  if (!Number.isInteger(rank) || rank < 0 || rank > n)
    throw new AppError(
      "invalid-input",
      `the cointegration rank of ${n} series lies in 0 … ${n}; found ${rank}`,
    );
  const beta = identityOnTop(space.vectors, rank);
  const along = multiply(space.levels, beta);
  const T = space.levels.rows;
  const k = space.shortRun.cols;
  const regressors = matrix(T, rank + k);
  for (let t = 0; t < T; t++) {
    regressors.data.set(along.data.subarray(t * rank, (t + 1) * rank), t * regressors.cols);
    regressors.data.set(space.shortRun.data.subarray(t * k, (t + 1) * k), t * regressors.cols + rank);
  }
  const fitted =
    regressors.cols === 0
      ? { coefficients: matrix(0, n), residuals: space.differences, gramInverse: matrix(0, 0) }
      : householderLeastSquares(regressors, space.differences);
  return { ...fitted, beta, regressors };
}

function identityOnTop(vectors: Matrix, rank: number): Matrix {
  const m = vectors.rows;
  const leading = matrix(m, rank);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < rank; j++) leading.data[i * rank + j] = vectors.data[i * vectors.cols + j]!;
  if (rank === 0) return leading;
  const top = matrix(rank, rank, leading.data.slice(0, rank * rank));
  const unit = matrix(rank, rank);
  for (let i = 0; i < rank; i++) unit.data[i * rank + i] = 1;
  const inverse = solve(top, unit);
  if (!inverse)
    throw new AppError(
      "invalid-input",
      `the first ${rank} series do not all enter the long-run relations; put series that do first`,
    );
  return multiply(leading, inverse);
}
