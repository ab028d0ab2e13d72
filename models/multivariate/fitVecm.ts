import { AppError } from "../errors.ts";
import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { identity, type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { type CointegrationSpace, cointegrationSpace } from "./cointegrationSpace.ts";
import { errorCorrection } from "./errorCorrection.ts";
import { type Place, type VecmDesignOptions, vecmDesign } from "./vecmDesign.ts";

export interface VecmOptions extends Omit<VecmDesignOptions, "form"> {
  rank: number;
}

export interface VecmFit {
  y: Matrix;
  rank: number;
  lagDifferences: number;
  constant: Place;
  trend: Place;
  season: number;
  exogenous: Matrix | null;
  observations: number;
  /** n × r: how each series answers a departure from each relation. */
  alpha: Matrix;
  /** n × r, identity on top. */
  beta: Matrix;
  /** Constant and trend inside the relations, d × r. */
  betaDeterministic: Matrix;
  /** n × nk: Γ_1 … Γ_k side by side. */
  gamma: Matrix;
  /** n × k: constant, trend, seasonal dummies and exogenous outside the relations. */
  outside: Matrix;
  errors: { alpha: Matrix; beta: Matrix; betaDeterministic: Matrix; gamma: Matrix; outside: Matrix };
  residuals: Matrix;
  /** Û′Û / T. */
  sigma: Matrix;
  logLikelihood: number;
  eigenvalues: Float64Array;
  /** The same model in levels, A_1 … A_{k+1}. */
  lagMatrices: readonly Matrix[];
}

/**
 * Error-correction model of n series with r long-run relations, by maximum likelihood (Johansen):
 *   Δy(t) = α (β′y(t−1) + ρ₀ + ρ₁ (t−1)) + Σ_{i=1}^{k} Γ_i Δy(t−i) + c + d t + u(t),   Σ̂ = Û′Û/T
 *   Cov(vec[α, Γ, c]) = (Z′Z)⁻¹ ⊗ Σ̂,   Cov(vec β₂′) = (R₁₂′R₁₂)⁻¹ ⊗ (α′Σ̂⁻¹α)⁻¹ for the rows below the identity
 *   A_1 = I + αβ′ + Γ_1,  A_i = Γ_i − Γ_{i−1},  A_{k+1} = −Γ_k
 * Throws AppError for too few rows, gaps, constant or collinear series, or a rank out of range.
 * Lütkepohl (2005), §7.2 and §6.3; Johansen (1995), §6.
 */
export function fitVecm(y: Matrix, options: VecmOptions): VecmFit {
  const { rank, lagDifferences, constant = "none", trend = "none", season = 1, exogenous = null } = options;
  const design = vecmDesign(y, { ...options, form: "transitory" });
  const space = cointegrationSpace(design.differences, design.levels, design.shortRun);
  const { beta, coefficients, residuals, gramInverse } = errorCorrection(space, rank);
  const n = y.cols;
  const T = space.differences.rows;
  const sigma = crossProduct(residuals, residuals);
  for (let i = 0; i < sigma.data.length; i++) sigma.data[i] = sigma.data[i]! / T;
  const factor = cholesky(sigma);
  if (!factor)
    throw new AppError("invalid-input", "the residuals of the series are linearly dependent; leave one out");
  const width = coefficients.rows;
  const errorsOfAll = matrix(width, n);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < n; j++)
      errorsOfAll.data[i * n + j] = Math.sqrt(gramInverse.data[i * width + i]! * sigma.data[j * n + j]!);
  const shortEnd = rank + n * lagDifferences;
  const alpha = block(coefficients, 0, rank);
  const betaErrors = betaErrorsOf(space, alpha, sigma, rank);
  const gamma = block(coefficients, rank, shortEnd);
  const levels = rowsOf(beta, 0, n);
  return {
    y,
    rank,
    lagDifferences,
    constant,
    trend,
    season,
    exogenous,
    observations: T,
    alpha,
    beta: levels,
    betaDeterministic: rowsOf(beta, n, beta.rows),
    gamma,
    outside: block(coefficients, shortEnd, width),
    errors: {
      alpha: block(errorsOfAll, 0, rank),
      beta: rowsOf(betaErrors, 0, n),
      betaDeterministic: rowsOf(betaErrors, n, beta.rows),
      gamma: block(errorsOfAll, rank, shortEnd),
      outside: block(errorsOfAll, shortEnd, width),
    },
    residuals,
    sigma,
    logLikelihood: -0.5 * T * (n * Math.log(2 * Math.PI) + logDeterminantOf(factor) + n),
    eigenvalues: space.eigenvalues,
    lagMatrices: inLevels(alpha, levels, gamma, lagDifferences),
  };
}

const rowsOf = (a: Matrix, from: number, to: number): Matrix =>
  matrix(to - from, a.cols, a.data.slice(from * a.cols, to * a.cols));

/** Rows from … to of the stacked coefficients, one column a regressor. */
const block = (a: Matrix, from: number, to: number): Matrix => transpose(rowsOf(a, from, to));

function betaErrorsOf(space: CointegrationSpace, alpha: Matrix, sigma: Matrix, rank: number): Matrix {
  const m = space.levels.cols;
  const out = matrix(m, rank);
  const free = m - rank;
  if (rank === 0 || free === 0) return out;
  const below = matrix(space.r1.rows, free);
  for (let t = 0; t < below.rows; t++)
    below.data.set(space.r1.data.subarray(t * m + rank, (t + 1) * m), t * free);
  const spread = solvePositive(crossProduct(below, below), identity(free))!;
  const across = solvePositive(crossProduct(alpha, solvePositive(sigma, alpha)!), identity(rank));
  if (!across)
    throw new AppError(
      "invalid-input",
      `the loadings of the ${rank} long-run relations are linearly dependent`,
    );
  for (let i = 0; i < free; i++)
    for (let j = 0; j < rank; j++)
      out.data[(rank + i) * rank + j] = Math.sqrt(spread.data[i * free + i]! * across.data[j * rank + j]!);
  return out;
}

function inLevels(alpha: Matrix, beta: Matrix, gamma: Matrix, k: number): Matrix[] {
  const n = alpha.rows;
  const pi = multiply(alpha, transpose(beta));
  return Array.from({ length: k + 1 }, (_, l) => {
    const a = l === 0 ? identity(n) : matrix(n, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const at = i * n + j;
        let v = a.data[at]!;
        if (l === 0) v += pi.data[at]!;
        if (l < k) v += gamma.data[i * n * k + l * n + j]!;
        if (l > 0) v -= gamma.data[i * n * k + (l - 1) * n + j]!;
        a.data[at] = v;
      }
    return a;
  });
}
