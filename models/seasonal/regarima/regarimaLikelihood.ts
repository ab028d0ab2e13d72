import { type ArmaCoefficients, armaPolynomials, emptyPolynomials } from "../../arima/arimaOrder.ts";
import { innovations, innovationsPlan } from "../../arima/innovations.ts";
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
  return likelihoodOf(data)(arma);
}

/** The same for many evaluations over one series: the innovations are written over each other. */
export function likelihoodOf(data: RegarimaData): (arma: ArmaCoefficients) => RegarimaLikelihood | null {
  const polynomials = emptyPolynomials(data.order);
  const all = [data.w, ...data.differencedColumns];
  const plan = innovationsPlan(polynomials, all);
  const [errors, ...columns] = plan.standardised;
  const n = data.w.length - data.gaps.length;
  return (arma) => {
    armaPolynomials(data.order, arma, polynomials);
    if (!innovations(polynomials, all, false, plan)) return null;
    const fit = whitenedFit(errors!, columns, data.gaps.length);
    const sigma2 = fit.residualSquares / n;
    const deviance = n * Math.log(2 * Math.PI * sigma2) + plan.logDeterminant + fit.logDeterminant + n;
    return { ...fit, logLikelihood: -0.5 * deviance, sigma2, n, logDeterminantF: plan.logDeterminant };
  };
}

/**
 * The likelihood with the constant and the regressors held at given coefficients; gaps are estimated as ever. The factor has
 * zeros for what is held: it has no variance.
 */
export function likelihoodHeld(
  data: RegarimaData,
  arma: ArmaCoefficients,
  held: Float64Array,
): RegarimaLikelihood | null {
  const gaps = data.gaps.length;
  const z = regressionErrors(data, Float64Array.of(...new Float64Array(gaps), ...held));
  const bare = { ...data, w: z, differencedColumns: data.differencedColumns.slice(0, gaps) };
  const at = regarimaLikelihood(bare, arma);
  if (!at) return null;
  const k = gaps + held.length;
  const factor = new Float64Array(k * k);
  for (let i = 0; i < gaps; i++) factor.set(at.factor.subarray(i * gaps, (i + 1) * gaps), i * k);
  return { ...at, factor, coefficients: Float64Array.of(...at.coefficients, ...held) };
}

/**
 * One column's likelihood, where no gap's determinant enters: −log L of errors z, and the scaled errors whose squares sum to what
 * maximum likelihood makes least, e(t) = v(t)/√F(t) · |V|^{1/2n}.
 */
export interface ColumnLikelihood {
  /** +∞ where the coefficients leave no variance. */
  negative(arma: ArmaCoefficients): number;
  scaled(arma: ArmaCoefficients, out: Float64Array): boolean;
}

export function columnLikelihood(data: RegarimaData, errors: Float64Array): ColumnLikelihood {
  const polynomials = emptyPolynomials(data.order);
  const columns = [errors];
  const plan = innovationsPlan(polynomials, columns);
  const e = plan.standardised[0]!;
  const n = e.length;
  const run = (arma: ArmaCoefficients): boolean => {
    armaPolynomials(data.order, arma, polynomials);
    return innovations(polynomials, columns, false, plan) !== null;
  };
  return {
    negative(arma) {
      if (!run(arma)) return Number.POSITIVE_INFINITY;
      let squares = 0;
      for (let t = 0; t < n; t++) squares += e[t]! * e[t]!;
      return 0.5 * (n * Math.log((2 * Math.PI * squares) / n) + plan.logDeterminant + n);
    },
    scaled(arma, out) {
      if (!run(arma)) return false;
      const scale = Math.exp(plan.logDeterminant / (2 * n));
      for (let t = 0; t < n; t++) out[t] = e[t]! * scale;
      return Number.isFinite(scale);
    },
  };
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
