import type { Series } from "../../series/series.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { type LogChoice, logarithms, onLogScale } from "../logScale.ts";
import { alignFitted, readTarget } from "../target.ts";
import { type Chosen, chooseStructural } from "./chooseStructural.ts";
import { fitStructural } from "./fitStructural.ts";
import { periodsToStart, predictiveAicc } from "./predictiveAicc.ts";
import { structuralFitted, structuralForecast } from "./structuralOutput.ts";

export interface StructuralModelOptions {
  /** Whether a seasonal may be part of the model. */
  seasonal: boolean;
  log: LogChoice;
}

/**
 * Basic structural model, its parts chosen automatically.
 *   y(t) = μ(t) + γ(t) + ε(t),   μ a level with or without a slope, γ a seasonal that moves, stands still or is absent
 *   variances by exact diffuse maximum likelihood, the variant by AICc
 * Positive levels are modelled in logarithms. Gaps are bridged by the filter itself.
 * Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, chapters 2, 4 and 5.
 */
export const structural: ForecastModel<StructuralModelOptions> = {
  id: "structural",
  title: { zh: "结构时间序列（基本结构模型）", en: "Structural time series" },
  summary: {
    zh: "把序列分解为水平、斜率、季节与不规则成分，各按自身方差随时间变动；卡尔曼滤波精确似然估计，成分取舍按 AICc。",
    en: "Level, slope, season and irregular, each moving at a pace of its own; exact likelihood by the Kalman filter, parts chosen by AICc.",
  },
  reference: {
    text: "Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter; Durbin & Koopman, Time Series Analysis by State Space Methods, 2nd ed.",
    where: "chapters 2, 4, 5; chapters 3, 5, 7",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: false },
  defaults: { seasonal: true, log: "auto" },
  minObservations: (frequency) => ({ A: 10, Q: 16, M: 30, W: 60, D: 30 })[frequency],
  fit({ target }, options) {
    return fitted(target, options, chooseStructural);
  },
};

type Estimate = (y: Float64Array, season: number) => Chosen;

function fitted(series: Series, options: StructuralModelOptions, estimate: Estimate): FittedModel {
  const target = readTarget(structural, series, structural.minObservations(series.frequency, options));
  const log = onLogScale(series, options.log);
  const chosen = estimate(log ? logarithms(target.y) : target.y, options.seasonal ? target.season : 1);
  const { fit, name, aicc } = chosen;
  const oneStep = structuralFitted(fit);
  return {
    parameters: {
      [name]: 1,
      ...Object.fromEntries(fit.system.parameters.map((p, i) => [`${p.name}.variance`, fit.values[i]!])),
      log: log ? 1 : 0,
      logLikelihood: fit.logLikelihood,
      // A series so short that the correction has no room has no AICc.
      ...(Number.isFinite(aicc) ? { aicc } : {}),
    },
    fitted: alignFitted(target, series, log ? oneStep.map(Math.exp) : oneStep),
    predict(horizon, levels) {
      checkRequest(horizon, levels);
      const { mean, variance } = structuralForecast(fit, horizon);
      return gaussianForecast(target.start, mean, variance.map(Math.sqrt), levels, log);
    },
    refit: (longer) =>
      fitted(longer, options, (y) => {
        const again = fitStructural(y, fit.system.spec, { from: fit.values });
        return { fit: again, name, aicc: predictiveAicc(again, periodsToStart(again)) };
      }),
  };
}
