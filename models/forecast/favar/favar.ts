import type { Condition } from "../../multivariate/conditionalForecast.ts";
import { forecastVar } from "../../multivariate/forecastVar.ts";
import { factorsOfRow, principalFactors } from "../../multivariate/principalFactors.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import type { ForecastModel } from "../contract.ts";
import type { LogChoice } from "../logScale.ts";
import { chooseVar } from "../var/chooseVar.ts";
import { type DriverPanel, driverPanel } from "../var/driverPanel.ts";
import { fittedCells, linearForecast } from "../var/linearPath.ts";

export interface FavarOptions {
  lags: number | "auto";
  /** Number of factors, or `auto` for Bai & Ng's criterion up to four. */
  factors: number | "auto";
  log: LogChoice;
}

/**
 * Factor-augmented vector autoregression: what many drivers have in common, beside the target.
 *   x(t) = Λ f(t) + e(t) by principal components;   [y(t); f(t)] = c + Σ_l A_l [y(t−l); f(t−l)] + u(t)
 * Without drivers it is an autoregression of the target.
 * Bernanke, Boivin & Eliasz (2005), Quarterly Journal of Economics 120; Stock & Watson (2002), JASA 97.
 */
export const factorAugmented: ForecastModel<FavarOptions> = {
  id: "favar",
  title: { zh: "因子增广 VAR", en: "Factor-augmented VAR" },
  summary: {
    zh: "以主成分提取多个驱动指标的共同因子，与目标一同建立向量自回归。",
    en: "Principal components condense many drivers into a few factors, which join the target in a vector autoregression.",
  },
  reference: {
    text: "Bernanke, Boivin & Eliasz (2005), Measuring the effects of monetary policy: a factor-augmented VAR approach, QJE 120",
    where: "§II",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: "auto", factors: "auto", log: "auto" },
  minObservations: (frequency, { lags }) =>
    Math.max({ A: 14, Q: 24, M: 40, W: 40, D: 30 }[frequency], lags === "auto" ? 0 : 3 * lags + 8),
  fit({ target: series, drivers }, options) {
    const needed = factorAugmented.minObservations(series.frequency, options);
    const whole = driverPanel(factorAugmented, series, drivers, needed, options.log);
    const panel = drivers.length === 0 ? whole : condensed(whole, options.factors);
    const fit = chooseVar(panel.y, options.lags, panel.target.season, 6);
    const process = { ...fit, ahead: (h: number) => forecastVar(fit, h) };
    return {
      parameters: {
        lags: fit.lags,
        factors: panel.y.cols - 1,
        drivers: drivers.length,
        observations: fit.observations,
        logLikelihood: fit.logLikelihood,
        sigma: Math.sqrt(fit.sigma.data[0]!),
      },
      fitted: fittedCells(series, panel, fit.residuals),
      predict: (horizon, levels) => linearForecast(panel, process, horizon, levels),
    };
  },
};

/** The panel with factors in place of the drivers; periods ahead count where every driver is known. */
function condensed(panel: DriverPanel, count: number | "auto"): DriverPanel {
  const { y, conditions } = panel;
  const N = y.cols - 1;
  const drivers = matrix(y.rows, N);
  for (let t = 0; t < y.rows; t++) drivers.data.set(y.data.subarray(t * y.cols + 1, (t + 1) * y.cols), t * N);
  const found = principalFactors(drivers, count === "auto" ? (N === 1 ? 1 : "auto") : Math.min(count, N));
  const r = found.factors.cols;
  const out: Matrix = matrix(y.rows, 1 + r);
  for (let t = 0; t < y.rows; t++) {
    out.data[t * (1 + r)] = y.data[t * y.cols]!;
    out.data.set(found.factors.data.subarray(t * r, (t + 1) * r), t * (1 + r) + 1);
  }
  const kept: Condition[] = conditions.filter((c) => c.series === 0);
  for (const step of new Set(conditions.map((c) => c.step))) {
    const row = conditions.filter((c) => c.step === step && c.series > 0);
    if (row.length < N) continue;
    const values = row.toSorted((a, b) => a.series - b.series).map((c) => c.value);
    factorsOfRow(found, values).forEach((value, f) => {
      kept.push({ step, series: 1 + f, value });
    });
  }
  return {
    ...panel,
    y: out,
    logs: [panel.logs[0]!, ...Array.from({ length: r }, () => false)],
    conditions: kept,
  };
}
