import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { identity, type Matrix, transpose } from "../statistics/matrix/matrix.ts";
import { multiply } from "../statistics/matrix/multiply.ts";
import { numericHessian } from "../statistics/optimise/numericHessian.ts";
import { type ArimaFit, LIKELIHOODS } from "./arimaAt.ts";
import { regressorLevels, withoutRegressors } from "./arimaData.ts";
import { type ArimaOrder, type ArmaCoefficients, differenced } from "./arimaOrder.ts";
import { toCoefficients, toCoordinates } from "./stationaryCoefficients.ts";

/** Width of the differences in a free coordinate, and in a regression effect as a share of its rough standard error. */
const WIDTH = 1e-3;
const SHARE = 0.05;

/**
 * Covariance of the estimates, ordered [φ, θ, Φ, Θ, drivers, constant]: the inverse of the observed information, σ²
 * concentrated out, taken in the free coordinates u, where the likelihood is smooth up to the edge of stationarity:
 *   V = J [−∂² log L / ∂u∂u′]⁻¹ J′,  J = ∂β/∂u
 * null where the likelihood has no curvature there (a coefficient at the edge of stationarity or invertibility, or
 * factors that cancel). Box, Jenkins, Reinsel & Ljung, 5th ed., §7.2.
 */
export function arimaCovariance(fit: ArimaFit): Matrix | null {
  const { data, order, method } = fit;
  const u = toCoordinates(fit.arma);
  if (!u) return null;
  const effects = fit.coefficients.subarray(data.gaps.length);
  const k = u.length;
  let standing = effects.slice();
  let likelihood = LIKELIHOODS[method](withoutRegressors(data, standing));
  const deviance = (x: Float64Array): number => {
    const b = x.subarray(k);
    if (b.some((v, i) => v !== standing[i])) {
      standing = b.slice();
      likelihood = LIKELIHOODS[method](withoutRegressors(data, standing));
    }
    return -(likelihood(toCoefficients(order, x.subarray(0, k)))?.logLikelihood ?? Number.NaN);
  };
  const moving = regressorLevels(data).map((x) => {
    const w = differenced(x, data.delta);
    const mean = order.constant ? 0 : w.reduce((a, v) => a + v, 0) / w.length;
    return SHARE * Math.sqrt(fit.sigma2 / w.reduce((a, v) => a + (v - mean) ** 2, 0));
  });
  const widths = Array.from(u, (v) => WIDTH * Math.max(1, Math.abs(v)));
  const information = numericHessian(deviance, [...u, ...effects], [...widths, ...moving]);
  if (!information.data.every(Number.isFinite)) return null;
  const inverse = solvePositive(information, identity(information.rows));
  if (!inverse) return null;
  const slopes = jacobian(order, u, information.rows);
  return multiply(multiply(slopes, inverse), transpose(slopes));
}

/** ∂[φ, θ, Φ, Θ]/∂u by central differences, the identity for the effects. */
function jacobian(order: ArimaOrder, u: Float64Array, size: number): Matrix {
  const out = identity(size);
  const x = u.slice();
  for (let j = 0; j < u.length; j++) {
    const h = 1e-6 * Math.max(1, Math.abs(u[j]!));
    x[j] = u[j]! + h;
    const above = flatten(toCoefficients(order, x));
    x[j] = u[j]! - h;
    const below = flatten(toCoefficients(order, x));
    x[j] = u[j]!;
    for (let i = 0; i < u.length; i++) out.data[i * size + j] = (above[i]! - below[i]!) / (2 * h);
  }
  return out;
}

/** Square roots of the diagonal. */
export const standardErrors = (covariance: Matrix): Float64Array =>
  Float64Array.from({ length: covariance.rows }, (_, i) =>
    Math.sqrt(covariance.data[i * covariance.cols + i]!),
  );

/** [φ, θ, Φ, Θ] in one array, and back. */
export const flatten = ({ ar, ma, seasonalAr, seasonalMa }: ArmaCoefficients): Float64Array =>
  Float64Array.from([...ar, ...ma, ...seasonalAr, ...seasonalMa]);

export function unflatten({ p, q, P, Q }: ArimaOrder, x: Float64Array): ArmaCoefficients {
  return {
    ar: x.subarray(0, p),
    ma: x.subarray(p, p + q),
    seasonalAr: x.subarray(p + q, p + q + P),
    seasonalMa: x.subarray(p + q + P, p + q + P + Q),
  };
}
