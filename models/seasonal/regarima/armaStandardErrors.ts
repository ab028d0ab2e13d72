import { type ArimaOrder, type ArmaCoefficients, armaPolynomials } from "../../arima/arimaOrder.ts";
import { innovations } from "../../arima/innovations.ts";
import { solvePositive } from "../../statistics/matrix/cholesky.ts";
import { identity, matrix } from "../../statistics/matrix/matrix.ts";
import type { RegarimaFit } from "./fitRegarima.ts";
import { regressionErrors } from "./regarimaLikelihood.ts";
import { smoothedShocks } from "./sampleShocks.ts";

/** The ARMA coefficients in one row: AR, MA, seasonal AR, seasonal MA. */
export const armaVector = ({ ar, ma, seasonalAr, seasonalMa }: ArmaCoefficients): Float64Array =>
  Float64Array.from([...ar, ...ma, ...seasonalAr, ...seasonalMa]);

export function armaFromVector({ p, q, P }: ArimaOrder, c: Float64Array): ArmaCoefficients {
  return {
    ar: c.slice(0, p),
    ma: c.slice(p, p + q),
    seasonalAr: c.slice(p + q, p + q + P),
    seasonalMa: c.slice(p + q + P),
  };
}

const STEP = 1e-5;

/**
 * Standard errors of the ARMA coefficients in the order of `armaVector`, β̂ held.
 *   Cov = σ̂² (JᵀJ)⁻¹,  J = ∂e/∂(coefficients),  e = (a*, a) |V|^{1/2n}
 * a: the shocks of the sample, a*: those before it, both as the whole sample has them; the sum of squares of e is what exact
 * maximum likelihood makes least, so this is Gauss and Newton's approximation, as X-13ARIMA-SEATS reports it. With AR terms
 * the first p figures enter by their standardised errors. NaN where a coefficient sits on its boundary.
 * Ljung & Box (1979), The likelihood function of stationary autoregressive-moving average models, Biometrika 66.
 */
export function armaStandardErrors(fit: RegarimaFit): Float64Array {
  const { order } = fit.data;
  const at = armaVector(fit.arma);
  const k = at.length;
  if (k === 0) return new Float64Array(0);
  const z = regressionErrors(fit.data, fit.coefficients);
  const columns: Float64Array[] = [];
  for (let i = 0; i < k; i++) {
    const above = deviance(
      order,
      z,
      at.map((v, j) => (j === i ? v + STEP : v)),
    );
    const below = deviance(
      order,
      z,
      at.map((v, j) => (j === i ? v - STEP : v)),
    );
    if (!above || !below) return new Float64Array(k).fill(Number.NaN);
    columns.push(above.map((v, t) => (v - below[t]!) / (2 * STEP)));
  }
  const cross = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      cross.data[i * k + j] = columns[i]!.reduce((s, v, t) => s + v * columns[j]![t]!, 0);
  const inverse = solvePositive(cross, identity(k));
  return Float64Array.from({ length: k }, (_, i) =>
    inverse ? Math.sqrt(fit.sigma2 * inverse.data[i * k + i]!) : Number.NaN,
  );
}

/** e at given coefficients: the presample shocks are those that make the sum of squares least. */
function deviance(order: ArimaOrder, z: Float64Array, c: Float64Array): Float64Array | null {
  const arma = armaPolynomials(order, armaFromVector(order, c));
  const run = innovations(arma, [z]);
  if (!run) return null;
  const shocks = smoothedShocks(arma, z);
  const scale = Math.exp(run.logDeterminant / (2 * z.length));
  return Float64Array.from([...run.standardised[0]!.subarray(0, arma.arLags), ...shocks], (v) => v * scale);
}
