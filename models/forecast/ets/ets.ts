import type { Series } from "../../series/series.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { type LogChoice, logarithms, onLogScale } from "../logScale.ts";
import { alignFitted, readTarget } from "../target.ts";
import { chooseEts, chooseEtsMember } from "./chooseEts.ts";
import { etsForecast } from "./etsForecast.ts";
import { etsName, isDamped } from "./etsSpec.ts";
import { type EtsFit, fitEts } from "./fitEts.ts";

export interface EtsOptions {
  /** Whether seasonal members may be chosen. */
  seasonal: boolean;
  log: LogChoice;
  /**
   * "additive": six members, on logarithms where the series is a level. "any": the whole family on the figures as
   * published, errors and seasons that multiply included.
   */
  errors: "additive" | "any";
}

/**
 * Exponential smoothing, chosen automatically: additive errors; no, additive or damped trend; no or additive season.
 *   f(t) = l(t−1) + φ b(t−1) + s(t−m),  states corrected by α e, β e, γ e (`etsPass.ts`)
 *   choice: the lowest AICc among the six members, each by maximum likelihood with all initial states free
 * With `errors: "any"` the choice is among all members of finite variance (`chooseEts.ts`), whose moments are exact
 * (`etsForecast.ts`).
 * Levels that are positive throughout are smoothed in logarithms, where an additive season is a proportional one.
 * Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008, chapters 2, 5, 6 and 7.
 */
export const ets: ForecastModel<EtsOptions> = {
  id: "ets",
  title: { zh: "指数平滑（自动选择）", en: "Exponential smoothing, automatic" },
  summary: {
    zh: "水平、趋势（可衰减）与季节三种状态逐期更新，在六种加法误差模型中以 AICc 自动选择。",
    en: "Level, trend (possibly damped) and season updated figure by figure; the best of six additive-error members by AICc.",
  },
  reference: {
    text: "Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing: The State Space Approach, Springer 2008",
    where: "chapters 2, 5–7",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: false },
  defaults: { seasonal: true, log: "auto", errors: "additive" },
  minObservations: (frequency) => ({ A: 8, Q: 12, M: 24, W: 60, D: 30 })[frequency],
  fit({ target }, options) {
    return fitted(target, options, (y, m) =>
      options.errors === "any"
        ? chooseEtsMember(y, m, { seasonal: options.seasonal })
        : chooseEts(y, m, options.seasonal),
    );
  },
};

function fitted(
  series: Series,
  options: EtsOptions,
  estimate: (y: Float64Array, m: number) => EtsFit,
): FittedModel {
  const target = readTarget(ets, series, ets.minObservations(series.frequency, options));
  const log = options.errors === "additive" && onLogScale(series, options.log);
  // A yearly season in weeks would take 52 states from a few years: left out.
  const m = target.season > 12 ? 1 : target.season;
  const fit = estimate(log ? logarithms(target.y) : target.y, m);
  const { alpha, beta, gamma, phi } = fit.parameters;
  return {
    parameters: {
      alpha,
      ...(fit.spec.trend === "N" ? {} : { beta }),
      ...(fit.spec.season === "N" ? {} : { gamma }),
      ...(isDamped(fit.spec) ? { phi } : {}),
      sigma: Math.sqrt(fit.sigma2),
      aicc: fit.aicc,
      [etsName(fit.spec)]: 1,
      log: log ? 1 : 0,
    },
    fitted: alignFitted(target, series, log ? fit.fitted.map(Math.exp) : fit.fitted),
    predict(horizon, levels) {
      checkRequest(horizon, levels);
      const { mean, sd } = etsForecast(fit, m, horizon);
      return gaussianForecast(target.start, mean, sd, levels, log);
    },
    refit: (longer) => fitted(longer, options, (y, season) => fitEts(y, season, fit.spec)),
  };
}
