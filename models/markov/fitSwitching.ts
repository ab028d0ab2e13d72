import { AppError } from "../errors.ts";
import { type Minimum, minimise } from "../statistics/optimise/minimise.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { emStep } from "./emStep.ts";
import { kimSmoother } from "./kimSmoother.ts";
import { byMean } from "./orderRegimes.ts";
import { type SwitchingProbabilities, smoothSwitching } from "./smoothSwitching.ts";
import { climb, settled } from "./switchingClimb.ts";
import { switchingErrors } from "./switchingErrors.ts";
import { switchingFilter } from "./switchingFilter.ts";
import { type SwitchingModel, type SwitchingOptions, switchingModel } from "./switchingModel.ts";
import { packParameters, parameterNames, type SwitchingParameters } from "./switchingParameters.ts";
import { switchingRun } from "./switchingRun.ts";
import { switchingStart } from "./switchingStart.ts";

export interface SwitchingSearch {
  /** Starting points; by default 24. */
  starts?: number;
  /** EM steps from each, before a few steps uphill and the comparison. */
  emSteps?: number;
  seed: number;
}

export interface SwitchingFit extends SwitchingProbabilities {
  model: SwitchingModel;
  parameters: SwitchingParameters;
  /** The free parameters in a row, with their names and standard errors (NaN at the edge of what is allowed). */
  estimates: Float64Array;
  names: readonly string[];
  standardErrors: Float64Array;
  aic: number;
  bic: number;
  hqic: number;
}

interface Effort {
  /** Steps of BFGS from each start before they are compared. */
  firstClimb: number;
  /** Of the starting points, as many as this climb to their optimum. */
  finalists: number;
}
/** Optima are many, and fewer steps do not tell the basins apart. */
const THOROUGH: Effort = { firstClimb: 40, finalists: 6 };
/** For two regimes that differ in their mean alone, with lags whose joint states make steps dear: most starts agree. */
const BRIEF: Effort = { firstClimb: 6, finalists: 3 };
const MANY_STATES = 16;
/** Least variance of a regime as a share of the series' own: a hundredth of a percent in standard deviations. */
const LEAST_VARIANCE = 1e-8;

/**
 * A Markov-switching regression or autoregression by maximum likelihood: seeded starting points, EM and a
 * short climb from each, then BFGS with the exact score from the best; regimes are numbered by rising mean (by variance where only it switches).
 *   y_t − x_t′β_{S_t} = Σ_l φ_l (y_{t−l} − x_{t−l}′β_{S_{t−l}}) + σ_{S_t} ε_t,   P(S_t = i | S_{t−1} = j) = p_ij
 * Throws AppError for bad input (see `switchingModel`), or when no start has a likelihood.
 * Hamilton (1989), Econometrica 57; Kim & Nelson (1999), State-Space Models with Regime Switching, chapter 4.
 */
export function fitSwitching(
  y: ArrayLike<number>,
  options: SwitchingOptions,
  { starts = 24, emSteps = 2, seed }: SwitchingSearch,
): SwitchingFit {
  const model = switchingModel(y, options);
  const run = switchingRun(model);
  const random = randomSource(seed);
  const smoothed = new Float64Array(run.T * run.states);
  const spread = varianceOf(model.y);
  const objective = climb(model, run, smoothed, LEAST_VARIANCE * spread);
  const { firstClimb, finalists: kept } = run.states > MANY_STATES && meansAlone(model) ? BRIEF : THOROUGH;
  const reached: Minimum[] = [];
  for (let number = 0; number < starts; number++) {
    const parameters = switchingStart(model, random, number);
    let logLikelihood = switchingFilter(model, parameters, run);
    for (let step = 0; step < emSteps && Number.isFinite(logLikelihood); step++) {
      kimSmoother(run, smoothed);
      emStep(model, parameters, run, smoothed, spread);
      logLikelihood = switchingFilter(model, parameters, run);
    }
    if (!Number.isFinite(logLikelihood)) continue;
    const found = minimise(objective, objective.start(parameters), { maxIterations: firstClimb });
    reached.push(found);
  }
  if (reached.length === 0)
    throw new AppError(
      "invalid-input",
      `none of ${starts} starting points of the switching model has a likelihood; fewer regimes or regressors may have one`,
    );
  const finalists = reached.sort((a, b) => a.value - b.value).slice(0, kept);
  const best = finalists
    .map(({ x }) => minimise(objective, x, { maxIterations: 300, tolerance: 1e-11 }))
    .reduce((a, b) => (b.value < a.value ? b : a));
  const parameters = byMean(model, settled(model, best.x));
  const estimates = packParameters(model, parameters);
  const probabilities = smoothSwitching(model, parameters, run);
  const { logLikelihood } = probabilities;
  const count = estimates.length;
  return {
    ...probabilities,
    model,
    parameters,
    estimates,
    names: parameterNames(model),
    standardErrors: switchingErrors(model, estimates),
    aic: -2 * logLikelihood + 2 * count,
    bic: -2 * logLikelihood + Math.log(run.T) * count,
    hqic: -2 * logLikelihood + 2 * Math.log(Math.log(run.T)) * count,
  };
}

function meansAlone({ regimes, switching, switchingVariance, switchingAr }: SwitchingModel): boolean {
  const coefficients = switching.filter(Boolean).length;
  return regimes === 2 && !switchingVariance && !switchingAr.includes(true) && coefficients === 1;
}

function varianceOf(y: Float64Array): number {
  const mean = y.reduce((s, v) => s + v, 0) / y.length;
  return y.reduce((s, v) => s + (v - mean) ** 2, 0) / y.length;
}
