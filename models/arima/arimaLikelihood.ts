import { AppError } from "../errors.ts";
import { leastSquares } from "../statistics/leastSquares.ts";
import {
  type ArimaOrder,
  type ArmaCoefficients,
  armaPolynomials,
  differenced,
  differencePolynomial,
  emptyPolynomials,
  orderName,
} from "./arimaOrder.ts";
import { innovations, innovationsPlan } from "./innovations.ts";

/** A series made ready for one order of differencing: gaps bridged and each given a column of its own. */
export interface ArimaData {
  order: ArimaOrder;
  /** As given, NaN = gap. */
  y: Float64Array;
  /** Levels with gaps bridged by straight lines. */
  levels: Float64Array;
  /** Positions of the gaps. */
  gaps: readonly number[];
  delta: Float64Array;
  w: Float64Array;
  /** Regressors of the levels, one column a driver. */
  drivers: readonly Float64Array[];
  /** The effect of 1 more at each gap on w, then the differenced drivers, then the constant. */
  regressors: readonly Float64Array[];
}

export interface ArimaLikelihood {
  logLikelihood: number;
  /** Maximum-likelihood variance of the one-step errors. */
  sigma2: number;
  residualSquares: number;
  /** Figures of w that carry information: its length less the gaps. */
  n: number;
  /** What the bridged values at the gaps must be corrected by, then the drivers' coefficients, then the constant. */
  coefficients: Float64Array;
}

/** The likelihood of a series as a function of its ARMA coefficients; null where they leave no positive variance. */
export type Likelihood = (coefficients: ArmaCoefficients) => ArimaLikelihood | null;

/**
 * Differences y (NaN = gap, anywhere) and the drivers (no gaps), and lays out the regressors: gaps, drivers, constant.
 * The constant is the mean of the differenced series. Throws AppError("invalid-input") for an order that is not of whole
 * numbers, an infinite figure, or a driver of another length or with a gap.
 */
export function arimaData(
  y: Float64Array,
  order: ArimaOrder,
  drivers: readonly Float64Array[] = [],
): ArimaData {
  refuseUnfit(y, order, drivers);
  const gaps = [...y.keys()].filter((t) => Number.isNaN(y[t]!));
  const levels = bridged(y);
  const delta = differencePolynomial(order);
  const lags = delta.length - 1;
  const w = differenced(levels, delta);
  const regressors: Float64Array[] = gaps.map((at) => {
    const column = new Float64Array(w.length);
    for (let j = 0; j <= lags; j++) {
      const t = at + j - lags;
      if (t >= 0 && t < w.length) column[t] = j === 0 ? 1 : -delta[j]!;
    }
    return column;
  });
  for (const x of drivers) regressors.push(differenced(x, delta));
  if (order.constant) regressors.push(new Float64Array(w.length).fill(1));
  return { order, y, levels, gaps, delta, w, drivers, regressors };
}

function refuseUnfit(y: Float64Array, order: ArimaOrder, drivers: readonly Float64Array[]): void {
  const { p, d, q, P, D, Q, m } = order;
  if (![p, d, q, P, D, Q].every((k) => Number.isInteger(k) && k >= 0) || !(Number.isInteger(m) && m >= 1))
    throw new AppError(
      "invalid-input",
      `an ARIMA order is of whole numbers from 0; found ${orderName(order)}`,
    );
  const infinite = y.findIndex((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY);
  if (infinite >= 0)
    throw new AppError(
      "invalid-input",
      `ARIMA needs finite figures; figure ${infinite + 1} is ${y[infinite]}`,
    );
  drivers.forEach((x, i) => {
    if (x.length !== y.length || !x.every(Number.isFinite))
      throw new AppError(
        "invalid-input",
        `driver ${i + 1} needs ${y.length} finite figures, one beside each of the series; found ${x.filter(Number.isFinite).length} of ${x.length}`,
      );
  });
}

/**
 * Exact Gaussian log-likelihood with σ², the constant, the drivers and the gaps concentrated out.
 *   −2 log L = (n−k) log(2πσ̂²) + Σ log F + log|XᵀΣ⁻¹X| + (n−k),   σ̂² = RSS / (n−k)
 * X in the determinant: one column per gap; RSS after generalised least squares on all columns, k the gaps' rank.
 * Integrating a gap out under a flat prior is the same as fitting it and paying for it with the determinant.
 * Gómez, Maravall & Peña (1999), Missing observations in ARIMA models: skipping approach versus additive outlier
 * approach, Journal of Econometrics 88. The arrays are laid out once, for many evaluations.
 */
export function exactLikelihood(data: ArimaData): Likelihood {
  const at = evaluation(data);
  return (coefficients) => {
    const found = at(coefficients);
    if (!found) return null;
    const { n, deviance, fit } = found;
    return {
      logLikelihood: -0.5 * deviance,
      sigma2: fit.residualSquares / n,
      residualSquares: fit.residualSquares,
      n,
      coefficients: fit.coefficients,
    };
  };
}

/**
 * The same likelihood as a sum of squares, for a search that knows their structure: log L = −(n/2) log Σ ẽ² + const,
 *   ẽ(t) = (v(t)/√F(t) − X(t)b̂) exp[(Σ log F + log|XᵀΣ⁻¹X|)/2n]
 * Fills `out`, as long as w; false where the coefficients leave no positive variance.
 */
export function scaledErrors(data: ArimaData): (c: ArmaCoefficients, out: Float64Array) => boolean {
  const at = evaluation(data);
  return (coefficients, out) => {
    const found = at(coefficients);
    if (!found) return false;
    const { errors, columns, fit, logDeterminant, n } = found;
    const scale = Math.exp(logDeterminant / (2 * n));
    out.set(errors);
    for (let i = 0; i < columns.length; i++) {
      const b = fit.coefficients[i]!;
      const x = columns[i]!;
      for (let t = 0; t < out.length; t++) out[t]! -= b * x[t]!;
    }
    for (let t = 0; t < out.length; t++) out[t]! *= scale;
    return Number.isFinite(scale);
  };
}

function evaluation(data: ArimaData) {
  const polynomials = emptyPolynomials(data.order);
  const all = [data.w, ...data.regressors];
  const plan = innovationsPlan(polynomials, all);
  const [errors, ...columns] = plan.standardised;
  return (coefficients: ArmaCoefficients) => {
    armaPolynomials(data.order, coefficients, polynomials);
    if (!innovations(polynomials, all, false, plan)) return null;
    const fit = columns.length === 0 ? bare(errors!) : leastSquares(errors!, columns, data.gaps.length);
    const n = data.w.length - fit.rank;
    const logDeterminant = plan.logDeterminant + fit.logDeterminant;
    const deviance = n * Math.log((2 * Math.PI * fit.residualSquares) / n) + logDeterminant + n;
    return { errors: errors!, columns, fit, n, logDeterminant, deviance };
  };
}

/** One evaluation of `exactLikelihood`. */
export function arimaLikelihood(data: ArimaData, coefficients: ArmaCoefficients): ArimaLikelihood | null {
  return exactLikelihood(data)(coefficients);
}

const NONE = new Float64Array(0);

function bare(errors: Float64Array) {
  let residualSquares = 0;
  for (let t = 0; t < errors.length; t++) residualSquares += errors[t]! * errors[t]!;
  return { coefficients: NONE, residualSquares, logDeterminant: 0, rank: 0 };
}

/**
 * The drivers as they are, and the level that a constant of the differenced series adds up to, x(t) = 1 + Σ δⱼ x(t−j):
 * the regressors of y itself. `ahead` periods more; a driver is NaN there.
 */
export function regressorLevels(data: ArimaData, ahead = 0): Float64Array[] {
  const { delta, drivers, order } = data;
  const length = data.y.length + ahead;
  const levels = drivers.map((x) => {
    const longer = new Float64Array(length).fill(Number.NaN);
    longer.set(x);
    return longer;
  });
  if (order.constant) {
    const one = new Float64Array(length);
    for (let t = 0; t < length; t++) {
      let v = 1;
      for (let j = 1; j < delta.length && j <= t; j++) v += delta[j]! * one[t - j]!;
      one[t] = v;
    }
    levels.push(one);
  }
  return levels;
}

/** The data left when drivers and constant have the given effects: neither is estimated any more. */
export function withoutRegressors(data: ArimaData, effects: ArrayLike<number>): ArimaData {
  const x = regressorLevels(data);
  const y = data.y.map((v, t) => v - x.reduce((sum, column, i) => sum + effects[i]! * column[t]!, 0));
  return arimaData(y, { ...data.order, constant: false });
}

/** Gaps filled along the straight line between their neighbours, those at an end with the nearest figure. */
export function bridged(y: Float64Array): Float64Array {
  const filled = y.slice();
  const first = y.findIndex((v) => !Number.isNaN(v));
  if (first < 0) return filled.fill(0);
  filled.fill(y[first]!, 0, first);
  let before = first;
  for (let t = first + 1; t < y.length; t++) {
    if (Number.isNaN(y[t]!)) continue;
    for (let i = before + 1; i < t; i++)
      filled[i] = y[before]! + ((y[t]! - y[before]!) * (i - before)) / (t - before);
    before = t;
  }
  return filled.fill(y[before]!, before + 1);
}
