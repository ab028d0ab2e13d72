import { type ArmaCoefficients, armaPolynomials } from "../../forecast/arima/arimaOrder.ts";
import { innovations } from "../../forecast/arima/innovations.ts";
import type { RegarimaData } from "./regarimaData.ts";
import { type WhitenedFit, whitenedFit } from "./whitened.ts";

export interface RegarimaLikelihood extends WhitenedFit {
  logLikelihood: number;
  /** RSS over the figures that carry information. */
  sigma2: number;
  /** Differenced figures less gaps. */
  n: number;
  /** Σ log F(t). */
  logDeterminantF: number;
}

/**
 * Exact Gaussian log-likelihood of a regression with ARIMA errors, coefficients and variance concentrated out.
 *   w = δ(B)y,  Z = δ(B)X,  w = Zβ + z,  φ(B)Φ(Bˢ) z = θ(B)Θ(Bˢ) a
 *   −2 log L = n log(2πσ̂²) + log|V| + n,   σ̂² = (w − Zβ̂)ᵀV⁻¹(w − Zβ̂)/n
 * The innovations filter whitens w and every column of Z alike, then β̂ is least squares. Gaps are additive outliers paid
 * for with their determinant (Gómez, Maravall & Peña 1999), as in `arimaLikelihood`.
 * X-13ARIMA-SEATS Reference Manual, §4.5; Otto, Bell & Burman (1987). null where the coefficients leave no variance.
 */
export function regarimaLikelihood(data: RegarimaData, arma: ArmaCoefficients): RegarimaLikelihood | null {
  const run = innovations(armaPolynomials(data.order, arma), [data.w, ...data.differencedColumns]);
  if (!run) return null;
  const [errors, ...columns] = run.standardised;
  const fit = whitenedFit(errors!, columns, data.gaps.length);
  const n = data.w.length - data.gaps.length;
  const sigma2 = fit.residualSquares / n;
  const deviance = n * Math.log(2 * Math.PI * sigma2) + run.logDeterminant + fit.logDeterminant + n;
  return { ...fit, logLikelihood: -0.5 * deviance, sigma2, n, logDeterminantF: run.logDeterminant };
}

/** The log-likelihood with the coefficients held at given values, where no gap's determinant enters: one column. */
export function likelihoodOfErrors(
  data: RegarimaData,
  arma: ArmaCoefficients,
  errors: Float64Array,
): number | null {
  const run = innovations(armaPolynomials(data.order, arma), [errors]);
  if (!run) return null;
  const e = run.standardised[0]!;
  let squares = 0;
  for (let t = 0; t < e.length; t++) squares += e[t]! * e[t]!;
  return -0.5 * (e.length * Math.log((2 * Math.PI * squares) / e.length) + run.logDeterminant + e.length);
}

/** w − Zβ. */
export function regressionErrors(data: RegarimaData, coefficients: Float64Array): Float64Array {
  const z = data.w.slice();
  data.differencedColumns.forEach((column, i) => {
    const b = coefficients[i]!;
    if (b !== 0) for (let t = 0; t < z.length; t++) z[t] = z[t]! - b * column[t]!;
  });
  return z;
}
