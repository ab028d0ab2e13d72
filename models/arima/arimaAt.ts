import type { ArimaData } from "./arimaData.ts";
import { type ArimaLikelihood, exactLikelihood, type Likelihood } from "./arimaLikelihood.ts";
import type { ArimaOrder, ArmaCoefficients } from "./arimaOrder.ts";
import { conditionalLikelihood } from "./conditionalLikelihood.ts";
import { diffuseLikelihood } from "./diffuseLikelihood.ts";
import { nearestNoninvertible, nearestUnitRoot } from "./stationaryCoefficients.ts";

/**
 * Which likelihood: `exact`, the product's own; `diffuse`, R's convention (diffuseLikelihood.ts); `conditional` sum of
 * squares (conditionalLikelihood.ts).
 */
export type ArimaMethod = "exact" | "diffuse" | "conditional";

export interface ArimaFit extends ArimaLikelihood {
  order: ArimaOrder;
  data: ArimaData;
  method: ArimaMethod;
  arma: ArmaCoefficients;
  aic: number;
  aicc: number;
  bic: number;
  /** Variance of the one-step errors with the parameters' degrees of freedom taken off. */
  innovationVariance: number;
  /** Largest partial autocorrelation of the AR part; near 1 a difference is missing. */
  nearUnitRoot: number;
  /** The same of the MA part; near 1 there is a difference too many, or a season that is fixed. */
  nearNoninvertible: number;
  /** Where the search ended, in free coordinates: a start for orders nearby. */
  coordinates: Float64Array;
}

/** Coefficients estimated, the constant included, σ² and drivers not. */
export const estimatedCount = ({ p, q, P, Q, constant }: ArimaOrder): number =>
  p + q + P + Q + (constant ? 1 : 0);

/** The likelihood of each convention over one series. */
export const LIKELIHOODS: Readonly<Record<ArimaMethod, (data: ArimaData) => Likelihood>> = {
  exact: exactLikelihood,
  diffuse: (data) => diffuseLikelihood(data),
  conditional: conditionalLikelihood,
};

/** The order at given coefficients. */
export function arimaAt(
  data: ArimaData,
  arma: ArmaCoefficients,
  coordinates: Float64Array = new Float64Array(0),
  method: ArimaMethod = "exact",
): ArimaFit | null {
  const likelihood = LIKELIHOODS[method](data)(arma);
  if (!likelihood) return null;
  const k = estimatedCount(data.order) + data.drivers.length + 1;
  const { n, logLikelihood, residualSquares } = likelihood;
  const aic = -2 * logLikelihood + 2 * k;
  return {
    ...likelihood,
    order: data.order,
    data,
    method,
    arma,
    aic,
    aicc: n > k + 1 ? aic + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    bic: aic + k * (Math.log(n) - 2),
    innovationVariance: residualSquares / Math.max(1, n - k + 1),
    nearUnitRoot: nearestUnitRoot(data.order, coordinates),
    nearNoninvertible: nearestNoninvertible(data.order, coordinates),
    coordinates,
  };
}
