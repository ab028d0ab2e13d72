import { AppError } from "../errors.ts";
import type { FactorPanel } from "./factorPanel.ts";
import type { FittedFactorModel } from "./fitFactorModel.ts";
import { nowcastOf, type Target } from "./nowcastOf.ts";

/** One vintage and the model that reads it. */
export interface ReadVintage {
  fit: FittedFactorModel;
  panel: FactorPanel;
}

/** Where the nowcast was and is, and how much of the way new parameters and another model went. */
export function endPoints(
  old: ReadVintage,
  recent: ReadVintage,
  aligned: ReadVintage,
  targets: readonly Target[],
  reestimated: FittedFactorModel | null,
) {
  const means = (fit: FittedFactorModel, panel: FactorPanel): number[] =>
    nowcastOf(fit, panel, targets).map((f) => f.mean);
  const before = means(old.fit, old.panel);
  const sameModel = sameSpecification(old.fit, recent.fit);
  if (reestimated && !sameSpecification(old.fit, reestimated))
    throw new AppError("invalid-input", "the re-estimated model has other series or blocks than the old one");
  const after = means(recent.fit, recent.panel);
  if (recent.fit === old.fit) {
    const none = targets.map(() => 0);
    return { before, after, parameters: none, specification: none };
  }
  const fixed = means(old.fit, aligned.panel);
  const moved = sameModel ? after : reestimated ? means(reestimated, aligned.panel) : fixed;
  return {
    before,
    after,
    parameters: moved.map((v, i) => v - fixed[i]!),
    specification: after.map((v, i) => v - moved[i]!),
  };
}

const sameSpecification = (a: FittedFactorModel, b: FittedFactorModel): boolean =>
  JSON.stringify(a.model) === JSON.stringify(b.model);
