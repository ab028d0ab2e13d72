import { leastSquares } from "../statistics/leastSquares.ts";
import { type ArimaData, regressorLevels } from "./arimaData.ts";
import type { Likelihood } from "./arimaLikelihood.ts";
import { type ArmaCoefficients, armaPolynomials } from "./arimaOrder.ts";
import { filterStates, forecastStates } from "./filterStates.ts";
import { pastLevelsForm, type StateForm } from "./stateForm.ts";

/** κ: the variance, in units of σ², that stands in for knowing nothing about the levels differenced away. */
export const DIFFUSE_PRIOR = 1e6;
/** Figures whose error variance is above this (in units of σ²) settle the levels and are left out of the likelihood. */
const SETTLING = 1e4;

/**
 * The likelihood in the convention of R's `arima`: the levels are filtered under a prior of variance κσ² on those before
 * the first figure, instead of being differenced.
 *   −2 log L = n [log(2πS/ν) + Σ log F / ν + 1],  S = Σ v²/F over the ν figures with F < 10⁴
 *   n = figures known less those that differencing takes; σ̂² = S/n.  n = ν unless gaps leave levels unsettled
 * It lies above the exact value by about half the log of what the prior adds to the last settling figure (3·10⁻³ for the
 * airline model on 144 months), and by more where gaps leave levels unsettled. Drivers and constant by generalised
 * least squares under the same gains. Gardner (1980), Applied Statistics AS 154; Durbin & Koopman (2012), §5.1.
 */
export function diffuseLikelihood(data: ArimaData, prior = DIFFUSE_PRIOR): Likelihood {
  const columns = [data.y, ...regressorLevels(data)].map((values) => ({ values }));
  const known = data.y.length - data.gaps.length;
  const n = known - (data.delta.length - 1);
  return (coefficients) => {
    const form = formOf(data, coefficients, prior);
    if (!form || n <= 0) return null;
    const { variances, errors } = filterStates(form, columns);
    const used = [...variances.keys()].filter((t) => variances[t]! < SETTLING);
    const [y, ...x] = errors.map((e) => Float64Array.from(used, (t) => e[t]! / Math.sqrt(variances[t]!)));
    const fit = leastSquares(y!, x, 0);
    const logs = used.reduce((sum, t) => sum + Math.log(variances[t]!), 0) / used.length;
    const all = new Float64Array(data.gaps.length + x.length);
    all.set(fit.coefficients, data.gaps.length);
    return {
      logLikelihood: -0.5 * n * (Math.log((2 * Math.PI * fit.residualSquares) / used.length) + logs + 1),
      sigma2: fit.residualSquares / n,
      residualSquares: fit.residualSquares,
      n,
      coefficients: all,
    };
  };
}

export interface DiffusePath {
  /** v/√F at every figure, those that settle the levels included; NaN at a gap. */
  residuals: Float64Array;
  mean: Float64Array;
  /** Variance in units of σ². */
  variance: Float64Array;
}

/** Residuals and the way ahead under the same convention, at given coefficients of everything. */
export function diffusePath(
  data: ArimaData,
  arma: ArmaCoefficients,
  coefficients: Float64Array,
  horizon: number,
  future: readonly Float64Array[] = [],
  prior = DIFFUSE_PRIOR,
): DiffusePath | null {
  const form = formOf(data, arma, prior);
  if (!form) return null;
  const b = coefficients.subarray(data.gaps.length);
  const x = regressorLevels(data, horizon);
  const n = data.y.length;
  const values = data.y.map((v, t) => v - b.reduce((sum, c, i) => sum + c * x[i]![t]!, 0));
  const { variances, errors, states, covariance } = filterStates(form, [{ values }]);
  const { mean, variance } = forecastStates(form, states[0]!, covariance, horizon);
  for (let h = 0; h < horizon; h++)
    b.forEach((c, i) => {
      mean[h]! += c * (future[i]?.[h] ?? x[i]![n + h]!);
    });
  return { residuals: errors[0]!.map((v, t) => v / Math.sqrt(variances[t]!)), mean, variance };
}

const formOf = (data: ArimaData, c: ArmaCoefficients, prior: number): StateForm | null =>
  pastLevelsForm(armaPolynomials(data.order, c), data.delta, prior);
