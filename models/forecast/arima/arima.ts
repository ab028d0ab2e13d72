import type { ArimaFit } from "../../arima/arimaAt.ts";
import { arimaPath } from "../../arima/arimaForecast.ts";
import { orderName } from "../../arima/arimaOrder.ts";
import { type ArimaChoice, chooseArima } from "../../arima/chooseArima.ts";
import { fitArima } from "../../arima/fitArima.ts";
import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Series } from "../../series/series.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { type LogChoice, logarithms, onLogScale } from "../logScale.ts";
import { alignFitted, readTarget } from "../target.ts";

export interface ArimaOptions {
  /** Whether seasonal terms may be chosen. */
  seasonal: boolean;
  log: LogChoice;
}

/**
 * Seasonal ARIMA, order chosen automatically.
 *   φ(B) Φ(Bᵐ) [(1−B)ᵈ (1−Bᵐ)ᴰ y(t) − c] = θ(B) Θ(Bᵐ) e(t)
 *   D by the strength of the season, d by KPSS, the rest by the lowest AICc along a stepwise walk; exact likelihood
 * Positive levels are modelled in logarithms. Gaps are estimated from both sides with the rest.
 * Box, Jenkins, Reinsel & Ljung, Time Series Analysis, 5th ed., chapters 4–9; Hyndman & Khandakar (2008).
 */
export const arima: ForecastModel<ArimaOptions> = {
  id: "arima",
  title: { zh: "季节ARIMA（自动定阶）", en: "Seasonal ARIMA, automatic" },
  summary: {
    zh: "差分后以自回归与移动平均描述，精确极大似然估计，逐步搜索并以 AICc 定阶。",
    en: "Autoregression and moving average of the differenced series by exact maximum likelihood; orders by a stepwise AICc search.",
  },
  reference: {
    text: "Hyndman & Khandakar (2008), Automatic time series forecasting, Journal of Statistical Software 27(3); Box et al., Time Series Analysis, 5th ed.",
    where: "chapters 4–9",
  },
  version: "2",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: false },
  defaults: { seasonal: true, log: "auto" },
  minObservations: (frequency) => ({ A: 10, Q: 16, M: 30, W: 60, D: 30 })[frequency],
  fit({ target }, options) {
    return fitted(target, options, (y, m) => chooseArima(y, m, DAILY));
  },
};

/** Small orders only: this model runs on every series whenever figures land. */
const DAILY: ArimaChoice = { most: { p: 3, q: 3, P: 1, Q: 1 }, mostTried: 70, invertible: false };

type Estimate = (y: Float64Array, m: number) => ArimaFit | null;

function fitted(series: Series, options: ArimaOptions, estimate: Estimate): FittedModel {
  const target = readTarget(arima, series, arima.minObservations(series.frequency, options));
  const log = onLogScale(series, options.log);
  // Weekly seasons of 52 lags are beyond the bounded search.
  const m = options.seasonal && target.season <= 12 ? target.season : 1;
  const fit = estimate(log ? logarithms(target.y) : target.y, m);
  if (!fit)
    throw new AppError("invalid-input", {
      zh: `模型arima需要有变动的序列；${quotedName(series.indicator)}在各空缺之间没有变动`,
      en: `arima needs a series that moves; ${quotedEnglish(series.indicator)} does not between its gaps`,
    });
  const oneStep = arimaPath(fit, 1).fitted;
  return {
    parameters: { ...named(fit), log: log ? 1 : 0 },
    fitted: alignFitted(target, series, log ? oneStep.map(Math.exp) : oneStep),
    predict(horizon, levels) {
      checkRequest(horizon, levels);
      const { mean, sd } = arimaPath(fit, horizon);
      return gaussianForecast(target.start, mean, sd, levels, log);
    },
    refit: (longer) =>
      fitted(longer, options, (y) => fitArima(y, fit.order, { start: fit.coordinates, rough: true })),
  };
}

/** The estimates by name. */
export function named(fit: ArimaFit): Record<string, number> {
  const block = (name: string, values: Float64Array) =>
    Object.fromEntries([...values].map((v, i) => [`${name}${i + 1}`, v]));
  return {
    [orderName(fit.order)]: 1,
    ...block("ar", fit.arma.ar),
    ...block("ma", fit.arma.ma),
    ...block("sar", fit.arma.seasonalAr),
    ...block("sma", fit.arma.seasonalMa),
    ...(fit.order.constant ? { constant: fit.coefficients.at(-1)! } : {}),
    sigma: Math.sqrt(fit.innovationVariance),
    aicc: fit.aicc,
  };
}
