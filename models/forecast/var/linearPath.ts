import { type Condition, conditionalForecast } from "../../multivariate/conditionalForecast.ts";
import type { PathForecast } from "../../multivariate/forecastVar.ts";
import { movingAverage, orthogonalResponses, recursiveImpact } from "../../multivariate/impulseResponse.ts";
import type { Series } from "../../series/series.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import type { Forecast } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import type { DriverPanel } from "./driverPanel.ts";

/** A linear Gaussian process over the panel, ready to look ahead. */
export interface LinearProcess {
  lagMatrices: readonly Matrix[];
  sigma: Matrix;
  ahead(horizon: number): PathForecast;
}

/**
 * The target's forecast from a linear process: the path from the last common period, met by what is known after it, and
 * from the target's own last figure on its mean and variance.
 */
export function linearForecast(
  panel: Pick<DriverPanel, "logs" | "conditions" | "behind" | "target">,
  process: LinearProcess,
  horizon: number,
  levels: readonly number[],
): Forecast {
  checkRequest(horizon, levels);
  const { conditions, behind, target, logs } = panel;
  const H = Math.max(behind + horizon, ...conditions.map((c) => c.step));
  const path = process.ahead(H);
  const { mean, variance } = met(path, process, conditions, H);
  const n = mean.cols;
  const at = (m: Matrix) => Array.from({ length: horizon }, (_, h) => m.data[(behind + h) * n]!);
  return gaussianForecast(target.start, at(mean), at(variance).map(Math.sqrt), levels, logs[0]!);
}

function met(
  { mean, mse }: PathForecast,
  { lagMatrices, sigma }: LinearProcess,
  conditions: readonly Condition[],
  H: number,
): { mean: Matrix; variance: Matrix } {
  const n = mean.cols;
  if (conditions.length === 0) {
    const variance = matrix(H, n);
    mse.forEach((m, h) => {
      for (let j = 0; j < n; j++) variance.data[h * n + j] = m.data[j * n + j]!;
    });
    return { mean, variance };
  }
  const responses = orthogonalResponses(movingAverage(lagMatrices, n, H - 1), recursiveImpact(sigma));
  return conditionalForecast(mean, responses, conditions);
}

/** One-step figures of the target on its own cells: y − û over the rows explained, null elsewhere. */
export function fittedCells(series: Series, panel: DriverPanel, residuals: Matrix): (number | null)[] {
  const { y, firstCell, logs } = panel;
  const skip = y.rows - residuals.rows;
  return series.values.map((_, i) => {
    const t = i - firstCell;
    if (t < skip || t >= y.rows) return null;
    const value = y.data[t * y.cols]! - residuals.data[(t - skip) * residuals.cols]!;
    return logs[0] ? Math.exp(value) : value;
  });
}
