import { AppError } from "../../errors.ts";
import { qrLeastSquares } from "../../regression/qrLeastSquares.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { monthlyDriver } from "../midas/monthlyDriver.ts";
import { alignFitted, readTarget } from "../target.ts";
import { bridgePath } from "./bridgePath.ts";
import { type QuarterRule, quarterPath } from "./quarterPath.ts";

export interface BridgeOptions {
  /** Lags of the target. */
  lags: number;
  quarter: QuarterRule;
}

const NEEDED = 12;

/**
 * Bridge equation: monthly indicators, carried to the end of the quarter, explain the quarter.
 *   y(t) = a + Σ_{j≤L} φ(j) y(t−j) + Σ_k β(k) x̄_k(t) + e(t),  x̄ the mean of the quarter's months, known or forecast
 * Each indicator is forecast by its own autoregression. The density counts σ², what errors hand on through φ, and the
 * indicators' forecast errors, taken as independent of e and of one another. Without drivers an autoregression is left.
 * Rünstler & Sédillot (2003), ECB Working Paper 276; Baffigi, Golinelli & Parigi (2004), International Journal of
 * Forecasting 20.
 */
export const bridge: ForecastModel<BridgeOptions> = {
  id: "bridge",
  title: { zh: "桥接方程", en: "Bridge equation" },
  summary: {
    zh: "先用自回归把月度指标外推到季末并汇总为季度，再以回归得到季度目标，区间计入指标自身的预测误差。",
    en: "Monthly indicators are carried to the end of the quarter, averaged, and explain the target; intervals count the indicators' own errors.",
  },
  reference: {
    text: "Baffigi, Golinelli & Parigi (2004), Bridge models to forecast the euro area GDP, International Journal of Forecasting 20; Rünstler & Sédillot (2003), ECB Working Paper 276",
    where: "§2",
  },
  version: "1",
  frequencies: ["Q"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: 1, quarter: "mean" },
  minObservations: (_, { lags }) => NEEDED + 2 * lags,
  fit({ target: series, drivers }, options): FittedModel {
    const { lags, quarter } = options;
    if (!Number.isInteger(lags) || lags < 0)
      throw new AppError("invalid-input", `bridge needs a whole number of lags from 0; found ${lags}`);
    const target = readTarget(bridge, series, bridge.minObservations("Q", options));
    const { y } = target;
    const first = series.firstSlot + target.offset;
    const monthly = drivers.map((d) => monthlyDriver("bridge", d));
    const known = monthly.map((d) => quarterPath(d, Math.floor(d.x.length / 3), quarter).values);
    const at = (k: number, t: number): number =>
      known[k]![first + t - monthly[k]!.firstQuarter] ?? Number.NaN;
    const rows = Array.from(y.keys()).filter(
      (t) => t >= lags && monthly.every((_, k) => Number.isFinite(at(k, t))),
    );
    const names = [
      "constant",
      ...Array.from({ length: lags }, (_, j) => `target lag ${j + 1}`),
      ...monthly.map((d) => d.name),
    ];
    const width = names.length;
    if (rows.length < width + 4)
      throw new AppError(
        "not-enough-data",
        `bridge needs ${width + 4} quarters with all its drivers; found ${rows.length}`,
      );
    const x = matrix(rows.length, width);
    rows.forEach((t, i) => {
      x.data[i * width] = 1;
      for (let j = 1; j <= lags; j++) x.data[i * width + j] = y[t - j]!;
      for (let k = 0; k < monthly.length; k++) x.data[i * width + 1 + lags + k] = at(k, t);
    });
    const { coefficients, residuals, rss } = qrLeastSquares(
      x,
      rows.map((t) => y[t]!),
      { names },
    );
    const sigma = Math.sqrt(rss / (rows.length - width));
    const fitted = new Float64Array(y.length).fill(Number.NaN);
    rows.forEach((t, i) => {
      fitted[t] = y[t]! - residuals[i]!;
    });
    return {
      parameters: { ...Object.fromEntries(names.map((name, j) => [name, coefficients[j]!])), sigma },
      fitted: alignFitted(target, series, fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const paths = monthly.map((d) => {
          const row = first + y.length - d.firstQuarter;
          const path = quarterPath(d, row + horizon, quarter);
          return { values: path.values.subarray(row), errors: path.errors.slice(row) };
        });
        const { mean, sd } = bridgePath({ y, coefficients, lags, sigma, paths, horizon });
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};
