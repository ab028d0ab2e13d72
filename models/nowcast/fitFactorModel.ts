import { AppError } from "../errors.ts";
import { accelerate } from "./accelerate.ts";
import {
  expectationStep,
  logLikelihoodOf,
  smoothedMoments,
  type Workspace,
  workspaceOf,
} from "./expectationStep.ts";
import { checkModel, type FactorModel, type FactorParameters } from "./factorModel.ts";
import { type FactorPanel, type Standardisation, standardisationOf, standardise } from "./factorPanel.ts";
import { maximise } from "./maximise.ts";
import { principalStart } from "./principalStart.ts";
import { stateLayout } from "./stateLayout.ts";
import { type KnownState, statsmodelsStep } from "./statsmodelsStep.ts";
import { tailWeights } from "./tailWeights.ts";

export interface FactorFitOptions {
  /** `exact`: the likelihood of this model, which never falls. `statsmodels`: the steps of that program (statsmodelsStep.ts). */
  em: "exact" | "statsmodels";
  /** Stops where 2|L − L₋₁| / (|L| + |L₋₁|) is at most this. */
  tolerance: number;
  maxIterations: number;
  /** Parameters to start from; principal components otherwise. */
  start?: FactorParameters;
  /** Known units instead of the panel's own, as a later vintage keeps those of the first. */
  standardisation?: Standardisation;
  /** Long steps along the path of EM (accelerate.ts); only upwards, and only with normal shocks. */
  accelerate: boolean;
  /** Degrees of freedom of t-distributed idiosyncratic shocks (tailWeights.ts); null: normal. */
  tails: number | null;
  /** For `statsmodels`: variance of measurement noise (1e-4 in FRBNY's program), and the first month's state. */
  measurementNoise: number;
  initial?: KnownState;
}

export const FACTOR_FIT_DEFAULTS: FactorFitOptions = {
  em: "exact",
  tolerance: 1e-6,
  maxIterations: 500,
  accelerate: true,
  tails: null,
  measurementNoise: 0,
};

/** A factor model with its parameters: all that nowcasts and news need beside a vintage of figures. */
export interface FittedFactorModel {
  readonly model: FactorModel;
  /** First month of the panel fitted. */
  readonly firstMonth: number;
  readonly parameters: FactorParameters;
  readonly standardisation: Standardisation;
  readonly start: FactorParameters;
  /** Log-likelihood before each iteration, and after the last. */
  readonly path: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
  /** Precision of each figure under fat tails, months × series of the panel fitted; null with normal shocks. */
  readonly weights: Float64Array | null;
  /** The state of the first month by statsmodels' conventions; null by the exact ones. */
  readonly initial: KnownState | null;
  readonly measurementNoise: number;
}

/** Fits by EM. Throws AppError where a series is too short, constant or holds a figure where its row has none. */
export function fitFactorModel(
  model: FactorModel,
  panel: FactorPanel,
  chosen: Partial<FactorFitOptions> = {},
): FittedFactorModel {
  const options = { ...FACTOR_FIT_DEFAULTS, ...chosen };
  checkModel(model);
  if (options.tails !== null && !(options.tails > 2))
    throw new AppError(
      "invalid-input",
      `fat tails need more than 2 degrees of freedom; found ${options.tails}`,
    );
  const ids = model.series.map((s) => s.id);
  const by = options.standardisation ?? standardisationOf(panel, ids);
  const peer = options.em === "statsmodels";
  const months = peer ? panel.months : toQuarterEnd(panel.start, panel.months);
  const values = standardise(panel, by, months);
  const work = workspaceOf(
    stateLayout(model, panel.start, months, values, peer ? "plain" : "lean"),
    false,
    !peer,
  );
  const start = options.start ?? principalStart(model, panel.start, panel.months, values);
  let parameters = start;
  let initial = options.initial ?? null;
  let weights = countWeights(panel, months, ids.length, options.tails !== null);
  const path: number[] = [];
  let iterations = 0;
  let iterates: FactorParameters[] = [parameters];
  let reached: LongStep | null = null;
  let longest = 4;
  while (iterations < options.maxIterations && (iterations < 2 || change(path) > options.tolerance)) {
    if (peer) {
      const step = statsmodelsStep(work, parameters, values, initial, options.measurementNoise);
      path.push(step.logLikelihood);
      ({ parameters, initial } = step);
    } else {
      const e = reached
        ? smoothedMoments(work, reached.logLikelihood)
        : expectationStep(work, parameters, values, { weights });
      reached = null;
      path.push(e.logLikelihood);
      if (options.tails !== null)
        weights = tailWeights(work.layout, e, values, parameters, options.tails, panel.counts ?? null);
      parameters = maximise(work.layout, e, values, parameters, weights);
      iterates.push(parameters);
      if (options.accelerate && options.tails === null && iterates.length === 3) {
        reached = longStep(work, iterates, values, weights, path, longest);
        longest = reached ? Math.min(64, 2 * longest) : Math.max(2, longest / 4);
        parameters = reached?.parameters ?? parameters;
        iterates = [parameters];
      }
    }
    iterations++;
  }
  path.push(finalLikelihood(work, parameters, values, initial, weights, options.measurementNoise));
  return {
    model,
    firstMonth: panel.start,
    parameters,
    standardisation: by,
    start,
    path,
    iterations,
    converged: iterations >= 2 && change(path.slice(0, -1)) <= options.tolerance,
    weights: options.tails === null ? null : weights,
    initial: peer ? initial : null,
    measurementNoise: peer ? options.measurementNoise : 0,
  };
}

/** Months up to the end of the quarter in which the panel ends. */
export const toQuarterEnd = (start: number, months: number): number =>
  months + ((3 - ((start + months) % 3)) % 3);

/** The known precisions of weekly means, over `months`; null where every figure counts alike. */
export function countWeights(
  panel: FactorPanel,
  months: number,
  series: number,
  always = false,
): Float64Array | null {
  if (!panel.counts && !always) return null;
  const out = new Float64Array(months * series).fill(1);
  if (panel.counts) out.set(panel.counts.subarray(0, Math.min(panel.counts.length, out.length)));
  return out;
}

function finalLikelihood(
  work: Workspace,
  parameters: FactorParameters,
  values: Float64Array,
  known: KnownState | null,
  weights: Float64Array | null,
  measurementNoise: number,
): number {
  return logLikelihoodOf(work, parameters, values, {
    weights,
    measurementNoise,
    ...(known ? { known } : {}),
  });
}

interface LongStep {
  parameters: FactorParameters;
  /** There, as the filter that the workspace now holds found it. */
  logLikelihood: number;
}

/** The accelerated point after two steps of EM, where it gains no less than the last step did; null otherwise. */
function longStep(
  work: Workspace,
  [zero, one, two]: readonly FactorParameters[],
  values: Float64Array,
  weights: Float64Array | null,
  path: readonly number[],
  longest: number,
): LongStep | null {
  const parameters = accelerate(zero!, one!, two!, longest);
  if (!parameters) return null;
  try {
    const logLikelihood = logLikelihoodOf(work, parameters, values, { weights });
    return logLikelihood >= 2 * path.at(-1)! - path.at(-2)! ? { parameters, logLikelihood } : null;
  } catch (error) {
    // Outside the stationary region there is no likelihood: the plain step stands.
    if (error instanceof AppError) return null;
    throw error;
  }
}

function change(path: readonly number[]): number {
  const now = path.at(-1)!;
  const before = path.at(-2)!;
  return (2 * Math.abs(now - before)) / (Math.abs(now) + Math.abs(before));
}
