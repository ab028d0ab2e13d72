import { leastSquares } from "../../statistics/leastSquares.ts";
import {
  type ArimaOrder,
  type ArmaCoefficients,
  armaPolynomials,
  differenced,
  differencePolynomial,
} from "./arimaOrder.ts";
import { innovations } from "./innovations.ts";

/** A series made ready for one order of differencing: gaps bridged and each given a column of its own. */
export interface ArimaData {
  order: ArimaOrder;
  /** Levels with gaps bridged by straight lines. */
  levels: Float64Array;
  /** Positions of the gaps. */
  gaps: readonly number[];
  delta: Float64Array;
  w: Float64Array;
  /** The effect of 1 more at each gap on w, then the constant. */
  regressors: readonly Float64Array[];
}

export interface ArimaLikelihood {
  logLikelihood: number;
  /** Maximum-likelihood variance of the one-step errors. */
  sigma2: number;
  residualSquares: number;
  /** Figures of w that carry information: its length less the gaps. */
  n: number;
  /** What the bridged values at the gaps must be corrected by, then the constant. */
  coefficients: Float64Array;
}

/** Differences y (NaN = gap; first and last known) and lays out the regressors of its gaps and of the constant. */
export function arimaData(y: Float64Array, order: ArimaOrder): ArimaData {
  const gaps = [...y.keys()].filter((t) => Number.isNaN(y[t]!));
  const levels = bridged(y);
  const delta = differencePolynomial(order);
  const lags = delta.length - 1;
  const w = differenced(levels, delta);
  const regressors = gaps.map((at) => {
    const column = new Float64Array(w.length);
    for (let j = 0; j <= lags; j++) {
      const t = at + j - lags;
      if (t >= 0 && t < w.length) column[t] = j === 0 ? 1 : -delta[j]!;
    }
    return column;
  });
  if (order.constant) regressors.push(new Float64Array(w.length).fill(1));
  return { order, levels, gaps, delta, w, regressors };
}

/**
 * Exact Gaussian log-likelihood with σ², the constant and the gaps concentrated out.
 *   −2 log L = (n−k) log(2πσ̂²) + Σ log F + log|XᵀΣ⁻¹X| + (n−k),   σ̂² = RSS / (n−k)
 * X: one column per gap, RSS after generalised least squares on all columns, k the gaps' rank. Integrating a gap out
 * under a flat prior is the same as fitting it and paying for it with the determinant.
 * Gómez, Maravall & Peña (1999), Missing observations in ARIMA models: skipping approach versus additive outlier
 * approach, Journal of Econometrics 88. null where the coefficients leave no positive variance.
 */
export function arimaLikelihood(data: ArimaData, coefficients: ArmaCoefficients): ArimaLikelihood | null {
  const run = innovations(armaPolynomials(data.order, coefficients), [data.w, ...data.regressors]);
  if (!run) return null;
  const [errors, ...columns] = run.standardised;
  const fit = leastSquares(errors!, columns, data.gaps.length);
  const n = data.w.length - fit.rank;
  const sigma2 = fit.residualSquares / n;
  const deviance = n * Math.log(2 * Math.PI * sigma2) + run.logDeterminant + fit.logDeterminant + n;
  return {
    logLikelihood: -0.5 * deviance,
    sigma2,
    residualSquares: fit.residualSquares,
    n,
    coefficients: fit.coefficients,
  };
}

/** Gaps filled along the straight line between their neighbours. */
export function bridged(y: Float64Array): Float64Array {
  const filled = y.slice();
  let before = 0;
  for (let t = 1; t < y.length; t++) {
    if (Number.isNaN(y[t]!)) continue;
    for (let i = before + 1; i < t; i++)
      filled[i] = y[before]! + ((y[t]! - y[before]!) * (i - before)) / (t - before);
    before = t;
  }
  return filled;
}
