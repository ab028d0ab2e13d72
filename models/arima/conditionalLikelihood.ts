import { AppError } from "../errors.ts";
import { leastSquares } from "../statistics/leastSquares.ts";
import type { ArimaData } from "./arimaData.ts";
import type { Likelihood } from "./arimaLikelihood.ts";
import { type ArmaPolynomials, armaPolynomials, emptyPolynomials } from "./arimaOrder.ts";

/**
 * Conditional sum of squares: the recursion is run as if every error before the first complete lag were zero.
 *   e(t) = w(t) − Σ φ w(t−i) − Σ θ e(t−j),  t > p + mP;  σ̂² = Σ e² / ν,  ν = n − p − mP
 *   −2 log L = n [log(2πσ̂²) + 1]
 * Drivers and constant by least squares on columns run through the same recursion. Gaps have no place in it: throws
 * AppError("invalid-input"). Box, Jenkins, Reinsel & Ljung, 5th ed., §7.1.2.
 */
export function conditionalLikelihood(data: ArimaData): Likelihood {
  if (data.gaps.length > 0)
    throw new AppError(
      "invalid-input",
      `the conditional sum of squares needs a series without gaps; found ${data.gaps.length}. The exact likelihood takes them`,
    );
  const polynomials = emptyPolynomials(data.order);
  const n = data.w.length;
  const columns = [data.w, ...data.regressors];
  const errors = columns.map(() => new Float64Array(n));
  const counted = errors.map((e) => e.subarray(Math.min(n, polynomials.arLags)));
  return (coefficients) => {
    armaPolynomials(data.order, coefficients, polynomials);
    for (let c = 0; c < columns.length; c++) recursion(polynomials, columns[c]!, errors[c]!);
    const fit = leastSquares(counted[0]!, counted.slice(1), 0);
    const sigma2 = fit.residualSquares / counted[0]!.length;
    return {
      logLikelihood: -0.5 * n * (Math.log(2 * Math.PI * sigma2) + 1),
      sigma2,
      residualSquares: fit.residualSquares,
      n,
      coefficients: fit.coefficients,
    };
  };
}

/** e(t) of one column; 0 before every lag is there. */
export function recursion(
  { phi, theta, arLags, maLags }: ArmaPolynomials,
  x: Float64Array,
  out: Float64Array,
): void {
  out.fill(0, 0, arLags);
  for (let t = arLags; t < x.length; t++) {
    let e = x[t]!;
    for (let i = 1; i <= arLags; i++) e -= phi[i]! * x[t - i]!;
    const most = maLags < t - arLags ? maLags : t - arLags;
    for (let j = 1; j <= most; j++) e -= theta[j]! * out[t - j]!;
    out[t] = e;
  }
}
