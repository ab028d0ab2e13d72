import { AppError } from "../errors.ts";
import { censorTurns } from "./censorTurns.ts";
import { localExtremes } from "./localExtremes.ts";
import { datedFigures, type TurningPoint } from "./turningPoint.ts";
import { QUARTERLY, type TurningPointRules } from "./turningPointRules.ts";

/**
 * Peaks and troughs of a series by rules: local extremes, then the censoring that leaves alternating turns of phases
 * and cycles long enough. On the level it dates the classical cycle, on a deviation from trend the growth cycle, on a
 * growth rate its swings. Positions count from 0; nothing depends on the unit or the level of y.
 * The quarterly algorithm (BBQ) of Harding & Pagan (2002), Dissecting the cycle, J. Monetary Economics 49, 365–381.
 */
export function findTurningPoints(
  figures: ArrayLike<number>,
  rules: TurningPointRules = QUARTERLY,
): TurningPoint[] {
  const [before, after] = rules.window;
  const lengths = [before, after, rules.minCycle, rules.minPhase, rules.ends];
  if (before < 1 || after < 1 || lengths.some((v) => !Number.isInteger(v) || v < 0))
    throw new AppError(
      "invalid-input",
      `rules for turning points are whole numbers, with a window of 1 or more on both sides; found ${lengths.join(", ")}`,
    );
  const y = datedFigures(figures, Math.max(before, rules.ends) + Math.max(after, rules.ends) + 1);
  return censorTurns(y, localExtremes(y, rules), rules);
}
