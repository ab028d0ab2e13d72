import type { ForecastModel } from "./contract.ts";
import { checkRequest, gaussianForecast } from "./gaussianForecast.ts";
import { alignFitted, readTarget } from "./target.ts";

/**
 * Drift: the line through the first and the last figure goes on.
 *   ŷ(T+h) = y(T) + h·b          b = (y(T) − y(1)) / (T − 1)
 *   se(h)  = σ √(h (1 + h/(T−1)))
 *   σ²     = mean of (y(t) − y(t−k) − k·b)² / k over known neighbours k periods apart
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §5.2, §5.5
 */
export const drift: ForecastModel = {
  id: "drift",
  title: { zh: "漂移法", en: "Drift" },
  summary: {
    zh: "沿首末两期连线的平均变化外推。",
    en: "The average change from the first figure to the last goes on.",
  },
  reference: {
    text: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.",
    where: "§5.2, §5.5",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: false },
  defaults: {},
  minObservations: () => 4,
  fit({ target: series }) {
    const target = readTarget(drift, series, 4);
    const { y } = target;
    const steps = y.length - 1;
    const slope = (y.at(-1)! - y[0]!) / steps;
    const fitted = new Float64Array(y.length).fill(Number.NaN);
    let before = 0;
    let squares = 0;
    let pairs = 0;
    for (let t = 1; t < y.length; t++) {
      if (Number.isNaN(y[t]!)) continue;
      fitted[t] = y[before]! + (t - before) * slope;
      squares += (y[t]! - fitted[t]!) ** 2 / (t - before);
      pairs++;
      before = t;
    }
    // One degree of freedom went into the slope.
    const sigma = Math.sqrt(squares / (pairs - 1));
    const last = y.at(-1)!;
    return {
      parameters: { slope, sigma },
      fitted: alignFitted(target, series, fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const mean = Array.from({ length: horizon }, (_, h) => last + (h + 1) * slope);
        const sd = mean.map((_, h) => sigma * Math.sqrt((h + 1) * (1 + (h + 1) / steps)));
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};
