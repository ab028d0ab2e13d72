import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { checkPanel } from "../checkPanel.ts";
import { chooseTightness, type Hyperparameter, withDefault } from "./chooseTightness.ts";
import { type ConjugatePosterior, conjugatePosterior } from "./conjugatePosterior.ts";
import { crossProducts } from "./crossProducts.ts";
import { type MinnesotaOptions, minnesotaPrior } from "./minnesotaPrior.ts";

export interface BvarOptions extends Partial<MinnesotaOptions> {
  lags: number;
  /** Hyperparameters chosen by their posterior density instead of given. */
  free?: readonly Hyperparameter[];
}

export interface BvarFit {
  y: Matrix;
  lags: number;
  posterior: ConjugatePosterior;
  /** The hyperparameters used; null where a dummy is left out. */
  tightness: number;
  sumOfCoefficients: number | null;
  initialObservation: number | null;
  /** At the posterior mean of the coefficients. */
  lagMatrices: readonly Matrix[];
  constant: Float64Array;
  residuals: Matrix;
  /** Posterior mean of Σ. */
  sigma: Matrix;
}

/**
 * A Bayesian vector autoregression with a constant, under the conjugate Minnesota prior (see `minnesotaPrior`):
 *   y(t) = c + A_1 y(t−1) + … + A_p y(t−p) + u(t);   E[Σ | Y] = S/(ν − n − 1)
 * `free` names the hyperparameters that maximise the marginal likelihood with their own prior. By default the tightness is.
 * More coefficients than rows are no obstacle. Giannone, Lenza & Primiceri (2015); Karlsson (2013).
 */
export function fitBvar(y: Matrix, options: BvarOptions): BvarFit {
  const { lags, free = options.tightness === undefined ? (["tightness"] as const) : [], ...given } = options;
  if (!Number.isInteger(lags) || lags < 1)
    throw new AppError(
      "invalid-input",
      `a Bayesian vector autoregression needs at least 1 lag; found ${lags}`,
    );
  checkPanel(`a Bayesian vector autoregression with ${lags} lags`, y, Math.max(2 * lags + 4, 10));
  const data = crossProducts(y, lags);
  const chosen = free.length > 0 ? chooseTightness(y, lags, data, free, given).chosen : {};
  const set = { ...withDefault(given), ...chosen };
  const posterior = conjugatePosterior(data, minnesotaPrior(y, lags, set));
  const n = y.cols;
  const { mean, scaleFactor, degreesOfFreedom } = posterior;
  const sigma = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let h = 0; h <= Math.min(i, j); h++)
        s += scaleFactor.data[i * n + h]! * scaleFactor.data[j * n + h]!;
      sigma.data[i * n + j] = s / (degreesOfFreedom - n - 1);
    }
  return {
    y,
    lags,
    posterior,
    tightness: set.tightness,
    sumOfCoefficients: set.sumOfCoefficients ?? null,
    initialObservation: set.initialObservation ?? null,
    lagMatrices: lagMatricesOf(mean.data, n, lags),
    constant: mean.data.slice(n * lags * n, n * lags * n + n),
    residuals: residualsOf(y, mean.data, lags),
    sigma,
  };
}

/** A_1 … A_p from stacked coefficients, row = equation. */
export function lagMatricesOf(coefficients: Float64Array, n: number, lags: number): Matrix[] {
  return Array.from({ length: lags }, (_, l) => {
    const a = matrix(n, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) a.data[i * n + j] = coefficients[(l * n + j) * n + i]!;
    return a;
  });
}

function residualsOf(y: Matrix, b: Float64Array, lags: number): Matrix {
  const n = y.cols;
  const out = matrix(y.rows - lags, n, y.data.slice(lags * n));
  for (let t = 0; t < out.rows; t++)
    for (let i = 0; i < n; i++) {
      let s = b[n * lags * n + i]!;
      for (let l = 1; l <= lags; l++)
        for (let j = 0; j < n; j++) s += b[((l - 1) * n + j) * n + i]! * y.data[(t + lags - l) * n + j]!;
      out.data[t * n + i] = out.data[t * n + i]! - s;
    }
  return out;
}
