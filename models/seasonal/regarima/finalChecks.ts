import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { unitRoots } from "./arRoots.ts";
import { type AutomaticModel, fitRoughly, type State, type Tests, withoutFound } from "./automaticModel.ts";
import type { FittedModel, Problem } from "./model.ts";
import { columnsOf, type Regressor } from "./regressor.ts";
import { isEaster, isTradingDay } from "./regressorTests.ts";
import { residualCheck } from "./residualCheck.ts";
import { columnTs, constantT, isOverdifferenced, sumT, withoutWeakestTerm } from "./significance.ts";

/** What the checks call back on. */
export interface Steps {
  tests: Tests;
  automatic: AutomaticModel;
  keepConstant(model: FittedModel, limit: number): FittedModel;
  withOutliers(model: FittedModel): Omit<State, "check">;
}

const UNIT_ROOT_AT_THE_END = 1.05;

/**
 * The last word on a chosen model: weak regressors go; an AR root within 1.05 of one becomes a difference and an MA sum of one takes
 * one back, with constant and outliers looked for anew; a mean left in the residuals becomes a constant; weak ARMA terms go one
 * by one.
 */
export function finalChecks(problem: Problem, chosen: State, steps: Steps): State {
  let state = chosen;
  state = { ...state, model: withoutWeakRegressors(problem, state.model, steps.tests, steps.automatic, 1) };
  const anew = (order: ArimaOrder): void => {
    const model = fitRoughly(problem, { ...state.model, order, regressors: withoutFound(state) });
    state = {
      ...state,
      ...steps.withOutliers(steps.automatic.testConstant ? steps.keepConstant(model, 1.6) : model),
    };
  };
  const { order } = state.model;
  const roots = unitRoots(state.model.fit.arma, UNIT_ROOT_AT_THE_END);
  const plain = roots.plain > 0 && order.d < 2 && order.p > 0 ? 1 : 0;
  const seasonal = roots.seasonal > 0 && order.D < 1 && order.P > 0 ? 1 : 0;
  if (plain + seasonal > 0)
    anew({ ...order, p: order.p - plain, d: order.d + plain, P: order.P - seasonal, D: order.D + seasonal });
  if (isOverdifferenced(state.model)) {
    const o = state.model.order;
    anew({ ...o, d: o.d - 1, q: o.q - 1, constant: true });
  }
  if (steps.automatic.testConstant && !state.model.order.constant && residualCheck(state.model).meanT > 2.5)
    state = { ...state, model: steps.keepConstant(state.model, 0) };
  for (let o = withoutWeakestTerm(state.model); o; o = withoutWeakestTerm(state.model))
    state = { ...state, model: fitRoughly(problem, { ...state.model, order: o }) };
  return { ...state, check: residualCheck(state.model) };
}

/** Drops tested regressors of which no coefficient reaches |t| = 1.96, and a constant below `constantLimit`. */
export function withoutWeakRegressors(
  problem: Problem,
  model: FittedModel,
  tests: Tests,
  automatic: AutomaticModel,
  constantLimit: number,
): FittedModel {
  const t = columnTs(model);
  const weak = (of: (r: Regressor) => boolean): boolean => {
    let at = 0;
    const mine: number[] = [];
    for (const r of model.regressors) {
      const width = columnsOf(r, { ...problem.span, count: 0 }).length;
      if (of(r)) for (let i = 0; i < width; i++) mine.push(at + i);
      at += width;
    }
    return mine.length > 0 && mine.every((i) => Math.abs(t[i]!) < 1.96) && Math.abs(sumT(model, mine)) < 1.96;
  };
  const dropDays = tests.tradingDays !== null && weak(isTradingDay);
  const dropEaster = tests.easterWindows !== null && weak(isEaster);
  const dropConstant =
    automatic.testConstant && model.order.constant && Math.abs(constantT(model)) < constantLimit;
  if (!dropDays && !dropEaster && !dropConstant) return model;
  return fitRoughly(problem, {
    ...model,
    prior: dropDays ? "none" : model.prior,
    order: { ...model.order, constant: model.order.constant && !dropConstant },
    regressors: model.regressors.filter(
      (r) => !(dropDays && isTradingDay(r)) && !(dropEaster && isEaster(r)),
    ),
  });
}
