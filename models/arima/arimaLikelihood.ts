import { leastSquares } from "../statistics/leastSquares.ts";
import type { ArimaData } from "./arimaData.ts";
import { type ArmaCoefficients, armaPolynomials, emptyPolynomials } from "./arimaOrder.ts";
import { innovations, innovationsPlan } from "./innovations.ts";

export interface ArimaLikelihood {
  logLikelihood: number;
  /** Maximum-likelihood variance of the one-step errors. */
  sigma2: number;
  residualSquares: number;
  /** Figures of w that carry information: its length less the gaps. */
  n: number;
  /** What the bridged values at the gaps must be corrected by, then the drivers' coefficients, then the constant. */
  coefficients: Float64Array;
}

/** The likelihood of a series as a function of its ARMA coefficients; null where they leave no positive variance. */
export type Likelihood = (coefficients: ArmaCoefficients) => ArimaLikelihood | null;

/**
 * Exact Gaussian log-likelihood with σ², the constant, the drivers and the gaps concentrated out.
 *   −2 log L = (n−k) log(2πσ̂²) + Σ log F + log|XᵀΣ⁻¹X| + (n−k),   σ̂² = RSS / (n−k)
 * X in the determinant: one column per gap; RSS after generalised least squares on all columns, k the gaps' rank.
 * Integrating a gap out under a flat prior is the same as fitting it and paying for it with the determinant.
 * Gómez, Maravall & Peña (1999), Missing observations in ARIMA models: skipping approach versus additive outlier
 * approach, Journal of Econometrics 88. The arrays are laid out once, for many evaluations.
 */
export function exactLikelihood(data: ArimaData): Likelihood {
  const at = evaluation(data);
  return (coefficients) => {
    const found = at(coefficients);
    if (!found) return null;
    const { n, deviance, fit } = found;
    return {
      logLikelihood: -0.5 * deviance,
      sigma2: fit.residualSquares / n,
      residualSquares: fit.residualSquares,
      n,
      coefficients: fit.coefficients,
    };
  };
}

/**
 * The same likelihood as a sum of squares, for a search that knows their structure: log L = −(n/2) log Σ ẽ² + const,
 *   ẽ(t) = (v(t)/√F(t) − X(t)b̂) exp[(Σ log F + log|XᵀΣ⁻¹X|)/2n]
 * Fills `out`, as long as w; false where the coefficients leave no positive variance.
 */
export function scaledErrors(data: ArimaData): (c: ArmaCoefficients, out: Float64Array) => boolean {
  const at = evaluation(data);
  return (coefficients, out) => {
    const found = at(coefficients);
    if (!found) return false;
    const { errors, columns, fit, logDeterminant, n } = found;
    const scale = Math.exp(logDeterminant / (2 * n));
    out.set(errors);
    for (let i = 0; i < columns.length; i++) {
      const b = fit.coefficients[i]!;
      const x = columns[i]!;
      for (let t = 0; t < out.length; t++) out[t]! -= b * x[t]!;
    }
    for (let t = 0; t < out.length; t++) out[t]! *= scale;
    return Number.isFinite(scale);
  };
}

function evaluation(data: ArimaData) {
  const polynomials = emptyPolynomials(data.order);
  const all = [data.w, ...data.regressors];
  const plan = innovationsPlan(polynomials, all);
  const [errors, ...columns] = plan.standardised;
  return (coefficients: ArmaCoefficients) => {
    armaPolynomials(data.order, coefficients, polynomials);
    if (!innovations(polynomials, all, false, plan)) return null;
    const fit = columns.length === 0 ? bare(errors!) : leastSquares(errors!, columns, data.gaps.length);
    const n = data.w.length - fit.rank;
    const logDeterminant = plan.logDeterminant + fit.logDeterminant;
    const deviance = n * Math.log((2 * Math.PI * fit.residualSquares) / n) + logDeterminant + n;
    return { errors: errors!, columns, fit, n, logDeterminant, deviance };
  };
}

/** One evaluation of `exactLikelihood`. */
export function arimaLikelihood(data: ArimaData, coefficients: ArmaCoefficients): ArimaLikelihood | null {
  return exactLikelihood(data)(coefficients);
}

const NONE = new Float64Array(0);

function bare(errors: Float64Array) {
  let residualSquares = 0;
  for (let t = 0; t < errors.length; t++) residualSquares += errors[t]! * errors[t]!;
  return { coefficients: NONE, residualSquares, logDeterminant: 0, rank: 0 };
}
