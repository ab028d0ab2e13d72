import { forecastVar } from "../../multivariate/forecastVar.ts";
import type { ForecastModel } from "../contract.ts";
import type { LogChoice } from "../logScale.ts";
import { chooseVar } from "./chooseVar.ts";
import { driverPanel } from "./driverPanel.ts";
import { fittedCells, linearForecast } from "./linearPath.ts";

export interface VarModelOptions {
  /** Lags, or `auto` for the lowest AIC. */
  lags: number | "auto";
  log: LogChoice;
}

/**
 * Vector autoregression of the target and its drivers; of the target alone without any.
 *   y(t) = c + A_1 y(t−1) + … + A_p y(t−p) + seasonal dummies + u(t)
 * Lags and dummies by AIC. Drivers published ahead of the target, or behind it, are met as conditions on the path.
 * Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, chapters 2–4.
 */
export const vectorAutoregression: ForecastModel<VarModelOptions> = {
  id: "var",
  title: { zh: "向量自回归（VAR）", en: "Vector autoregression" },
  summary: {
    zh: "目标与驱动指标互为解释，滞后阶数按 AIC 选定；驱动指标先行公布的数值作为条件纳入预测。",
    en: "The target and its drivers explain each other by their lags, chosen by AIC; drivers known ahead of the target condition the forecast.",
  },
  reference: {
    text: "Lütkepohl (2005), New Introduction to Multiple Time Series Analysis",
    where: "chapters 2–4",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: "auto", log: "auto" },
  minObservations: (frequency, { lags }) =>
    Math.max({ A: 12, Q: 20, M: 36, W: 40, D: 30 }[frequency], lags === "auto" ? 0 : 3 * lags + 8),
  fit({ target: series, drivers }, options) {
    const needed = vectorAutoregression.minObservations(series.frequency, options);
    const panel = driverPanel(vectorAutoregression, series, drivers, needed, options.log);
    const fit = chooseVar(panel.y, options.lags, panel.target.season);
    const process = { ...fit, ahead: (h: number) => forecastVar(fit, h) };
    return {
      parameters: {
        lags: fit.lags,
        series: fit.y.cols,
        observations: fit.observations,
        logLikelihood: fit.logLikelihood,
        aic: fit.criteria.aic,
        sigma: Math.sqrt(fit.sigma.data[0]!),
      },
      fitted: fittedCells(series, panel, fit.residuals),
      predict: (horizon, levels) => linearForecast(panel, process, horizon, levels),
    };
  },
};
