import { identity, matrix } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";
import { kimSmoother } from "./kimSmoother.ts";
import { switchingFilter } from "./switchingFilter.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import { packGradient, unpackParameters } from "./switchingParameters.ts";
import { switchingRun } from "./switchingRun.ts";
import { switchingScore } from "./switchingScore.ts";

/** Nearer to 0 or 1 than this, a probability stands on its edge and has no standard error of the usual kind. */
const EDGE = 1e-6;

/**
 * Standard errors of the free parameters from the observed information, the score differentiated once:
 *   se = √diag(−H⁻¹),   H_ab = ∂² log L / ∂θ_a ∂θ_b
 * Probabilities on their edge are held fixed and get NaN, as does what the information cannot tell.
 */
export function switchingErrors(model: SwitchingModel, estimates: Float64Array): Float64Array {
  const run = switchingRun(model);
  const smoothed = new Float64Array(run.T * run.states);
  const k = model.regimes;
  const full = unpackParameters(model, estimates).transition;
  const free = [...estimates.keys()].filter((i) => {
    if (i >= k * (k - 1)) return true;
    const rest = full[(k - 1) * k + (i % k)]!;
    return estimates[i]! > EDGE && estimates[i]! < 1 - EDGE && (k === 2 || rest > EDGE);
  });
  const scoreAt = (x: Float64Array): Float64Array => {
    const parameters = unpackParameters(model, x);
    switchingFilter(model, parameters, run);
    return packGradient(model, switchingScore(model, parameters, run, kimSmoother(run, smoothed)));
  };
  const n = free.length;
  const information = matrix(n, n);
  const x = estimates.slice();
  free.forEach((i, a) => {
    const centre = x[i]!;
    const h = 1e-5 * Math.max(Math.abs(centre), i < k * (k - 1) ? 1e-4 : 1e-2);
    x[i] = centre + h;
    const above = scoreAt(x);
    x[i] = centre - h;
    const below = scoreAt(x);
    x[i] = centre;
    free.forEach((j, b) => {
      const slope = -(above[j]! - below[j]!) / (4 * h);
      information.data[a * n + b] = information.data[a * n + b]! + slope;
      information.data[b * n + a] = information.data[b * n + a]! + slope;
    });
  });
  const covariance = information.data.every(Number.isFinite) ? solve(information, identity(n)) : null;
  const out = new Float64Array(estimates.length).fill(Number.NaN);
  if (covariance)
    free.forEach((i, a) => {
      const v = covariance.data[a * n + a]!;
      if (v > 0) out[i] = Math.sqrt(v);
    });
  return out;
}
