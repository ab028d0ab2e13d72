import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { zigguratSource } from "../../statistics/random/ziggurat.ts";
import { type Condition, conditionPath, meetConditions } from "../conditionalForecast.ts";
import { movingAverage, orthogonalResponses } from "../impulseResponse.ts";
import { drawPosterior } from "./drawPosterior.ts";
import { type BvarFit, lagMatricesOf } from "./fitBvar.ts";

export interface PathOptions {
  horizon: number;
  draws?: number;
  seed: number;
  /** Cells of the path that are known or assumed. */
  conditions?: readonly Condition[];
}

/**
 * Draws from the predictive distribution, parameters and shocks both uncertain, one H × n path a draw:
 *   (B, Σ) from the posterior, y(T+h) = B′x(T+h) + U ε(h);   conditions met by y* = y + G (r − y_c)
 * Conditions bear on the shocks of each draw; the draws of the parameters rest on the data alone.
 * Karlsson (2013), §3; Waggoner & Zha (1999).
 */
export function bvarPaths(
  fit: BvarFit,
  { horizon, draws = 2000, seed, conditions = [] }: PathOptions,
): Matrix {
  const { y, lags, posterior } = fit;
  const { n, k } = posterior;
  const out = matrix(draws, horizon * n);
  const shocks = new Float64Array(horizon * n);
  const path = new Float64Array((lags + horizon) * n);
  path.set(y.data.subarray((y.rows - lags) * n));
  drawPosterior(posterior, draws, seed, (b, u, draw) => {
    // A stream for each draw: the first steps of a path do not depend on how many follow.
    zigguratSource(Math.imul(seed, 0x5bd1e995) + draw).fill(shocks);
    for (let h = 0; h < horizon; h++)
      for (let i = 0; i < n; i++) {
        let s = b[(k - 1) * n + i]!;
        for (let l = 1; l <= lags; l++) {
          const from = (lags + h - l) * n;
          for (let j = 0; j < n; j++) s += b[((l - 1) * n + j) * n + i]! * path[from + j]!;
        }
        for (let j = 0; j <= i; j++) s += u[i * n + j]! * shocks[h * n + j]!;
        path[(lags + h) * n + i] = s;
      }
    const row = out.data.subarray(draw * horizon * n, (draw + 1) * horizon * n);
    row.set(path.subarray(lags * n));
    if (conditions.length > 0) {
      const responses = orthogonalResponses(
        movingAverage(lagMatricesOf(b, n, lags), n, horizon - 1),
        matrix(n, n, u.slice()),
      );
      meetConditions(row, conditionPath(responses, conditions), conditions);
    }
  });
  return out;
}
