import type { OutlierSearch } from "./detectOutliers.ts";
import type { DifferencingLimits } from "./differencingOrders.ts";
import { type FittedModel, fitModel, type Model, type Problem } from "./model.ts";
import type { OrderSearch } from "./orderSearch.ts";
import type { Regressor } from "./regressor.ts";
import type { TradingDayChoice } from "./regressorTests.ts";
import type { ResidualCheck } from "./residualCheck.ts";

export interface AutomaticModel extends OrderSearch {
  mostDifferences: DifferencingLimits;
  /** Differences given rather than found. */
  differences?: DifferencingLimits;
  /** Whether a constant is tested. */
  testConstant: boolean;
  /** Accepts the airline model as soon as its residuals pass. */
  acceptDefault: boolean;
}

export const AUTOMATIC_MODEL: AutomaticModel = {
  most: { plain: 2, seasonal: 1 },
  mixed: true,
  balanced: false,
  mostDifferences: { d: 2, D: 1 },
  testConstant: true,
  acceptDefault: false,
};

/** The tests that go with every model tried. */
export interface Tests {
  tradingDays: readonly TradingDayChoice[] | null;
  easterWindows: readonly number[] | null;
  outliers: OutlierSearch | null;
}

/** A model under consideration: what the search for outliers added to it, and its residuals. */
export interface State {
  model: FittedModel;
  outliers: readonly Regressor[];
  check: ResidualCheck;
}

/** The regressors of a model without the outliers found for it. */
export const withoutFound = (s: Omit<State, "check">): Regressor[] =>
  s.model.regressors.filter((r) => !s.outliers.includes(r));

/** Choices need a thousandth of a log-likelihood, no more: `regarima` estimates the model chosen to the end. */
export const fitRoughly = (problem: Problem, model: Model): FittedModel =>
  fitModel(problem, model, { rough: true });
