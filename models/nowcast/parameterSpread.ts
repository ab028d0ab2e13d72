import { AppError } from "../errors.ts";
import { randomSource } from "../statistics/random/generator.ts";
import type { FactorPanel } from "./factorPanel.ts";
import { type FittedFactorModel, fitFactorModel } from "./fitFactorModel.ts";
import { nowcastOf, type Target } from "./nowcastOf.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";

export interface SpreadOptions {
  draws: number;
  seed: number;
  /** EM iterations on each drawn panel, from the fitted parameters. */
  iterations: number;
}

/**
 * How much of a nowcast's uncertainty its parameters are: the variance, over parameters θ* fitted to panels drawn from the
 * fitted model with the gaps of the real one, of E[z|Ω, θ*] on the real figures, target by target in published units.
 * Added to Var(z|Ω, θ̂) by nowcastOf's `spread`. A parametric bootstrap (Stoffer & Wall 1991, JASA 86, 1024–1033).
 */
export function parameterSpread(
  fit: FittedFactorModel,
  panel: FactorPanel,
  targets: readonly Target[],
  { draws, seed, iterations }: SpreadOptions,
): number[] {
  if (!Number.isInteger(draws) || draws < 2)
    throw new AppError("invalid-input", `the spread of parameters needs at least 2 draws; found ${draws}`);
  const random = randomSource(seed);
  const n = fit.model.series.length;
  const unit = { mean: new Float64Array(n), sd: new Float64Array(n).fill(1) };
  const means = Array.from({ length: draws }, () => {
    const drawn = simulateFactorModel(fit.model, fit.parameters, panel.start, panel.months, random).panel;
    const values = drawn.values.map((v, c) => (Number.isNaN(panel.values[c]!) ? Number.NaN : v));
    const again = fitFactorModel(
      fit.model,
      { ...panel, values },
      { standardisation: unit, start: fit.parameters, maxIterations: iterations },
    );
    const told = nowcastOf({ ...fit, parameters: again.parameters }, panel, targets);
    return told.map((t) => t.mean);
  });
  return targets.map((_, a) => {
    const centre = means.reduce((s, m) => s + m[a]!, 0) / draws;
    return means.reduce((s, m) => s + (m[a]! - centre) ** 2, 0) / (draws - 1);
  });
}
