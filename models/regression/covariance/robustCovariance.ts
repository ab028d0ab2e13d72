import { type Matrix, matrix, transpose } from "../../statistics/matrix/matrix.ts";
import { multiply } from "../../statistics/matrix/multiply.ts";
import type { Ols } from "../ols.ts";
import { type LongRunOptions, longRunVariance } from "./longRunVariance.ts";

/** Heteroscedasticity-consistent kinds: what stands for ε(t)². */
export type HcKind = "HC0" | "HC1" | "HC2" | "HC3";

/**
 * Heteroscedasticity-consistent covariance of β̂.
 *   (X′X)⁻¹ X′ diag(ω) X (X′X)⁻¹,  ω(t) = e², e² n/(n−k), e²/(1−h), e²/(1−h)²  for HC0, HC1, HC2, HC3
 * White (1980), Econometrica 48; MacKinnon & White (1985), Journal of Econometrics 29.
 */
export function hcCovariance(fit: Ols, kind: HcKind): Matrix {
  const { x } = fit.design;
  const { n, k } = fit;
  const meat = matrix(k, k);
  for (let t = 0; t < n; t++) {
    const e2 = fit.residuals[t]! ** 2;
    const left = 1 - fit.leverage[t]!;
    const omega =
      kind === "HC0"
        ? e2
        : kind === "HC1"
          ? (e2 * n) / fit.df
          : kind === "HC2"
            ? e2 / left
            : e2 / (left * left);
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        meat.data[i * k + j] = meat.data[i * k + j]! + omega * x.data[t * k + i]! * x.data[t * k + j]!;
  }
  return multiply(multiply(fit.unscaled, meat), fit.unscaled);
}

export interface HacOptions extends LongRunOptions {
  /** Multiply by n/(n−k). */
  adjust?: boolean;
}

export interface HacCovariance {
  covariance: Matrix;
  /** The bandwidth chosen, or the lag given. */
  bandwidth: number;
}

/**
 * Covariance consistent under heteroscedasticity and autocorrelation, from the scores of any M-estimator.
 *   B⁻¹ (n Ω) B⁻¹,  Ω the long-run variance of the scores ψ(t) (n × k),  B⁻¹ (k × k) the inverse information
 * For least squares ψ(t) = x(t)e(t) and B⁻¹ = (X′X)⁻¹: `hacCovariance`. Newey & West (1987); Zeileis (2004), JSS 11(10).
 */
export function sandwich(scores: Matrix, inverse: Matrix, options: HacOptions = {}): HacCovariance {
  const { rows: n, cols: k } = scores;
  const { omega, bandwidth } = longRunVariance(scores, options);
  const scale = options.adjust ? (n * n) / (n - k) : n;
  const meat = matrix(
    k,
    k,
    omega.data.map((v) => v * scale),
  );
  return { covariance: multiply(multiply(inverse, meat), transpose(inverse)), bandwidth };
}

/** `sandwich` of a least-squares fit. The automatic bandwidths leave the constant's score out, as is the custom. */
export function hacCovariance(fit: Ols, options: HacOptions = {}): HacCovariance {
  const { x } = fit.design;
  const scores = matrix(fit.n, fit.k);
  for (let t = 0; t < fit.n; t++)
    for (let j = 0; j < fit.k; j++) scores.data[t * fit.k + j] = x.data[t * fit.k + j]! * fit.residuals[t]!;
  return sandwich(scores, fit.unscaled, { weights: withoutConstant(fit.design.constant, fit.k), ...options });
}

/** Weights of the automatic bandwidth: 0 for the constant unless it stands alone. */
function withoutConstant(constant: number, k: number): Float64Array {
  const weights = new Float64Array(k).fill(1);
  if (constant >= 0 && k > 1) weights[constant] = 0;
  return weights;
}

/** Square roots of the diagonal. */
export const standardErrorsOf = (covariance: Matrix): Float64Array =>
  Float64Array.from({ length: covariance.rows }, (_, j) =>
    Math.sqrt(covariance.data[j * covariance.cols + j]!),
  );
