import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { identity, matrix } from "../statistics/matrix/matrix.ts";
import { type Minimum, minimise, withNumericGradient } from "../statistics/optimise/minimise.ts";
import { type LeastPoint, minimiseSquares } from "../statistics/optimise/minimiseSquares.ts";
import { type ArimaFit, type ArimaMethod, arimaAt, estimatedCount, LIKELIHOODS } from "./arimaAt.ts";
import { type ArimaData, arimaData } from "./arimaData.ts";
import { scaledErrors } from "./arimaLikelihood.ts";
import type { ArimaOrder } from "./arimaOrder.ts";
import { toCoefficients } from "./stationaryCoefficients.ts";

export interface ArimaSearch {
  /** Coordinates to start from; zero otherwise. */
  start?: Float64Array;
  /** Rough: a loose stop, for comparing orders. */
  rough?: boolean;
  /** Regressors of the levels, without gaps, each as long as y. */
  drivers?: readonly Float64Array[];
  method?: ArimaMethod;
}

/** Gain per step, relative to |log L| + 1, below which the search stops. */
const FINE = 1e-9;
const ROUGH = 3e-6;
/** The steps that come near: partial autocorrelations turn by 0.6 in one at most. */
const NEAR = { tolerance: 1e-2, maxIterations: 10, longestStep: 0.6, mostRefusals: 2 } as const;

/** Steps given to a further start. */
const GLANCE = 3;

/**
 * Maximum likelihood of one order on y (NaN = gap), over free coordinates.
 *   AIC = −2 log L + 2K,  AICc = AIC + 2K(K+1)/(n−K−1),  BIC = AIC + K(log n − 2),  K = coefficients + 1
 * null where the differenced series is too short for the order, never moves, or the likelihood cannot be computed.
 */
export function fitArima(y: Float64Array, order: ArimaOrder, search: ArimaSearch = {}): ArimaFit | null {
  const { drivers = [], method = "exact" } = search;
  const data = arimaData(y, order, drivers);
  const known = data.w.length - data.gaps.length;
  if (known < estimatedCount(order) + drivers.length + 3 || isFlat(data.w)) return null;
  const { p, q, P, Q } = order;
  const starts: Float64Array[] = [search.start?.map(inner) ?? new Float64Array(p + q + P + Q)];
  const other = search.start || search.rough ? null : usualShape(order);
  if (other) starts.push(other);
  const rough = search.rough ?? false;
  const end = method === "exact" ? leastErrors(data, starts, rough) : likeliest(data, method, starts, rough);
  return end && arimaAt(data, toCoefficients(order, end.x), end.x, method);
}

/**
 * The exact likelihood is a sum of squares: a few Levenberg–Marquardt steps from the better start come near, and BFGS with the
 * curvature there goes on where they shorten (an optimum at the edge, factors that cancel).
 */
function leastErrors(data: ArimaData, starts: readonly Float64Array[], rough: boolean): Minimum | null {
  const errors = scaledErrors(data);
  const n = data.w.length;
  const residuals = (u: Float64Array, out: Float64Array) => errors(toCoefficients(data.order, u), out);
  const [first, ...others] = starts;
  let near = minimiseSquares(residuals, first!, n, NEAR);
  for (const start of others) {
    // Another start has a few steps to come lower; more would mostly end at the same place.
    const glance = minimiseSquares(residuals, start, n, { ...NEAR, maxIterations: GLANCE });
    if (glance.squares < near.squares) near = minimiseSquares(residuals, glance.x, n, NEAR);
  }
  if (!Number.isFinite(near.squares)) return null;
  return likeliest(data, "exact", [near.x], rough, curvatureOf(near, n));
}

/**
 * Likelihoods of mixed orders have more than one top: a search that is given no start sets out from zero and from the usual
 * shape of a block, persistent with errors that fade faster, and keeps the better end.
 */
function usualShape({ p, q, P, Q }: ArimaOrder): Float64Array | null {
  if (q + Q === 0) return null;
  const u = new Float64Array(p + q + P + Q);
  if (p > 0 && q > 0) u[0] = PERSISTENT;
  if (q > 0) u[p] = FADING;
  if (P > 0 && Q > 0) u[p + q] = PERSISTENT;
  if (Q > 0) u[p + q + P] = FADING;
  return u;
}
const PERSISTENT = Math.asin(0.9);
const FADING = Math.asin(0.6);

/** [½ n JᵀJ/S · 2]⁻¹, the inverse curvature of −log L = ½ n log S; none where JᵀJ is singular. */
function curvatureOf({ curvature, squares }: LeastPoint, n: number): Float64Array | undefined {
  const k = Math.sqrt(curvature.length);
  const information = matrix(
    k,
    k,
    curvature.map((v) => (v * n) / squares),
  );
  return solvePositive(information, identity(k))?.data;
}

/** BFGS on the likelihood itself, the best end of several starts. */
function likeliest(
  data: ArimaData,
  method: ArimaMethod,
  starts: readonly Float64Array[],
  rough: boolean,
  inverseCurvature?: Float64Array,
): Minimum | null {
  const likelihood = LIKELIHOODS[method](data);
  const objective = withNumericGradient(
    (u) => {
      const at = likelihood(toCoefficients(data.order, u));
      return at ? -at.logLikelihood : Number.POSITIVE_INFINITY;
    },
    // The exact likelihood is smooth to its last digits; under a large prior half of them are rounding.
    method === "exact" ? "forward" : "central",
  );
  const options = {
    tolerance: rough ? ROUGH : FINE,
    longestStep: NEAR.longestStep,
    ...(inverseCurvature ? { inverseCurvature } : {}),
  };
  let best: Minimum | null = null;
  for (const start of starts) {
    const end = minimise(objective, start, options);
    if (Number.isFinite(end.value) && (!best || end.value < best.value)) best = end;
  }
  return best;
}

/** Coordinates far out sit where the likelihood is flat: brought in so that the search can move. */
const inner = (u: number): number => Math.max(-FAR, Math.min(FAR, Math.asin(Math.sin(u))));
/** arcsin 0.95 */
const FAR = 1.2532358975033755;

function isFlat(w: Float64Array): boolean {
  return w.every((v) => Math.abs(v - w[0]!) < 1e-12 * (1 + Math.abs(w[0]!)));
}
