import { bvarPaths } from "../../multivariate/bvar/bvarPaths.ts";
import { fitBvar } from "../../multivariate/bvar/fitBvar.ts";
import { conditionalForecast } from "../../multivariate/conditionalForecast.ts";
import { recursion } from "../../multivariate/forecastVar.ts";
import { movingAverage, orthogonalResponses, recursiveImpact } from "../../multivariate/impulseResponse.ts";
import type { Frequency } from "../../series/frequency.ts";
import { columnOf, matrix } from "../../statistics/matrix/matrix.ts";
import { quantile } from "../../statistics/quantile.ts";
import type { ForecastModel } from "../contract.ts";
import { checkRequest } from "../gaussianForecast.ts";
import type { LogChoice } from "../logScale.ts";
import { driverPanel } from "../var/driverPanel.ts";
import { fittedCells } from "../var/linearPath.ts";

export interface BvarModelOptions {
  /** Lags, or `auto`: a year and one period, fewer where the series is short. */
  lags: number | "auto";
  /** Prior mean of each series' own first lag: 1 for levels, 0 for rates. */
  ownLag: number;
  /** Draws behind the intervals. */
  draws: number;
  log: LogChoice;
}

const YEARLY_LAGS: Readonly<Record<Frequency, number>> = { A: 2, Q: 5, M: 13, W: 4, D: 5 };

/**
 * Bayesian vector autoregression with the Minnesota prior, its tightness chosen by the marginal likelihood.
 *   y(t) = c + Σ_l A_l y(t−l) + u(t),   prior: each series a random walk, other lags near 0 the farther back
 * The mean is the path at the posterior mean; intervals are quantiles of predictive draws, parameters uncertain too.
 * Giannone, Lenza & Primiceri (2015), Review of Economics and Statistics 97.
 */
export const bayesianVar: ForecastModel<BvarModelOptions> = {
  id: "bvar",
  title: { zh: "贝叶斯 VAR（明尼苏达先验）", en: "Bayesian VAR, Minnesota prior" },
  summary: {
    zh: "以明尼苏达先验收缩系数，紧度由边际似然选定，区间来自后验预测抽样。",
    en: "A Minnesota prior shrinks the coefficients, its tightness set by the marginal likelihood; intervals from posterior predictive draws.",
  },
  reference: {
    text: "Giannone, Lenza & Primiceri (2015), Prior selection for vector autoregressions, Review of Economics and Statistics 97(2)",
    where: "§II–III",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: "auto", ownLag: 1, draws: 2000, log: "auto" },
  minObservations: (frequency, { lags }) =>
    Math.max({ A: 12, Q: 20, M: 30, W: 30, D: 24 }[frequency], lags === "auto" ? 0 : 2 * lags + 6),
  fit({ target: series, drivers, seed }, options) {
    const needed = bayesianVar.minObservations(series.frequency, options);
    const panel = driverPanel(bayesianVar, series, drivers, needed, options.log);
    const { y, conditions, behind, target } = panel;
    const lags =
      options.lags === "auto"
        ? Math.max(1, Math.min(YEARLY_LAGS[series.frequency], Math.floor(y.rows / 2) - 3))
        : options.lags;
    const fit = fitBvar(y, { lags, ownLag: options.ownLag });
    const n = y.cols;
    const log = panel.logs[0]!;
    const back = log ? Math.exp : (v: number) => v;
    return {
      parameters: {
        lags,
        tightness: fit.tightness,
        series: n,
        logMarginalLikelihood: fit.posterior.logMarginalLikelihood,
        sigma: Math.sqrt(fit.sigma.data[0]!),
      },
      fitted: fittedCells(series, panel, fit.residuals),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const H = Math.max(behind + horizon, ...conditions.map((c) => c.step));
        const drift = matrix(H, n);
        for (let h = 0; h < H; h++) drift.data.set(fit.constant, h * n);
        let mean = recursion(fit.lagMatrices, y, drift);
        if (conditions.length > 0) {
          const phi = movingAverage(fit.lagMatrices, n, H - 1);
          mean = conditionalForecast(
            mean,
            orthogonalResponses(phi, recursiveImpact(fit.sigma)),
            conditions,
          ).mean;
        }
        const paths = bvarPaths(fit, { horizon: H, draws: options.draws, seed, conditions });
        const drawn = Array.from({ length: horizon }, (_, h) => columnOf(paths, (behind + h) * n).sort());
        const at = (p: number) => drawn.map((values) => back(quantile(values, p)));
        return {
          start: target.start,
          mean: drawn.map((values, h) => {
            const centre = mean.data[(behind + h) * n]!;
            return log ? Math.exp(centre + 0.5 * robustVariance(values)) : centre;
          }),
          intervals: levels.map((level) => ({
            level,
            lower: at(0.5 - level / 200),
            upper: at(0.5 + level / 200),
          })),
        };
      },
    };
  },
};

/** Variance read off the middle two thirds of sorted draws: a few explosive paths leave it as it is. */
function robustVariance(sorted: Float64Array): number {
  const spread = quantile(sorted, 0.841344746) - quantile(sorted, 0.158655254);
  return (spread / 2) ** 2;
}
