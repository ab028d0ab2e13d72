import type { ForecastModel } from "../../../models/forecast/contract.ts";
import { readTarget } from "../../../models/forecast/target.ts";
import { autoregressionByBic } from "../../../models/nowcast/china/autoregressionByBic.ts";

/**
 * The autoregression that records are held against, as a model: means only. A month published together with the next is
 * bridged by a straight line, so that a step stays a month.
 */
export const arModel: ForecastModel = {
  id: "ar",
  version: "1",
  title: { zh: "自回归", en: "Autoregression" },
  summary: {
    zh: "最小二乘自回归，BIC 定阶。",
    en: "Least-squares autoregression, lags by BIC, a year at most.",
  },
  reference: { text: "Hamilton (1994), Time Series Analysis", where: "§8.2" },
  frequencies: ["Q", "M"],
  supports: { gaps: true, drivers: false },
  defaults: {},
  minObservations: () => 12,
  fit({ target: series }) {
    const target = readTarget(arModel, series, 12);
    const y = bridged(target.y);
    return {
      parameters: {},
      fitted: series.values.map(() => null),
      predict(horizon, levels) {
        const mean = Array.from({ length: horizon }, (_, h) => autoregressionByBic(y, h + 1, target.season));
        return {
          start: target.start,
          mean,
          intervals: levels.map((level) => ({ level, lower: mean, upper: mean })),
        };
      },
    };
  },
};

function bridged(y: Float64Array): number[] {
  return Array.from(y, (value, i) => {
    if (!Number.isNaN(value)) return value;
    const before = y.subarray(0, i).findLastIndex((v) => !Number.isNaN(v));
    const after = i + y.subarray(i).findIndex((v) => !Number.isNaN(v));
    return y[before]! + ((y[after]! - y[before]!) * (i - before)) / (after - before);
  });
}
