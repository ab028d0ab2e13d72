import { type ArmaCoefficients, orderName } from "../../arima/arimaOrder.ts";
import { toCoefficients } from "../../arima/stationaryCoefficients.ts";
import { AppError } from "../../errors.ts";
import { solvePositive } from "../../statistics/matrix/cholesky.ts";
import { identity, matrix } from "../../statistics/matrix/matrix.ts";
import { minimise, type Objective } from "../../statistics/optimise/minimise.ts";
import { minimiseSquares } from "../../statistics/optimise/minimiseSquares.ts";
import type { RegarimaData } from "./regarimaData.ts";
import {
  columnLikelihood,
  likelihoodHeld,
  likelihoodOf,
  type RegarimaLikelihood,
  regarimaLikelihood,
  regressionErrors,
} from "./regarimaLikelihood.ts";
import { inverseOf } from "./whitened.ts";

export interface RegarimaFit extends RegarimaLikelihood {
  data: RegarimaData;
  arma: ArmaCoefficients;
  /** Where the search ended in free coordinates: a start for models nearby. */
  coordinates: Float64Array;
}

export interface RegarimaSearch {
  start?: Float64Array;
  /** Rough: for comparing orders, where a thousandth of a log-likelihood does not matter. */
  rough?: boolean;
}

/** Partial autocorrelation at which every coefficient starts, as X-13ARIMA-SEATS starts each at 0.1. */
const START = Math.asin(0.1);
/** Gain per step, relative to |log L| + 1, below which the search stops. */
const FINE = 1e-12;
const ROUGH = 1e-7;
/** The steps that come near: partial autocorrelations turn by 0.6 in one at most. */
const NEAR = { tolerance: 1e-4, maxIterations: 10, longestStep: 0.6, mostRefusals: 2 } as const;
/** Half a step of a central difference: its error is near 1e-10 of the slope. */
const STEP = 1e-5;
const FORWARD_STEP = 1e-6;

/**
 * Exact maximum likelihood of a regression with ARIMA errors over free coordinates of stationary and invertible coefficients.
 * A few Levenberg–Marquardt steps on the errors of a first regression come near; BFGS with their curvature ends the search on the
 * likelihood itself, β̂ taken at every point. Its slope is taken with β̂ held: at its own optimum the slope in β is zero, so the
 * likelihood of one column gives the slope of all.
 * Throws invalid-input where no coefficients give a likelihood.
 */
export function fitRegarima(data: RegarimaData, search: RegarimaSearch = {}): RegarimaFit {
  const { order } = data;
  const count = order.p + order.q + order.P + order.Q;
  const start = search.start?.map(inner) ?? new Float64Array(count).fill(START);
  const rough = search.rough ?? false;
  const objective = profile(data, rough);
  const first = regarimaLikelihood(data, toCoefficients(order, start));
  const near = first && count > 0 ? nearby(data, start, first.coefficients) : null;
  const { x, value } = minimise(objective, near?.x ?? start, {
    tolerance: rough ? ROUGH : FINE,
    longestStep: NEAR.longestStep,
    ...(near?.inverseCurvature ? { inverseCurvature: near.inverseCurvature } : {}),
  });
  if (!Number.isFinite(value))
    throw new AppError(
      "invalid-input",
      `no coefficients of ${orderName(order)} give this series a likelihood`,
    );
  return regarimaAt(data, toCoefficients(order, x), x);
}

/** Levenberg and Marquardt's steps on the regression errors, and the inverse curvature of −log L where they end. */
function nearby(
  data: RegarimaData,
  start: Float64Array,
  coefficients: Float64Array,
): { x: Float64Array; inverseCurvature: Float64Array | undefined } | null {
  const column = columnLikelihood(data, regressionErrors(data, coefficients));
  const n = data.w.length;
  const { x, squares, curvature } = minimiseSquares(
    (u, out) => column.scaled(toCoefficients(data.order, u), out),
    start,
    n,
    NEAR,
  );
  if (!Number.isFinite(squares)) return null;
  const k = start.length;
  const information = matrix(
    k,
    k,
    curvature.map((v) => (v * n) / squares),
  );
  return { x, inverseCurvature: solvePositive(information, identity(k))?.data };
}

/** The model at given ARMA coefficients, β̂ by generalised least squares or, with `held`, the constant and regressors as given. */
export function regarimaAt(
  data: RegarimaData,
  arma: ArmaCoefficients,
  coordinates: Float64Array = new Float64Array(0),
  held?: Float64Array,
): RegarimaFit {
  const at = held ? likelihoodHeld(data, arma, held) : regarimaLikelihood(data, arma);
  if (!at)
    throw new AppError("invalid-input", `these coefficients of ${orderName(data.order)} are not stationary`);
  return { ...at, data, arma, coordinates };
}

function profile(data: RegarimaData, rough: boolean): Objective {
  const { order } = data;
  const likelihood = likelihoodOf(data);
  const errors = data.w.slice();
  const column = columnLikelihood(data, errors);
  let last = Number.NaN;
  const value = (u: Float64Array): number => {
    const at = likelihood(toCoefficients(order, u));
    last = at && at.sigma2 > 0 ? -at.logLikelihood : Number.POSITIVE_INFINITY;
    if (at && data.differencedColumns.length > 0) errors.set(regressionErrors(data, at.coefficients));
    return last;
  };
  // A gap's determinant moves with the coefficients: its slope needs every column.
  const near = (u: Float64Array): number => {
    const c = toCoefficients(order, u);
    if (data.gaps.length === 0) return column.negative(c);
    const at = likelihood(c);
    return at ? -at.logLikelihood : Number.POSITIVE_INFINITY;
  };
  return {
    value,
    gradient(at, out) {
      const u = Float64Array.from(at);
      for (let i = 0; i < u.length; i++) {
        const centre = u[i]!;
        const e = (rough ? FORWARD_STEP : STEP) * Math.max(1, Math.abs(centre));
        u[i] = centre + e;
        const above = near(u);
        u[i] = centre - e;
        const slope = rough ? (above - last) / e : (above - near(u)) / (2 * e);
        u[i] = centre;
        out[i] = Number.isFinite(slope) ? slope : 0;
      }
    },
  };
}

/** Coordinates far out sit where the likelihood is flat: brought in so that the search can move. */
const inner = (u: number): number => Math.max(-FAR, Math.min(FAR, Math.asin(Math.sin(u))));
/** arcsin 0.95 */
const FAR = 1.2532358975033755;

/** Covariance of the regression coefficients σ̂²(ZᵀV⁻¹Z)⁻¹: gaps, constant, then regressors; k × k. */
export const regressionCovariance = (fit: RegarimaFit): Float64Array =>
  inverseOf(fit.factor, fit.coefficients.length).map((v) => v * fit.sigma2);
