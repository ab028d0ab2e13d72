import { regarimaAt } from "./fitRegarima.ts";
import { type FittedModel, ownCoefficients, type Problem, transformed } from "./model.ts";
import { regarimaData } from "./regarimaData.ts";
import { type RegarimaForecast, regarimaForecast } from "./regarimaForecast.ts";
import { columnsOf } from "./regressor.ts";

export interface RegarimaBackcast extends RegarimaForecast {
  /** The means without the regressors' effects: what a decomposition is extended by. */
  linear: Float64Array;
}

const NONE = new Float64Array(0);

/**
 * The periods before a series, oldest first: forecasts of the series seen backwards, whose model has the same coefficients. Its
 * regressors need values there. Box, Jenkins & Reinsel, Time Series Analysis, §6.4; the likelihood does not know time's direction.
 */
export function regarimaBackcast(problem: Problem, model: FittedModel, count: number): RegarimaBackcast {
  if (count === 0) return { mean: NONE, se: NONE, linear: NONE };
  const { first, period } = problem.span;
  const n = problem.span.count;
  const span = { first: first - count, count: n + count, period };
  const backwards = model.regressors
    .flatMap((r) => columnsOf(r, span))
    .map((c) => c.values.slice().reverse());
  const y = transformed(problem, model).slice().reverse();
  const { mean, se } = regarimaForecast(
    regarimaAt(regarimaData(y, model.order, backwards), model.fit.arma),
    count,
  );
  const own = ownCoefficients(model);
  const linear = mean.map((v, h) => backwards.reduce((s, x, i) => s - own[i]! * x[n + h]!, v));
  return { mean: mean.reverse(), se: se.reverse(), linear: linear.reverse() };
}
