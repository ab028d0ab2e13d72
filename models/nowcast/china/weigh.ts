import { heavyTailedChange } from "./heavyTailedChange.ts";

/** Share of a change told by which its size is in doubt, whatever the quiet past says: how strongly growth follows its factor. */
const DOUBT = 0.25;

/** What weighs the model's word against the last figure on a day, all from figures published up to it. */
export interface Weighing {
  /** By how much growth drifts over this many quarters, whatever the months say. */
  drift: number;
  /** Usual size of changes over as many quarters, beyond the drift. */
  change: number;
  /** Past errors of the model with the drift, by its own standard deviation. */
  model: number;
  /** Past errors of what was told, late ones above all, by its own standard deviation. */
  told: number;
}

/**
 * last + drift + E[Δ | d] with d = model − last, √Var(Δ | d), and DOUBT · |E[Δ | d]|: how far the size of a change told is in doubt.
 * Neither the last figure nor the model knows of the drift: both are carried on by it, and d is free of it.
 */
export function weigh(
  model: { mean: number; sd: number },
  last: number,
  weighing: Weighing,
): { mean: number; sd: number; doubt: number } {
  const { mean, sd } = heavyTailedChange(model.mean - last, weighing.change, weighing.model * model.sd);
  return { mean: last + weighing.drift + mean, sd, doubt: DOUBT * Math.abs(mean) };
}
