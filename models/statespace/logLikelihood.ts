import { filterPass } from "./filterPass.ts";
import { loadSystem } from "./loadSystem.ts";
import type { PassSums } from "./passSums.ts";
import type { Plan } from "./plan.ts";
import type { StateSpace } from "./stateSpace.ts";

/**
 * How the terms that take up a diffuse element count:
 *   "proper-constants"  −½ log F∞                 (Durbin & Koopman §7.2.2, KFAS)
 *   "all-constants"     −½ (log 2π + log F∞)      (statsmodels, use_exact_diffuse)
 * They differ by ½ log 2π for each diffuse element, whatever the parameters.
 */
export type DiffuseConvention = "proper-constants" | "all-constants";

export interface LikelihoodOptions {
  convention?: DiffuseConvention;
  /** Periods at the start whose terms are left out: as many as diffuse states, under an approximate diffuse start. */
  burn?: number;
}

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * The Gaussian log-likelihood by prediction errors, exact also under a diffuse start:
 *   log L = −½ Σ [log 2π + log F + v²/F] − ½ Σ∞ log F∞
 * y: n × p, row by row, NaN = missing. −∞ where the parameters leave some variance negative or y impossible, so that a
 * search turns back; kalmanFilter says why. Durbin & Koopman, 2nd ed., §7.2.
 */
export function logLikelihood(
  plan: Plan,
  model: StateSpace,
  y: Float64Array,
  { convention = "proper-constants", burn = 0 }: LikelihoodOptions = {},
): number {
  loadSystem(plan, model, y);
  return likelihoodOf(filterPass(plan, model.initial, burn, null), convention);
}

export function likelihoodOf(sums: PassSums, convention: DiffuseConvention): number {
  if (sums.failure) return Number.NEGATIVE_INFINITY;
  const constants = sums.terms + (convention === "all-constants" ? sums.diffuseTerms : 0);
  const value = -0.5 * (constants * LOG_2PI + sums.logF + sums.squares + sums.logFinf);
  return Number.isFinite(value) ? value : Number.NEGATIVE_INFINITY;
}
