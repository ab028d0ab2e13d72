import { type ArmaPolynomials, armaPolynomials } from "../../arima/arimaOrder.ts";
import type { RegarimaFit } from "./fitRegarima.ts";
import { regressionErrors } from "./regarimaLikelihood.ts";
import { whitenedFit } from "./whitened.ts";

/**
 * Shocks a(1−q) … a(n−p) of z(t) = Σφz + a + Σθa, from t = p + 1 on: those before the sample are their least squares
 * estimates from all of it, so that Σa² is what the exact likelihood has (for MA models). Ljung & Box (1979), Biometrika 66.
 */
export function smoothedShocks(arma: ArmaPolynomials, z: Float64Array): Float64Array {
  const { phi, theta, arLags: p, maLags: q } = arma;
  const n = z.length - p + q;
  const ma = lagsInUse(theta, q);
  const ar = lagsInUse(phi, p);
  const shocks = (x: Float64Array | null, presample: number): Float64Array => {
    const a = new Float64Array(n);
    if (presample >= 0) a[presample] = 1;
    for (let t = p; t < z.length; t++) {
      let v = x ? x[t]! : 0;
      if (x) for (const i of ar) v -= phi[i]! * x[t - i]!;
      for (const j of ma) v -= theta[j]! * a[t - p + q - j]!;
      a[t - p + q] = v;
    }
    return a;
  };
  const responses = Array.from({ length: q }, (_, i) => shocks(null, i).map((v) => -v));
  return whitenedFit(shocks(z, -1), responses).residuals;
}

const lagsInUse = (c: Float64Array, most: number): number[] =>
  Array.from({ length: most }, (_, i) => i + 1).filter((i) => c[i] !== 0);

/**
 * Residuals of a model as X-13ARIMA-SEATS has them, as many as differencing leaves: the last of (first p figures’ standardised
 * errors, `smoothedShocks`), so that with AR terms they begin with shocks from before the sample.
 */
export function sampleShocks(fit: RegarimaFit): Float64Array {
  const arma = armaPolynomials(fit.data.order, fit.arma);
  const z = regressionErrors(fit.data, fit.coefficients);
  const shocks = smoothedShocks(arma, z);
  const lacking = z.length - shocks.length;
  if (lacking <= 0) return shocks.slice(-lacking);
  const first = fit.residuals.subarray(arma.arLags - lacking, arma.arLags);
  return Float64Array.of(...first, ...shocks);
}
