import { AppError } from "../errors.ts";
import { fisherFUpper } from "../statistics/distribution/fisherF.ts";
import { studentTTwoSided } from "../statistics/distribution/studentT.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import type { Design } from "./design.ts";
import { qrLeastSquares } from "./qrLeastSquares.ts";

export interface Ols {
  readonly design: Design;
  readonly y: Float64Array;
  readonly n: number;
  /** Coefficients. */
  readonly k: number;
  /** n − k. */
  readonly df: number;
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  readonly rss: number;
  /** √(rss/df). */
  readonly sigma: number;
  /** (X′X)⁻¹. */
  readonly unscaled: Matrix;
  /** Leverage h(t) = x(t)′(X′X)⁻¹x(t). */
  readonly leverage: Float64Array;
  /** Classical: σ̂ √diag (X′X)⁻¹. */
  readonly standardErrors: Float64Array;
  readonly t: Float64Array;
  /** Two-sided, t(df). */
  readonly p: Float64Array;
  /** Around the mean with a constant, around zero without one. */
  readonly r2: number;
  readonly adjustedR2: number;
  /** All slopes are zero. Null where there is a constant alone. */
  readonly f: { value: number; df1: number; df2: number; p: number } | null;
  /** Gaussian, at σ² = rss/n. */
  readonly logLikelihood: number;
  /** −2ℓ + c(k+1): the variance counts as a parameter. c = 2, log n, 2 log log n. */
  readonly aic: number;
  readonly bic: number;
  readonly hqc: number;
}

/**
 * Ordinary least squares.
 *   β̂ = (X′X)⁻¹X′y by QR,  σ̂² = e′e/(n−k),  var β̂ = σ̂²(X′X)⁻¹
 *   ℓ = −n/2 (log 2π + log(e′e/n) + 1)
 * y of n rows, X n × k, n > k. A perfect fit has infinite t-values. Robust covariances:
 * covariance/robustCovariance.ts. Throws AppError("not-enough-data") for n ≤ k and ("invalid-input") for a collinear
 * column, naming it, a number that is not finite, or a y that never moves. Davidson & MacKinnon, Econometric Theory
 * and Methods, chapters 1–3; Greene, Econometric Analysis, chapters 3–5.
 */
export function ols(y: ArrayLike<number>, design: Design): Ols {
  const { x, names } = design;
  const { rows: n, cols: k } = x;
  if (n <= k)
    throw new AppError(
      "not-enough-data",
      `least squares with ${k} coefficients needs more than ${k} observations; found ${n}`,
    );
  const fit = qrLeastSquares(x, y, { names });
  const df = n - k;
  const unscaled = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) unscaled.data[i * k + j] = unscaledCovariance(fit.rInverse, k, i, j);
  const values = Float64Array.from(y);
  const fitted = values.map((v, i) => v - fit.residuals[i]!);
  const sigma = Math.sqrt(fit.rss / df);
  const standardErrors = Float64Array.from(
    { length: k },
    (_, j) => sigma * Math.sqrt(unscaled.data[j * k + j]!),
  );
  const t = fit.coefficients.map((b, j) => (b === 0 ? 0 : b / standardErrors[j]!));
  const centred = design.constant >= 0;
  const mean = centred ? values.reduce((a, b) => a + b, 0) / n : 0;
  const tss = values.reduce((s, v) => s + (v - mean) ** 2, 0);
  if (!(tss > 0))
    throw new AppError(
      "invalid-input",
      `least squares needs a y that moves; every one of the ${n} observations is ${values[0]}`,
    );
  const r2 = 1 - fit.rss / tss;
  const slopes = centred ? k - 1 : k;
  const value = (tss - fit.rss) / slopes / (fit.rss / df);
  const logLikelihood = -0.5 * n * (Math.log(2 * Math.PI) + Math.log(fit.rss / n) + 1);
  const criterion = (c: number): number => -2 * logLikelihood + c * (k + 1);
  return {
    design,
    y: values,
    n,
    k,
    df,
    coefficients: fit.coefficients,
    fitted,
    residuals: fit.residuals,
    rss: fit.rss,
    sigma,
    unscaled,
    leverage: leverageOf(x, fit.rInverse),
    standardErrors,
    t,
    p: t.map((v) => studentTTwoSided(v, df)),
    r2,
    adjustedR2: 1 - ((1 - r2) * (centred ? n - 1 : n)) / df,
    f: slopes > 0 ? { value, df1: slopes, df2: df, p: fisherFUpper(value, slopes, df) } : null,
    logLikelihood,
    aic: criterion(2),
    bic: criterion(Math.log(n)),
    hqc: criterion(2 * Math.log(Math.log(n))),
  };
}

/** |R⁻ᵀx(t)|²: the squared rows of Q without forming Q. */
function leverageOf(x: Matrix, rInverse: Float64Array): Float64Array {
  const { rows: n, cols: k } = x;
  const h = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < k; j++) {
      let q = 0;
      for (let m = 0; m <= j; m++) q += x.data[i * k + m]! * rInverse[m * k + j]!;
      h[i] = h[i]! + q * q;
    }
  return h;
}
