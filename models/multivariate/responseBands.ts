import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { quantile } from "../statistics/quantile.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { fitVar, type VarFit } from "./fitVar.ts";
import { cumulated, movingAverage, orthogonalResponses, recursiveImpact } from "./impulseResponse.ts";

export interface BandOptions {
  horizon: number;
  replications?: number;
  /** Coverage in percent. */
  level?: number;
  orthogonal?: boolean;
  cumulate?: boolean;
  seed: number;
}

/**
 * Bands around impulse responses by the residual bootstrap: the rows of the centred residuals are drawn with
 * replacement, the series built from the estimated coefficients and the true first p rows, the model fitted anew:
 *   [q_{α/2}, q_{1−α/2}] of the responses over the replications (Efron's percentile interval)
 * Replications whose series are degenerate are drawn again. Lütkepohl (2005), appendix D.3; Kilian & Lütkepohl (2017), §12.2.
 */
export function responseBands(
  fit: VarFit,
  { horizon, replications = 500, level = 90, orthogonal = true, cumulate = false, seed }: BandOptions,
): { lower: Matrix[]; upper: Matrix[] } {
  if (!(level > 0 && level < 100) || !(replications >= 1))
    throw new AppError(
      "invalid-input",
      `bootstrap bands need a level between 0 and 100 and at least 1 replication; found ${level} and ${replications}`,
    );
  const n = fit.y.cols;
  const random = randomSource(seed);
  const centred = centredResiduals(fit);
  const size = n * n * (horizon + 1);
  const drawn = Array.from({ length: size }, () => new Float64Array(replications));
  for (let r = 0; r < replications; r++) {
    const again = fitVar(simulated(fit, centred, random.uniform), {
      lags: fit.lags,
      deterministic: fit.deterministic,
      season: fit.season,
      exogenous: fit.exogenous,
    });
    const phi = movingAverage(again.lagMatrices, n, horizon);
    const plain = orthogonal ? orthogonalResponses(phi, recursiveImpact(again.sigma)) : phi;
    const responses = cumulate ? cumulated(plain) : plain;
    for (let h = 0; h <= horizon; h++)
      for (let c = 0; c < n * n; c++) drawn[h * n * n + c]![r] = responses[h]!.data[c]!;
  }
  for (const values of drawn) values.sort();
  const at = (p: number) =>
    Array.from({ length: horizon + 1 }, (_, h) =>
      matrix(
        n,
        n,
        Float64Array.from({ length: n * n }, (_, c) => quantile(drawn[h * n * n + c]!, p)),
      ),
    );
  return { lower: at(0.5 - level / 200), upper: at(0.5 + level / 200) };
}

function centredResiduals(fit: VarFit): Matrix {
  const { residuals: u } = fit;
  const out = matrix(u.rows, u.cols, u.data.slice());
  for (let j = 0; j < u.cols; j++) {
    let mean = 0;
    for (let t = 0; t < u.rows; t++) mean += u.data[t * u.cols + j]! / u.rows;
    for (let t = 0; t < u.rows; t++) out.data[t * u.cols + j] = out.data[t * u.cols + j]! - mean;
  }
  return out;
}

function simulated(fit: VarFit, centred: Matrix, uniform: () => number): Matrix {
  const n = fit.y.cols;
  const skip = fit.y.rows - fit.observations;
  const k = fit.regressors;
  const out = matrix(fit.y.rows, n, fit.y.data.slice());
  for (let t = 0; t < fit.observations; t++) {
    const from = Math.floor(uniform() * fit.observations) * n;
    for (let i = 0; i < n; i++) {
      let s = centred.data[from + i]!;
      for (let l = 1; l <= fit.lags; l++)
        for (let j = 0; j < n; j++)
          s += fit.lagMatrices[l - 1]!.data[i * n + j]! * out.data[(skip + t - l) * n + j]!;
      for (let r = n * fit.lags; r < k; r++)
        s += fit.design.data[t * k + r]! * fit.coefficients.data[r * n + i]!;
      out.data[(skip + t) * n + i] = s;
    }
  }
  return out;
}
