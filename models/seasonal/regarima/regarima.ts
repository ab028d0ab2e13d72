import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { AppError } from "../../errors.ts";
import { AUTOMATIC_MODEL, type AutomaticModel } from "./automaticModel.ts";
import { chooseModel, type ModelChoice } from "./chooseModel.ts";
import { outlierCriticalValue } from "./criticalValue.ts";
import { detectOutliers, type OutlierSearch } from "./detectOutliers.ts";
import {
  airline,
  type FittedModel,
  fitModel,
  laidOut,
  type Model,
  ownCoefficients,
  type PriorLength,
  type Problem,
  priorFactors,
  problemOf,
  transformed,
} from "./model.ts";
import { type RegarimaBackcast, regarimaBackcast } from "./regarimaBackcast.ts";
import { filledLevels, type RegarimaForecast, regarimaForecast } from "./regarimaForecast.ts";
import type { Effect, OutlierKind, Regressor } from "./regressor.ts";
import {
  DEFAULT_EASTER_WINDOWS,
  DEFAULT_TRADING_DAYS,
  easterTest,
  type TradingDayChoice,
  tradingDayTest,
  withTradingDays,
} from "./regressorTests.ts";
import { type TransformationTest, transformationTest } from "./transformationTest.ts";

/** A series by month, quarter or any season: NaN where a figure is missing, `first` the slot of values[0]. */
export interface SeasonalSeries {
  values: Float64Array;
  first: number;
  period: number;
}

export interface RegarimaSpec {
  transform: "auto" | "log" | "none";
  /** Regressors that stay: holidays, known outliers, the user's own. */
  regressors: readonly Regressor[];
  /** Trading days: one way, or the best of several by AICc, none among them. */
  tradingDays: { use: TradingDayChoice } | { test: readonly TradingDayChoice[] } | null;
  /** Easter windows tried against none by AICc. */
  easterWindows: readonly number[] | null;
  order: ArimaOrder | "auto";
  automatic: AutomaticModel;
  /** Search for outliers; a critical value for all kinds, by the length of the series where none is given. */
  outliers: {
    kinds: readonly OutlierKind[];
    critical?: number;
    from?: number;
    to?: number;
    tcRate?: number;
  } | null;
  /** What a flow is divided by before logs where `regressors` already hold its trading days. */
  prior: PriorLength;
  /** ARMA coefficients held, with the order they belong to. */
  fixedArma?: ArmaCoefficients;
  /** Regression coefficients held too: the constant's, where the order has one, then one per column. */
  fixedCoefficients?: Float64Array;
  /** Periods forecast, and periods extrapolated before the series. */
  horizon: number;
  backcasts: number;
}

export const REGARIMA: RegarimaSpec = {
  transform: "auto",
  regressors: [],
  tradingDays: { test: DEFAULT_TRADING_DAYS },
  easterWindows: DEFAULT_EASTER_WINDOWS,
  order: "auto",
  automatic: AUTOMATIC_MODEL,
  outliers: { kinds: ["ao", "ls", "tc"] },
  prior: "none",
  horizon: 12,
  backcasts: 0,
};

/** Effects of regressors on the transformed scale, over the series and its horizon. */
export type Effects = Record<Effect, Float64Array>;

export interface RegarimaResult {
  series: SeasonalSeries;
  model: FittedModel;
  transformation: TransformationTest | null;
  /** How an automatic model was chosen. */
  choice: ModelChoice | null;
  /** Outliers the search found, among the model's regressors. */
  outliers: readonly Regressor[];
  critical: number | null;
  gains: { tradingDays: number | null; easter: number | null };
  /** Prior factors of the length of the month, over the series and its horizon; 1 without. */
  prior: Float64Array;
  effects: Effects;
  /** The transformed series, gaps estimated. */
  filled: Float64Array;
  /** Of the transformed series divided by its prior factors. */
  forecast: RegarimaForecast;
  /** Of the periods before the series; empty where none were asked for. */
  backcast: RegarimaBackcast;
}

/**
 * Regression with ARIMA errors: transformation, calendar and other regressors, outliers and the model's order chosen or given,
 * estimated by exact maximum likelihood, forecast.
 *   φ(B)Φ(Bˢ)(1−B)ᵈ(1−Bˢ)ᴰ (y(t) − Σβᵢxᵢ(t)) = θ(B)Θ(Bˢ) a(t),   y = log(Y/prior) or Y
 * Findley, Monsell, Bell, Otto & Chen (1998), New capabilities and methods of the X-12-ARIMA program, JBES 16;
 * X-13ARIMA-SEATS Reference Manual, ch. 4 and 5. Throws not-enough-data and invalid-input as `regarimaData` does.
 */
export function regarima(series: SeasonalSeries, options: Partial<RegarimaSpec> = {}): RegarimaResult {
  const spec = { ...REGARIMA, ...options };
  if (!Number.isInteger(series.period) || series.period < 1)
    throw new AppError("invalid-input", `a season of ${series.period} periods is none`);
  const problem = problemOf(series.values, series.first, series.period, spec.horizon);
  const order = spec.order === "auto" ? airline(series.period) : spec.order;
  const given = (log: boolean): Model => {
    const base: Model = { log, prior: log ? spec.prior : "none", order, regressors: spec.regressors };
    return spec.tradingDays && "use" in spec.tradingDays ? withTradingDays(base, spec.tradingDays.use) : base;
  };
  const transformation = spec.transform === "auto" ? transformationTest(problem, given) : null;
  const log = transformation ? transformation.log : spec.transform === "log";
  const start = given(log);
  const critical = spec.outliers
    ? (spec.outliers.critical ?? outlierCriticalValue(series.values.length))
    : null;
  const search: OutlierSearch | null =
    spec.outliers && critical !== null
      ? { ...spec.outliers, critical: { ao: critical, ls: critical, tc: critical } }
      : null;
  const days = spec.tradingDays && "test" in spec.tradingDays ? spec.tradingDays.test : null;
  const tests = { tradingDays: days, easterWindows: spec.easterWindows, outliers: search };
  const choice = spec.order === "auto" ? chooseModel(problem, start, spec.automatic, tests) : null;
  const found = choice ?? ofGivenOrder(problem, start, tests, spec);
  const chosen = found.model;
  // Choices are made on rough fits.
  const model = spec.fixedArma ? chosen : fitModel(problem, chosen, { start: chosen.fit.coordinates });
  return {
    series,
    model,
    transformation,
    choice,
    outliers: found.outliers,
    critical: choice ? (choice.critical?.ao ?? null) : critical,
    gains: found.gains,
    prior: priorFactors(problem, model.prior),
    effects: effectsOf(problem, model),
    filled: filledLevels(model.fit),
    forecast: regarimaForecast(model.fit, spec.horizon),
    backcast: regarimaBackcast(problem, model, spec.backcasts),
  };
}

function ofGivenOrder(
  problem: Problem,
  start: Model,
  tests: {
    tradingDays: readonly TradingDayChoice[] | null;
    easterWindows: readonly number[] | null;
    outliers: OutlierSearch | null;
  },
  { fixedArma, fixedCoefficients }: Pick<RegarimaSpec, "fixedArma" | "fixedCoefficients">,
): Pick<ModelChoice, "model" | "outliers" | "gains"> {
  const gains: ModelChoice["gains"] = { tradingDays: null, easter: null };
  let model = fitModel(problem, start, {
    ...(fixedArma ? { fixed: fixedArma } : {}),
    ...(fixedCoefficients ? { held: fixedCoefficients } : {}),
  });
  if (tests.tradingDays) {
    const test = tradingDayTest(problem, model, tests.tradingDays);
    gains.tradingDays = test.gain;
    model = test.model;
  }
  if (tests.easterWindows) {
    const test = easterTest(problem, model, tests.easterWindows);
    gains.easter = test.gain;
    model = test.model;
  }
  if (!tests.outliers) return { model, outliers: [], gains };
  const { model: withOutliers, found } = detectOutliers(problem, model, tests.outliers);
  return { model: withOutliers, outliers: found, gains };
}

function effectsOf(problem: Problem, model: FittedModel): Effects {
  const count = problem.span.count + problem.horizon;
  const zero = () => new Float64Array(count);
  const effects: Effects = {
    "trading-day": zero(),
    holiday: zero(),
    outlier: zero(),
    level: zero(),
    seasonal: zero(),
    user: zero(),
  };
  const own = ownCoefficients(model);
  laidOut(problem, model.regressors).forEach(({ effect, values }, i) => {
    const sum = effects[effect];
    for (let t = 0; t < count; t++) sum[t] = sum[t]! + own[i]! * values[t]!;
  });
  return effects;
}

/** Forecast on the scale of the figures: exp(ŷ)·prior or ŷ, with limits at ± z standard errors. */
export function forecastOfFigures(
  result: RegarimaResult,
  z = 1.959963984540054,
): { mean: Float64Array; lower: Float64Array; upper: Float64Array } {
  const { mean, se } = result.forecast;
  const n = result.series.values.length;
  const back = (v: number, h: number) => (result.model.log ? Math.exp(v) * result.prior[n + h]! : v);
  return {
    mean: mean.map((v, h) => back(v, h)),
    lower: mean.map((v, h) => back(v - z * se[h]!, h)),
    upper: mean.map((v, h) => back(v + z * se[h]!, h)),
  };
}

/** The transformed series as the model has it, for those who look at it beside its effects. */
export const transformedSeries = (result: RegarimaResult): Float64Array =>
  transformed(problemOf(result.series.values, result.series.first, result.series.period, 0), result.model);
