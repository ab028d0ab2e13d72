import { AppError } from "../errors.ts";
import { studentTTwoSided } from "../statistics/distribution/studentT.ts";
import { cholesky, logDeterminantOf } from "../statistics/matrix/cholesky.ts";
import { householderLeastSquares } from "../statistics/matrix/householderLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import { checkPanel } from "./checkPanel.ts";
import { type Deterministic, deterministicCount } from "./deterministicTerms.ts";
import { type VarCriteria, varCriteria } from "./varCriteria.ts";
import { varDesign } from "./varDesign.ts";

export interface VarOptions {
  lags: number;
  deterministic?: Deterministic;
  /** Length of a season for centred seasonal dummies; 1 for none. */
  season?: number;
  /** Further regressors of the same period, one row a row of the data. */
  exogenous?: Matrix | null;
  /** Rows at the start that are not explained; at least `lags`. A common sample for comparing lags. */
  skip?: number;
}

export interface VarFit {
  y: Matrix;
  lags: number;
  deterministic: Deterministic;
  season: number;
  exogenous: Matrix | null;
  /** Rows explained. */
  observations: number;
  /** Regressors in each equation. */
  regressors: number;
  /** Regressors × equations: lag 1 of all series, lag 2, …, constant, trend, seasonal dummies, exogenous. */
  coefficients: Matrix;
  standardErrors: Matrix;
  tValues: Matrix;
  /** A_1 … A_p: row = equation, column = series that is lagged. */
  lagMatrices: readonly Matrix[];
  design: Matrix;
  residuals: Matrix;
  /** Û′Û / (T − regressors). */
  sigma: Matrix;
  /** Û′Û / T. */
  sigmaMl: Matrix;
  /** (Z′Z)⁻¹. */
  gramInverse: Matrix;
  degreesOfFreedom: number;
  logLikelihood: number;
  criteria: VarCriteria;
}

/**
 * A vector autoregression of n series by least squares, which is maximum likelihood given the first p rows:
 *   y(t) = A_1 y(t−1) + … + A_p y(t−p) + C d(t) + D x(t) + u(t),   u ~ (0, Σ)
 *   B̂ = (Z′Z)⁻¹ Z′Y,   Σ̂ = Û′Û / (T − k),   Σ̃ = Û′Û / T,   Cov(vec B̂′) = (Z′Z)⁻¹ ⊗ Σ̂
 *   log L = −(T/2) (n log 2π + log det Σ̃ + n)
 * Throws AppError("not-enough-data") when T ≤ k, AppError("invalid-input") for gaps, constant or collinear series.
 * Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, §3.2 and §3.4.
 */
export function fitVar(y: Matrix, options: VarOptions): VarFit {
  const { lags, deterministic = "const", season = 1, exogenous = null, skip = lags } = options;
  if (!Number.isInteger(lags) || lags < 0 || !Number.isInteger(skip) || skip < lags)
    throw new AppError(
      "invalid-input",
      `a vector autoregression needs a whole number of lags from 0; found ${lags} (after ${skip} rows left out)`,
    );
  if (exogenous && exogenous.rows < y.rows)
    throw new AppError(
      "invalid-input",
      `the exogenous regressors need a row for each of the ${y.rows} rows of data; found ${exogenous.rows}`,
    );
  const n = y.cols;
  const k = n * lags + deterministicCount({ kind: deterministic, season }) + (exogenous?.cols ?? 0);
  checkPanel(`a vector autoregression with ${lags} lags`, y, skip + k + 1);
  const observations = y.rows - skip;
  const design = varDesign(y, { lags, deterministic, season, exogenous, skip });
  const target = matrix(observations, n, y.data.slice(skip * n));
  const { coefficients, residuals, gramInverse } =
    k === 0
      ? { coefficients: matrix(0, n), residuals: target, gramInverse: matrix(0, 0) }
      : householderLeastSquares(design, target);
  const squares = crossProduct(residuals, residuals);
  const degreesOfFreedom = observations - k;
  const sigma = scaled(squares, 1 / degreesOfFreedom);
  const sigmaMl = scaled(squares, 1 / observations);
  const factor = cholesky(sigmaMl);
  if (!factor)
    throw new AppError(
      "invalid-input",
      "the residuals of the series are linearly dependent; leave out the series that others determine",
    );
  const logDet = logDeterminantOf(factor);
  const standardErrors = matrix(k, n);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < n; j++)
      standardErrors.data[i * n + j] = Math.sqrt(gramInverse.data[i * k + i]! * sigma.data[j * n + j]!);
  const tValues = matrix(
    k,
    n,
    coefficients.data.map((b, i) => b / standardErrors.data[i]!),
  );
  return {
    y,
    lags,
    deterministic,
    season,
    exogenous,
    observations,
    regressors: k,
    coefficients,
    standardErrors,
    tValues,
    lagMatrices: Array.from({ length: lags }, (_, l) => lagMatrixOf(coefficients, l)),
    design,
    residuals,
    sigma,
    sigmaMl,
    gramInverse,
    degreesOfFreedom,
    logLikelihood: -0.5 * observations * (n * Math.log(2 * Math.PI) + logDet + n),
    criteria: varCriteria(logDet, observations, n, k),
  };
}

/** Two-sided p-values of the coefficients, Student t with the residual degrees of freedom. */
export const coefficientPValues = (fit: VarFit): Matrix =>
  matrix(
    fit.tValues.rows,
    fit.tValues.cols,
    fit.tValues.data.map((t) => studentTTwoSided(t, fit.degreesOfFreedom)),
  );

const scaled = (a: Matrix, by: number): Matrix =>
  matrix(
    a.rows,
    a.cols,
    a.data.map((v) => v * by),
  );

function lagMatrixOf(coefficients: Matrix, lag: number): Matrix {
  const n = coefficients.cols;
  const out = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) out.data[i * n + j] = coefficients.data[(lag * n + j) * n + i]!;
  return out;
}
