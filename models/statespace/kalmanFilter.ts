import { AppError } from "../errors.ts";
import { filterPass } from "./filterPass.ts";
import { type FilterOutput, traceFor } from "./filterTrace.ts";
import { loadSystem } from "./loadSystem.ts";
import { type LikelihoodOptions, likelihoodOf } from "./logLikelihood.ts";
import type { PassSums } from "./passSums.ts";
import { type Plan, planFor } from "./plan.ts";
import type { StateSpace } from "./stateSpace.ts";

export interface Filtered extends FilterOutput {
  readonly logLikelihood: number;
  readonly sums: PassSums;
  /** The plan that ran, still loaded with the system: what smoothers go on with. */
  readonly plan: Plan;
}

/**
 * Runs the filter and keeps all it finds: predictions, filtered states, one-step errors, their variances and the
 * log-likelihood. y: n × p, row by row, NaN = missing. The recursions stand in filterPass.ts.
 * Throws AppError("invalid-input") where a prediction variance is negative or not finite, or an observation is
 * impossible under the model, naming the period.
 */
export function kalmanFilter(
  model: StateSpace,
  y: Float64Array,
  options: LikelihoodOptions & { plan?: Plan } = {},
): Filtered {
  const plan = options.plan ?? planFor(model, Math.round(y.length / model.series));
  for (const v of y)
    if (Math.abs(v) === Number.POSITIVE_INFINITY)
      throw new AppError("invalid-input", "the filter needs finite observations; found an infinite one");
  loadSystem(plan, model, y);
  const { trace, output } = traceFor(plan);
  const sums = filterPass(plan, model.initial, options.burn ?? 0, trace);
  if (sums.failure) {
    const { t, series, variance, error } = sums.failure;
    throw new AppError(
      "invalid-input",
      `the variance of a one-step error needs to be positive; found ${variance} (error ${error}) for series ${series + 1} in period ${t + 1}`,
    );
  }
  return {
    ...output(),
    logLikelihood: likelihoodOf(sums, options.convention ?? "proper-constants"),
    sums,
    plan,
  };
}
