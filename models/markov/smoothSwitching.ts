import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { kimSmoother, presentRegime } from "./kimSmoother.ts";
import { switchingFilter } from "./switchingFilter.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import type { SwitchingParameters } from "./switchingParameters.ts";
import { type SwitchingRun, switchingRun } from "./switchingRun.ts";

export interface SwitchingProbabilities {
  /** Given the first p rows. */
  logLikelihood: number;
  /** (n − p) × k: before, at, and with hindsight of each period. */
  predicted: Matrix;
  filtered: Matrix;
  smoothed: Matrix;
  /** Expected value of each row given the past and the smoothed regimes. */
  fitted: Float64Array;
  /** 1 / (1 − p_jj): periods that a regime lasts on average. */
  expectedDurations: Float64Array;
}

/**
 * Regime probabilities, likelihood and fitted values at given parameters.
 *   fitted(t) = Σ_s P(s | T) [x_t′β_{S_t} + Σ_l φ_l (y_{t−l} − x_{t−l}′β_{S_{t−l}})]
 * Throws AppError("invalid-input") where the likelihood is 0 or not defined. Hamilton (1994), §22.4; Kim & Nelson (1999), chapter 4.
 */
export function smoothSwitching(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun = switchingRun(model),
): SwitchingProbabilities {
  const logLikelihood = switchingFilter(model, parameters, run);
  if (!Number.isFinite(logLikelihood))
    throw new AppError(
      "invalid-input",
      "the parameters of the switching model give the data no likelihood: variances need to be positive and columns of the transition matrix probabilities",
    );
  const { k, states, T, errors } = run;
  const joint = kimSmoother(run);
  const fitted = Float64Array.from({ length: T }, (_, t) => {
    let error = 0;
    for (let s = t * states; s < (t + 1) * states; s++) error += joint[s]! * errors[s]!;
    return model.y[t + model.order]! - error;
  });
  return {
    logLikelihood,
    predicted: matrix(T, k, run.predictedMarginal.slice()),
    filtered: matrix(T, k, run.filteredMarginal.slice()),
    smoothed: matrix(T, k, presentRegime(run, joint)),
    fitted,
    expectedDurations: Float64Array.from(
      { length: k },
      (_, j) => 1 / (1 - parameters.transition[j * k + j]!),
    ),
  };
}
