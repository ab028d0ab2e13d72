import { AppError } from "../errors.ts";

/** A peak ends an expansion, a trough a contraction: the period at position `at` is the last of its phase. */
export interface TurningPoint {
  at: number;
  kind: "peak" | "trough";
}

/** +1 at a peak and −1 at a trough, so that one comparison serves both. */
export const upward = (turn: TurningPoint): 1 | -1 => (turn.kind === "peak" ? 1 : -1);

/** Figures without a gap, at least `least` of them, for dating. */
export function datedFigures(y: ArrayLike<number>, least: number): Float64Array {
  if (y.length < least)
    throw new AppError(
      "not-enough-data",
      `dating turning points needs at least ${least} figures; found ${y.length}`,
    );
  const figures = y instanceof Float64Array ? y : new Float64Array(y);
  for (let t = 0; t < figures.length; t++)
    if (!Number.isFinite(figures[t]!))
      throw new AppError(
        "invalid-input",
        `dating turning points needs a figure in every period; found none at position ${t + 1} of ${y.length}`,
      );
  return figures;
}
