import { datedFigures, type TurningPoint } from "./turningPoint.ts";

export interface Phase {
  kind: "expansion" | "contraction";
  /** Positions of the turn before the phase and of the one that ends it. */
  from: number;
  to: number;
  /** D: periods from turn to turn. */
  duration: number;
  /** A = y(to) − y(from), in units of y. */
  amplitude: number;
  /** C = Σ (y(t) − y(from)) − ½A over the phase: what was gained or lost against standing still. */
  cumulation: number;
  /** E = (½DA − C) / D: how far the path lay below (+) the straight line from turn to turn, on average. */
  excess: number;
}

/**
 * Duration, amplitude, cumulated movement and shape of each completed phase.
 * Harding & Pagan (2002), Dissecting the cycle, J. Monetary Economics 49, 365–381. y in logs gives shares.
 */
export function phaseTable(figures: ArrayLike<number>, turns: readonly TurningPoint[]): Phase[] {
  const y = datedFigures(figures, 1);
  return turns.slice(1).map((turn, i) => {
    const from = turns[i]!.at;
    const to = turn.at;
    const duration = to - from;
    const amplitude = y[to]! - y[from]!;
    let cumulation = -amplitude / 2;
    for (let t = from + 1; t <= to; t++) cumulation += y[t]! - y[from]!;
    return {
      kind: turn.kind === "peak" ? "expansion" : "contraction",
      from,
      to,
      duration,
      amplitude,
      cumulation,
      excess: (0.5 * duration * amplitude - cumulation) / duration,
    };
  });
}
