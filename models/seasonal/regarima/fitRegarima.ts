import { AppError } from "../../errors.ts";
import { type ArmaCoefficients, orderName } from "../../forecast/arima/arimaOrder.ts";
import { toCoefficients } from "../../forecast/arima/stationaryCoefficients.ts";
import { minimise, type Objective } from "../../statistics/optimise/minimise.ts";
import type { RegarimaData } from "./regarimaData.ts";
import {
  likelihoodOfErrors,
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
const START = 0.1;
const FINE = 1e-12;
const ROUGH = 1e-7;
/** Half a step of a central difference: its error is near 1e-10 of the slope. */
const STEP = 1e-5;

/**
 * Exact maximum likelihood of a regression with ARIMA errors.
 * BFGS over free coordinates of stationary and invertible coefficients. The slope is taken with β̂ held where the point
 * has it: at its own optimum the slope in β is zero, so the likelihood of one column gives the slope of all.
 * Throws invalid-input where no coefficients give a likelihood.
 */
export function fitRegarima(data: RegarimaData, search: RegarimaSearch = {}): RegarimaFit {
  const { order } = data;
  const count = order.p + order.q + order.P + order.Q;
  const start = search.start?.map(inner) ?? new Float64Array(count).fill(START / Math.sqrt(1 - START ** 2));
  const objective = profile(data);
  const { x, value } = minimise(objective, start, { tolerance: search.rough ? ROUGH : FINE });
  if (!Number.isFinite(value))
    throw new AppError(
      "invalid-input",
      `no coefficients of ${orderName(order)} give this series a likelihood`,
    );
  return regarimaAt(data, toCoefficients(order, x), x);
}

/** The model at given ARMA coefficients, β̂ by generalised least squares. */
export function regarimaAt(
  data: RegarimaData,
  arma: ArmaCoefficients,
  coordinates: Float64Array = new Float64Array(0),
): RegarimaFit {
  const at = regarimaLikelihood(data, arma);
  if (!at)
    throw new AppError("invalid-input", `these coefficients of ${orderName(data.order)} are not stationary`);
  return { ...at, data, arma, coordinates };
}

function profile(data: RegarimaData): Objective {
  const { order } = data;
  let errors = data.w;
  const value = (u: Float64Array): number => {
    const at = regarimaLikelihood(data, toCoefficients(order, u));
    if (!at || !(at.sigma2 > 0)) return Number.POSITIVE_INFINITY;
    if (data.differencedColumns.length > 0) errors = regressionErrors(data, at.coefficients);
    return -at.logLikelihood;
  };
  const nearby = (u: Float64Array): number => {
    const at =
      data.gaps.length > 0
        ? regarimaLikelihood(data, toCoefficients(order, u))?.logLikelihood
        : likelihoodOfErrors(data, toCoefficients(order, u), errors);
    return at === null || at === undefined ? Number.NaN : -at;
  };
  return {
    value,
    gradient(at, out) {
      const u = Float64Array.from(at);
      for (let i = 0; i < u.length; i++) {
        const centre = u[i]!;
        const e = STEP * Math.max(1, Math.abs(centre));
        u[i] = centre + e;
        const above = nearby(u);
        u[i] = centre - e;
        const slope = (above - nearby(u)) / (2 * e);
        u[i] = centre;
        out[i] = Number.isFinite(slope) ? slope : 0;
      }
    },
  };
}

/** Coordinates far out sit where the likelihood is flat: brought in so that the search can move. */
const inner = (u: number): number => Math.max(-3, Math.min(3, u));

/** Covariance of the regression coefficients σ̂²(ZᵀV⁻¹Z)⁻¹: gaps, constant, then regressors; k × k. */
export const regressionCovariance = (fit: RegarimaFit): Float64Array =>
  inverseOf(fit.factor, fit.coefficients.length).map((v) => v * fit.sigma2);
