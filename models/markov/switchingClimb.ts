import type { Objective } from "../statistics/optimise/minimise.ts";
import { kimSmoother } from "./kimSmoother.ts";
import { switchingFilter } from "./switchingFilter.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import {
  packGradient,
  packParameters,
  type SwitchingParameters,
  unpackParameters,
} from "./switchingParameters.ts";
import type { SwitchingRun } from "./switchingRun.ts";
import { switchingScore } from "./switchingScore.ts";

/**
 * −log L over free coordinates: the transition as logits against the last regime, variances as logarithms, the rest as it is.
 * A variance below `leastVariance` counts as impossible: a regime of equal figures has a likelihood without bound
 * (Kiefer & Wolfowitz, 1956).
 *   p_ij = exp(η_ij) / Σ_i exp(η_ij),  η_kj = 0;   ∂/∂η_ij = p_ij (g_ij − Σ_i p_ij g_ij)
 */
export function climb(
  model: SwitchingModel,
  run: SwitchingRun,
  smoothed: Float64Array<ArrayBuffer>,
  leastVariance = 0,
): Objective & { start(parameters: SwitchingParameters): Float64Array } {
  let now = settled(model, new Float64Array(packedLength(model)));
  return {
    start: (parameters) => coordinates(model, parameters),
    value(x) {
      now = settled(model, x);
      if (now.variances.some((v) => v < leastVariance)) return Number.POSITIVE_INFINITY;
      return -switchingFilter(model, now, run);
    },
    gradient(_, out) {
      kimSmoother(run, smoothed);
      const score = switchingScore(model, now, run, smoothed);
      const { regimes: k } = model;
      const g = packGradient(model, score);
      for (let i = 0; i < out.length; i++) out[i] = -g[i]!;
      for (let from = 0; from < k; from++) {
        let mean = 0;
        for (let to = 0; to < k; to++)
          mean += now.transition[to * k + from]! * score.transition[to * k + from]!;
        for (let to = 0; to < k - 1; to++) {
          const at = to * k + from;
          out[at] = -now.transition[at]! * (score.transition[at]! - mean);
        }
      }
      const [first, count] = variancePlace(model);
      for (let j = 0; j < count; j++) out[first + j] = out[first + j]! * now.variances[j]!;
    },
  };
}

/** Parameters at free coordinates. */
export function settled(model: SwitchingModel, x: ArrayLike<number>): SwitchingParameters {
  const { regimes: k } = model;
  const natural = Float64Array.from(x);
  for (let from = 0; from < k; from++) {
    let most = 0;
    for (let to = 0; to < k - 1; to++) most = Math.max(most, x[to * k + from]!);
    let sum = Math.exp(-most);
    for (let to = 0; to < k - 1; to++) sum += Math.exp(x[to * k + from]! - most);
    for (let to = 0; to < k - 1; to++) natural[to * k + from] = Math.exp(x[to * k + from]! - most) / sum;
  }
  const [first, count] = variancePlace(model);
  for (let j = 0; j < count; j++) natural[first + j] = Math.exp(x[first + j]!);
  return unpackParameters(model, natural);
}

function coordinates(model: SwitchingModel, parameters: SwitchingParameters): Float64Array {
  const { regimes: k } = model;
  const x = packParameters(model, parameters);
  for (let from = 0; from < k; from++) {
    const last = Math.log(parameters.transition[(k - 1) * k + from]!);
    for (let to = 0; to < k - 1; to++)
      x[to * k + from] = Math.log(parameters.transition[to * k + from]!) - last;
  }
  const [first, count] = variancePlace(model);
  for (let j = 0; j < count; j++) x[first + j] = Math.log(x[first + j]!);
  return x;
}

/** Where the variances stand among the free parameters, and how many. */
function variancePlace({ regimes: k, switching, switchingVariance }: SwitchingModel): [number, number] {
  const coefficients = switching.reduce((n, s) => n + (s ? k : 1), 0);
  return [k * (k - 1) + coefficients, switchingVariance ? k : 1];
}

function packedLength(model: SwitchingModel): number {
  const [first, count] = variancePlace(model);
  return first + count + model.switchingAr.reduce((n, s) => n + (s ? model.regimes : 1), 0);
}
