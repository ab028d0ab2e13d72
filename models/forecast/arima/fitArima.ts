import { minimise, withNumericGradient } from "../../statistics/optimise/minimise.ts";
import {
  type ArimaData,
  type ArimaLikelihood,
  arimaData,
  exactLikelihood,
  type Likelihood,
} from "./arimaLikelihood.ts";
import type { ArimaOrder, ArmaCoefficients } from "./arimaOrder.ts";
import { conditionalLikelihood } from "./conditionalLikelihood.ts";
import { diffuseLikelihood } from "./diffuseLikelihood.ts";
import { nearestUnitRoot, toCoefficients } from "./stationaryCoefficients.ts";

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
  /** Where the search ended, in free coordinates: a start for orders nearby. */
  coordinates: Float64Array;
}

export interface ArimaSearch {
  /** Coordinates to start from; zero otherwise. */
  start?: Float64Array;
  /** Rough: forward differences and a loose stop, for comparing orders. */
  rough?: boolean;
  /** Regressors of the levels, without gaps, each as long as y. */
  drivers?: readonly Float64Array[];
  method?: ArimaMethod;
}

/** Gain per step, relative to |log L| + 1, below which the search stops. */
const FINE = 1e-9;
const ROUGH = 1e-6;

/** Coefficients estimated, the constant included, σ² and drivers not. */
export const estimatedCount = ({ p, q, P, Q, constant }: ArimaOrder): number =>
  p + q + P + Q + (constant ? 1 : 0);

/** The likelihood of each convention over one series. */
export const LIKELIHOODS: Readonly<Record<ArimaMethod, (data: ArimaData) => Likelihood>> = {
  exact: exactLikelihood,
  diffuse: (data) => diffuseLikelihood(data),
  conditional: conditionalLikelihood,
};

/**
 * Maximum likelihood of one order on y (NaN = gap), by BFGS over free coordinates.
 *   AIC = −2 log L + 2K,  AICc = AIC + 2K(K+1)/(n−K−1),  BIC = AIC + K(log n − 2),  K = coefficients + 1
 * null where the differenced series is too short for the order, never moves, or the likelihood cannot be computed.
 */
export function fitArima(y: Float64Array, order: ArimaOrder, search: ArimaSearch = {}): ArimaFit | null {
  const { drivers = [], method = "exact" } = search;
  const data = arimaData(y, order, drivers);
  const known = data.w.length - data.gaps.length;
  if (known < estimatedCount(order) + drivers.length + 3 || isFlat(data.w)) return null;
  const { p, q, P, Q } = order;
  const likelihood = LIKELIHOODS[method](data);
  const objective = withNumericGradient(
    (u) => {
      const at = likelihood(toCoefficients(order, u));
      return at ? -at.logLikelihood : Number.POSITIVE_INFINITY;
    },
    search.rough ? "forward" : "central",
  );
  const start = search.start?.map(inner) ?? new Float64Array(p + q + P + Q);
  const { x, value } = minimise(objective, start, { tolerance: search.rough ? ROUGH : FINE });
  return Number.isFinite(value) ? arimaAt(data, toCoefficients(order, x), x, method) : null;
}

/** Coordinates far out sit where the likelihood is flat: brought in so that the search can move. */
const inner = (u: number): number => Math.max(-3, Math.min(3, u));

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
    coordinates,
  };
}

function isFlat(w: Float64Array): boolean {
  return w.every((v) => Math.abs(v - w[0]!) < 1e-12 * (1 + Math.abs(w[0]!)));
}
