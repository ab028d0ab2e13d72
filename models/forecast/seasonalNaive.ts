import type { ForecastModel } from "./contract.ts";
import { checkRequest, gaussianForecast } from "./gaussianForecast.ts";
import { alignFitted, readTarget } from "./target.ts";

/**
 * Seasonal naive: next year's month looks like this year's.
 *   ŷ(T+h) = y(T+h−m⌈h/m⌉)      m = periods per year
 *   se(h)  = σ √⌈h/m⌉           σ² = mean squared seasonal difference
 * Where that figure is a gap, the same month of the year before it stands in, and so on; a month that was never
 * published (January where only January–February is) takes the figure before it.
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §5.2, §5.5
 */
export const seasonalNaive: ForecastModel = {
  id: "seasonal-naive",
  title: { zh: "季节朴素法", en: "Seasonal naive" },
  summary: {
    zh: "以上年同期数值作为预测，是季节性数据的底线。",
    en: "The figure of the same period a year earlier: the floor for seasonal data.",
  },
  reference: {
    text: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.",
    where: "§5.2, §5.5",
  },
  version: "1",
  frequencies: ["Q", "M", "W"],
  supports: { gaps: true, drivers: false },
  defaults: {},
  minObservations: (frequency) => ({ A: 2, Q: 8, M: 22, W: 104, D: 2 })[frequency],
  fit({ target: series }) {
    const target = readTarget(seasonalNaive, series, seasonalNaive.minObservations(series.frequency, {}));
    const { y, season: m } = target;
    const fitted = y.map((_, t) => (t < m ? Number.NaN : y[t - m]!));
    let squares = 0;
    let pairs = 0;
    y.forEach((v, t) => {
      const error = v - fitted[t]!;
      if (Number.isNaN(error)) return;
      squares += error * error;
      pairs++;
    });
    const sigma = Math.sqrt(squares / Math.max(1, pairs));
    const lastYear = Array.from({ length: m }, (_, s) => sameSeason(y, y.length - m + s, m));
    return {
      parameters: { sigma, season: m },
      fitted: alignFitted(target, series, fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const mean = Array.from({ length: horizon }, (_, h) => lastYear[h % m]!);
        const sd = mean.map((_, h) => sigma * Math.sqrt(Math.floor(h / m) + 1));
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};

function sameSeason(y: Float64Array, at: number, m: number): number {
  for (let t = at; t >= 0; t -= m) if (!Number.isNaN(y[t]!)) return y[t]!;
  // The first cell of y holds a number, so the walk ends.
  for (let t = at; ; t--) if (!Number.isNaN(y[t]!)) return y[t]!;
}
