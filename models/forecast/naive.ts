import type { ForecastModel } from "./contract.ts";
import { checkRequest, gaussianForecast } from "./gaussianForecast.ts";
import { alignFitted, readTarget } from "./target.ts";

/**
 * Naive: the next figures look like the last one.
 *   ŷ(T+h) = y(T)
 *   se(h)  = σ √h        σ² = mean of (y(t) − y(t−k))² / k over known neighbours k periods apart
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §5.2, §5.5
 */
export const naive: ForecastModel = {
  id: "naive",
  title: { zh: "朴素法", en: "Naive" },
  summary: {
    zh: "以最近一期数值作为以后各期的预测，是衡量其他模型的底线。",
    en: "The last figure stands for all that follow: the floor against which models are measured.",
  },
  reference: {
    text: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.",
    where: "§5.2, §5.5",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: false },
  defaults: {},
  minObservations: () => 3,
  fit({ target: series }) {
    const target = readTarget(naive, series, 3);
    const { y } = target;
    const fitted = new Float64Array(y.length).fill(Number.NaN);
    let before = 0;
    let squares = 0;
    let pairs = 0;
    for (let t = 1; t < y.length; t++) {
      if (Number.isNaN(y[t]!)) continue;
      fitted[t] = y[before]!;
      squares += (y[t]! - y[before]!) ** 2 / (t - before);
      pairs++;
      before = t;
    }
    const sigma = Math.sqrt(squares / pairs);
    const last = y.at(-1)!;
    return {
      parameters: { last, sigma },
      fitted: alignFitted(target, series, fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const mean = Array.from({ length: horizon }, () => last);
        const sd = mean.map((_, h) => sigma * Math.sqrt(h + 1));
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};
