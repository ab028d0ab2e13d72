import type { ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { alignFitted, readTarget } from "../target.ts";
import { fitTheta, thetaForecast } from "./fitTheta.ts";

/**
 * Theta: simple smoothing with half the trend as drift, the season taken out and put back (`fitTheta.ts`).
 * The winner of the M3 competition: a hard benchmark for everything that costs more.
 */
export const theta: ForecastModel = {
  id: "theta",
  title: { zh: "Theta 方法", en: "Theta" },
  summary: {
    zh: "季节调整后作简单指数平滑，并以趋势斜率的一半为漂移。",
    en: "Simple exponential smoothing of the seasonally adjusted series, half its trend as drift.",
  },
  reference: {
    text: "Assimakopoulos & Nikolopoulos (2000), The theta model, International Journal of Forecasting 16; Hyndman & Billah (2003), IJF 19",
    where: "§3",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: false, drivers: false },
  defaults: {},
  minObservations: () => 6,
  fit({ target: series }) {
    const target = readTarget(theta, series, 6);
    const fit = fitTheta(target.y, target.season);
    return {
      parameters: {
        alpha: fit.smoothing.alpha,
        drift: fit.drift,
        sigma: Math.sqrt(fit.sigma2),
        seasonal: fit.factors ? 1 : 0,
      },
      fitted: alignFitted(target, series, fit.fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const { mean, sd } = thetaForecast(fit, horizon);
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};
