import { fitVecm } from "../../multivariate/fitVecm.ts";
import { forecastVecm } from "../../multivariate/forecastVecm.ts";
import { johansen } from "../../multivariate/johansen.ts";
import { selectLags } from "../../multivariate/selectLags.ts";
import type { ForecastModel } from "../contract.ts";
import type { LogChoice } from "../logScale.ts";
import { mostLags } from "../var/chooseVar.ts";
import { driverPanel } from "../var/driverPanel.ts";
import { fittedCells, linearForecast } from "../var/linearPath.ts";

export interface VecmModelOptions {
  /** Lags in levels, or `auto` for the lowest AIC. */
  lags: number | "auto";
  /** Number of long-run relations, or `auto` for the trace test at 5 %. */
  rank: number | "auto";
  log: LogChoice;
}

/** Series that the tables of critical values reach to. */
const LARGEST = 10;

/**
 * Error-correction model of the target and its drivers: what they do in the long run holds the forecast together.
 *   Δy(t) = α β′ y(t−1) + Σ Γ_i Δy(t−i) + c + seasonal dummies + u(t),   rank by Johansen's trace test at 5 %
 * Of the target alone it is an autoregression in differences, or in levels where its own test denies the unit root.
 * Johansen (1995); Lütkepohl (2005), chapters 6–8.
 */
export const vectorErrorCorrection: ForecastModel<VecmModelOptions> = {
  id: "vecm",
  title: { zh: "向量误差修正（VECM）", en: "Vector error correction" },
  summary: {
    zh: "以约翰森迹检验确定协整关系个数，短期变动向长期均衡修正。",
    en: "Johansen's trace test finds the long-run relations; short-run changes correct towards them.",
  },
  reference: {
    text: "Johansen (1995), Likelihood-Based Inference in Cointegrated Vector Autoregressive Models; Lütkepohl (2005)",
    where: "chapter 6; chapters 6–8",
  },
  version: "1",
  frequencies: ["A", "Q", "M"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: "auto", rank: "auto", log: "auto" },
  minObservations: (frequency, { lags }) =>
    Math.max({ A: 16, Q: 24, M: 48, W: 60, D: 60 }[frequency], lags === "auto" ? 0 : 3 * lags + 12),
  fit({ target: series, drivers }, options) {
    const needed = vectorErrorCorrection.minObservations(series.frequency, options);
    const panel = driverPanel(vectorErrorCorrection, series, drivers, needed, options.log);
    const { y } = panel;
    const season = panel.target.season <= 12 && y.rows > 5 * panel.target.season ? panel.target.season : 1;
    const lags =
      options.lags === "auto" ? selectLags(y, mostLags(y, 8, season), { season }).selected.aic : options.lags;
    const rank =
      options.rank === "auto" ? (y.cols > LARGEST ? 1 : johansen(y, { lags, season }).rank) : options.rank;
    const fit = fitVecm(y, { lagDifferences: lags - 1, rank, constant: "outside", season });
    const process = { ...fit, ahead: (h: number) => forecastVecm(fit, h) };
    return {
      parameters: {
        lags,
        rank,
        series: y.cols,
        observations: fit.observations,
        logLikelihood: fit.logLikelihood,
        sigma: Math.sqrt(fit.sigma.data[0]!),
      },
      fitted: fittedCells(series, panel, fit.residuals),
      predict: (horizon, levels) => linearForecast(panel, process, horizon, levels),
    };
  },
};
