import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { fisherFUpper } from "../statistics/distribution/fisherF.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import {
  householderLeastSquares,
  type MultipleLeastSquares,
} from "../statistics/matrix/householderLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { checkPanel } from "./checkPanel.ts";

interface Tested {
  statistic: number;
  pValue: number;
}

export interface GrangerTest {
  lags: number;
  /** Number of restrictions and residual degrees of freedom. */
  df: readonly [number, number];
  /** F from the sums of squared residuals. */
  ssrF: Tested;
  /** T (SSR_r − SSR_u) / SSR_u ~ χ²(p). */
  ssrChiSquared: Tested;
  likelihoodRatio: Tested;
  /** F of the coefficients by their covariance; equals ssrF but for rounding. */
  parameterF: Tested;
}

/**
 * Whether the past of x helps to foretell y beside y's own past, in one equation with a constant:
 *   y(t) = c + Σ_l a_l y(t−l) + Σ_l b_l x(t−l) + e(t),   H₀: b_1 = … = b_p = 0
 *   F = [(SSR_r − SSR_u)/p] / [SSR_u/(T − 2p − 1)],   LR = T log(SSR_r/SSR_u)
 * Granger (1969), Econometrica 37; Hamilton (1994), Time Series Analysis, §11.2.
 */
export function grangerTest(
  y: ArrayLike<number>,
  x: ArrayLike<number>,
  lags: number,
  constant = true,
): GrangerTest {
  if (!Number.isInteger(lags) || lags < 1)
    throw new AppError("invalid-input", `a test of Granger causality needs at least 1 lag; found ${lags}`);
  const rows = Math.min(y.length, x.length);
  const extra = constant ? 1 : 0;
  const panel = matrix(rows, 2);
  for (let t = 0; t < rows; t++) panel.data.set([y[t]!, x[t]!], 2 * t);
  checkPanel("a test of Granger causality", panel, 3 * lags + extra + 1);
  const T = rows - lags;
  const target = matrix(
    T,
    1,
    Float64Array.from({ length: T }, (_, i) => y[lags + i]!),
  );
  const own = designOf([y], lags, T, constant);
  const joint = designOf([x, y], lags, T, constant);
  const restricted = householderLeastSquares(own, target);
  const free = householderLeastSquares(joint, target);
  const ssrRestricted = squares(restricted);
  const ssrFree = squares(free);
  const dfResidual = T - joint.cols;
  const gain = ssrRestricted - ssrFree;
  const f = gain / lags / (ssrFree / dfResidual);
  const chi = (T * gain) / ssrFree;
  const lr = T * Math.log(ssrRestricted / ssrFree);
  const parameterF = waldOf(free, lags, ssrFree / dfResidual) / lags;
  const ofF = (statistic: number): Tested => ({
    statistic,
    pValue: fisherFUpper(statistic, lags, dfResidual),
  });
  const ofChi = (statistic: number): Tested => ({ statistic, pValue: chiSquaredUpper(statistic, lags) });
  return {
    lags,
    df: [lags, dfResidual],
    ssrF: ofF(f),
    ssrChiSquared: ofChi(chi),
    likelihoodRatio: ofChi(lr),
    parameterF: ofF(parameterF),
  };
}

/** Lags 1 … p of each series in turn, then the constant. */
function designOf(series: readonly ArrayLike<number>[], lags: number, T: number, constant: boolean): Matrix {
  const out = matrix(T, series.length * lags + (constant ? 1 : 0));
  for (let i = 0; i < T; i++) {
    let at = i * out.cols;
    for (const s of series) for (let l = 1; l <= lags; l++) out.data[at++] = s[lags + i - l]!;
    if (constant) out.data[at] = 1;
  }
  return out;
}

const squares = (fit: MultipleLeastSquares): number => fit.residuals.data.reduce((s, e) => s + e * e, 0);

/** b′ V⁻¹ b of the first coefficients. */
function waldOf(fit: MultipleLeastSquares, count: number, variance: number): number {
  const k = fit.gramInverse.cols;
  const v = matrix(count, count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) v.data[i * count + j] = variance * fit.gramInverse.data[i * k + j]!;
  const b = matrix(count, 1, fit.coefficients.data.slice(0, count));
  const x = solvePositive(v, b);
  if (!x) throw new AppError("invalid-input", "the covariance of the tested coefficients is singular");
  return b.data.reduce((s, c, i) => s + c * x.data[i]!, 0);
}
