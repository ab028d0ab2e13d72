import { completeFigures } from "../filters/trendAndCycle.ts";

/** A peak ends an expansion, a trough a contraction: the period at position `at` is the last of its phase. */
export interface TurningPoint {
  at: number;
  kind: "peak" | "trough";
}

/** +1 at a peak and −1 at a trough, so that one comparison serves both. */
export const upward = (turn: TurningPoint): 1 | -1 => (turn.kind === "peak" ? 1 : -1);

/** Figures without a gap, at least `least` of them, for dating. */
export const datedFigures = (y: ArrayLike<number>, least: number): Float64Array =>
  completeFigures(y, least, "dating of turning points");
