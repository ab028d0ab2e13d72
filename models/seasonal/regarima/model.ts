import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { AppError } from "../../errors.ts";
import { fitRegarima, type RegarimaFit, type RegarimaSearch, regarimaAt } from "./fitRegarima.ts";
import { regarimaData } from "./regarimaData.ts";
import { type Column, columnsOf, type Regressor } from "./regressor.ts";
import type { Span } from "./span.ts";
import { leapYearFactors, lengthFactors } from "./tradingDay.ts";

/** A series to be modelled, with as many periods beyond its end as regressors must reach. */
export interface Problem {
  span: Span;
  /** NaN where a figure is missing. */
  values: Float64Array;
  horizon: number;
  /** Columns already laid out, by regressor. */
  laidOut: Map<Regressor, Column[]>;
}

/** What a flow is divided by before logs where trading days are modelled. */
export type PriorLength = "none" | "leap-year" | "length";

/** A regARIMA model, its coefficients still open. */
export interface Model {
  log: boolean;
  prior: PriorLength;
  order: ArimaOrder;
  regressors: readonly Regressor[];
}

/** Likelihood criteria as X-13ARIMA-SEATS defines them (Reference Manual, §5.7), comparable across transformations. */
export interface Criteria {
  /** Of the transformed series. */
  logLikelihood: number;
  /** Σ log |∂ transformed / ∂ figure| over the figures that differencing leaves. */
  jacobian: number;
  /** Coefficients estimated and the variance. */
  parameters: number;
  /** Figures that differencing leaves. */
  effective: number;
  aic: number;
  aicc: number;
  bic: number;
  hannanQuinn: number;
}

export interface FittedModel extends Model {
  fit: RegarimaFit;
  /** The regressors' columns over the series and its horizon, in the order of the coefficients. */
  columns: readonly Column[];
  criteria: Criteria;
}

export const problemOf = (values: Float64Array, first: number, period: number, horizon: number): Problem => ({
  span: { first, count: values.length, period },
  values,
  horizon,
  laidOut: new Map(),
});

/** The whole of a problem's span with its horizon. */
const reach = ({ span, horizon }: Problem): Span => ({ ...span, count: span.count + horizon });

export function priorFactors(problem: Problem, prior: PriorLength): Float64Array {
  const span = reach(problem);
  if (prior === "none") return new Float64Array(span.count).fill(1);
  return prior === "leap-year" ? leapYearFactors(span) : lengthFactors(span);
}

/** log(y/c) or y. Throws invalid-input where logs meet a figure that is not positive. */
export function transformed(problem: Problem, { log, prior }: Pick<Model, "log" | "prior">): Float64Array {
  if (!log) return problem.values;
  const factors = priorFactors(problem, prior);
  return problem.values.map((v, t) => {
    if (v <= 0) throw new AppError("invalid-input", `logs need positive figures; figure ${t + 1} is ${v}`);
    return Math.log(v / factors[t]!);
  });
}

export function laidOut(problem: Problem, regressors: readonly Regressor[]): Column[] {
  const span = reach(problem);
  return regressors.flatMap((r) => {
    const known = problem.laidOut.get(r) ?? columnsOf(r, span);
    problem.laidOut.set(r, known);
    return known;
  });
}

/** Maximum likelihood of a model; with `fixed` the ARMA coefficients stay as given, with `held` the regression's too. */
export function fitModel(
  problem: Problem,
  model: Model,
  search: RegarimaSearch & { fixed?: ArmaCoefficients; held?: Float64Array } = {},
): FittedModel {
  const columns = laidOut(problem, model.regressors);
  const data = regarimaData(
    transformed(problem, model),
    model.order,
    columns.map((c) => c.values),
  );
  const fit = search.fixed
    ? regarimaAt(data, search.fixed, undefined, search.held)
    : fitRegarima(data, search);
  return { ...model, columns, fit, criteria: criteriaOf(problem, model, fit) };
}

function criteriaOf(problem: Problem, model: Model, fit: RegarimaFit): Criteria {
  const { order } = fit.data;
  const lost = order.d + order.m * order.D;
  let jacobian = 0;
  if (model.log)
    for (let t = lost; t < problem.values.length; t++)
      if (!Number.isNaN(problem.values[t]!)) jacobian -= Math.log(problem.values[t]!);
  const estimated = fit.coefficients.length - fit.data.gaps.length - fit.dependent.length;
  const parameters = order.p + order.q + order.P + order.Q + estimated + 1;
  const n = fit.n;
  const l = fit.logLikelihood + jacobian;
  return {
    logLikelihood: fit.logLikelihood,
    jacobian,
    parameters,
    effective: n,
    aic: -2 * l + 2 * parameters,
    aicc:
      n > parameters + 1 ? -2 * l + (2 * parameters * n) / (n - parameters - 1) : Number.POSITIVE_INFINITY,
    bic: -2 * l + parameters * Math.log(n),
    hannanQuinn: -2 * l + 2 * parameters * Math.log(Math.log(n)),
  };
}

/** Coefficients of a fit's own regressors, gaps and the constant left out. */
export const ownCoefficients = ({ fit }: Pick<FittedModel, "fit">): Float64Array =>
  fit.coefficients.subarray(fit.data.gaps.length + (fit.data.order.constant ? 1 : 0));

/** Airline model (0 1 1)(0 1 1), without season (0 1 1). */
export const airline = (period: number): ArimaOrder => ({
  p: 0,
  d: 1,
  q: 1,
  P: 0,
  D: period > 1 ? 1 : 0,
  Q: period > 1 ? 1 : 0,
  m: period,
  constant: false,
});
