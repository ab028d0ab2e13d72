import { filterPass } from "../../statespace/filterPass.ts";
import { kalmanFilter } from "../../statespace/kalmanFilter.ts";
import { loadSystem } from "../../statespace/loadSystem.ts";
import { likelihoodOf } from "../../statespace/logLikelihood.ts";
import { planFor } from "../../statespace/plan.ts";
import type { StructuralFit } from "./fitStructural.ts";

/**
 * AICc of the figures after the first d periods, given those:
 *   ℓ = Σ_{t>d} log p(y(t) | y(1…t−1)),   AICc = −2ℓ + 2k + 2k(k+1)/(N − k − 1),   k parameters, N figures after d
 * Diffuse likelihoods of models with different numbers q of diffuse states are those of different N − q contrasts, in
 * units of different powers; with one d that is enough for each of them, all are densities of the same figures, and the
 * starting states have paid for themselves by then. Compare Harvey (1989), §5.5.6 on the prediction error variance.
 */
export function predictiveAicc({ system, values, y }: StructuralFit, d: number): number {
  const { model, parameters } = system;
  system.apply(values);
  const plan = planFor(model, y.length);
  loadSystem(plan, model, y);
  const sums = filterPass(plan, model.initial, d, null);
  const k = parameters.length;
  const room = sums.terms - k - 1;
  if (sums.diffuseTerms > 0 || sums.unreached > 0 || room <= 0) return Number.POSITIVE_INFINITY;
  return -2 * likelihoodOf(sums, "all-constants") + 2 * k + (2 * k * (k + 1)) / room;
}

/** Periods until nothing of the model's start is unknown; +∞ where the figures never get there. */
export function periodsToStart({ system, values, y }: StructuralFit): number {
  system.apply(values);
  const { diffusePeriods, sums } = kalmanFilter(system.model, y);
  return sums.unreached > 0 ? Number.POSITIVE_INFINITY : diffusePeriods;
}
