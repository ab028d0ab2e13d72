import { type FittedModel, fitModel, type Model, type PriorLength, type Problem } from "./model.ts";
import type { Regressor } from "./regressor.ts";

/** One way to model trading days: its regressors, and what stands for the length of the month. */
export interface TradingDayChoice {
  regressors: readonly Regressor[];
  /** With logs a prior factor, otherwise a regressor of its own. */
  length: "leap-year" | "length" | "none";
}

export interface RegressorTest {
  model: FittedModel;
  /** AICc without less AICc of the best with; the best wins where this is above the threshold. */
  gain: number;
  /** Index of the candidate chosen; −1 for none. */
  chosen: number;
}

const TRADING_DAYS = ["td", "td1coef", "official-td", "official-td1coef", "stock-td", "lpyear", "length"];
export const isTradingDay = (r: Regressor): boolean => TRADING_DAYS.includes(r.kind);
export const isEaster = (r: Regressor): boolean => r.kind === "easter";

/** The candidates X-13ARIMA-SEATS tests by default: six contrasts, then weekdays against the weekend. */
export const DEFAULT_TRADING_DAYS: readonly TradingDayChoice[] = [
  { regressors: [{ kind: "td" }], length: "leap-year" },
  { regressors: [{ kind: "td1coef" }], length: "leap-year" },
];
export const DEFAULT_EASTER_WINDOWS: readonly number[] = [1, 8, 15];

/** No trading days or one of the candidates, whichever has the least AICc (by more than `threshold` against none). */
export function tradingDayTest(
  problem: Problem,
  model: Model | FittedModel,
  candidates: readonly TradingDayChoice[] = DEFAULT_TRADING_DAYS,
  threshold = 0,
): RegressorTest {
  const without = {
    ...model,
    prior: "none" as PriorLength,
    regressors: model.regressors.filter((r) => !isTradingDay(r)),
  };
  return test(
    problem,
    model,
    without,
    candidates.map((c) => withTradingDays(without, c)),
    threshold,
  );
}

export function withTradingDays(model: Model, { regressors, length }: TradingDayChoice): Model {
  if (length === "none") return { ...model, regressors: [...regressors, ...model.regressors] };
  if (model.log) return { ...model, prior: length, regressors: [...regressors, ...model.regressors] };
  const own: Regressor = { kind: length === "leap-year" ? "lpyear" : "length" };
  return { ...model, regressors: [...regressors, own, ...model.regressors] };
}

/** No Easter or Easter(w), w among `windows`, by AICc. */
export function easterTest(
  problem: Problem,
  model: Model | FittedModel,
  windows: readonly number[] = DEFAULT_EASTER_WINDOWS,
  threshold = 0,
): RegressorTest {
  const without = { ...model, regressors: model.regressors.filter((r) => !isEaster(r)) };
  const candidates = windows.map((window) => {
    const easter: Regressor = { kind: "easter", window };
    // After trading days, before the rest: the order in which X-13ARIMA-SEATS lists them.
    const days = without.regressors.filter(isTradingDay);
    return {
      ...without,
      regressors: [...days, easter, ...without.regressors.filter((r) => !isTradingDay(r))],
    };
  });
  return test(problem, model, without, candidates, threshold);
}

/** Whether a model has been fitted already: the tests follow one another on nearly the same regressors. */
function isFitted(given: Model | FittedModel, wanted: Model): given is FittedModel {
  return (
    "fit" in given &&
    given.prior === wanted.prior &&
    given.log === wanted.log &&
    given.order === wanted.order &&
    given.regressors.length === wanted.regressors.length &&
    given.regressors.every((r) => wanted.regressors.includes(r))
  );
}

function test(
  problem: Problem,
  given: Model | FittedModel,
  without: Model,
  candidates: readonly Model[],
  threshold: number,
): RegressorTest {
  const none = isFitted(given, without) ? given : fitModel(problem, without, { rough: true });
  const start = none.fit.coordinates;
  let best: FittedModel | null = null;
  let chosen = -1;
  candidates.forEach((candidate, i) => {
    const fitted = isFitted(given, candidate) ? given : fitModel(problem, candidate, { start, rough: true });
    if (best && fitted.criteria.aicc >= best.criteria.aicc) return;
    best = fitted;
    chosen = i;
  });
  const found = best as FittedModel | null;
  if (!found) return { model: none, gain: Number.NaN, chosen: -1 };
  const gain = none.criteria.aicc - found.criteria.aicc;
  return gain > threshold ? { model: found, gain, chosen } : { model: none, gain, chosen: -1 };
}
