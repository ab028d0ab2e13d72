import type { CycleTurn } from "../../../server/routers/views.ts";

/** A phase between two turns, by position; `turn` is the one it began with, null before the first. */
export interface CyclePhase {
  kind: "expansion" | "contraction";
  from: number;
  to: number;
  turn: CycleTurn | null;
  /** Its beginning or its end is provisional, or it goes on. */
  open: boolean;
  /** The newest one. */
  last: boolean;
}

/** The phases that turns part the months into, oldest first; none where no turn is known. */
export function phasesOf(months: readonly string[], turns: readonly CycleTurn[]): CyclePhase[] {
  if (turns.length === 0) return [];
  const at = turns.map((t) => months.indexOf(t.month));
  return [null, ...turns].map((turn, i) => {
    const next = turns[i];
    const kind =
      (turn?.kind ?? (next!.kind === "peak" ? "trough" : "peak")) === "peak" ? "contraction" : "expansion";
    return {
      kind,
      from: turn ? at[i - 1]! : 0,
      to: next ? at[i]! : months.length - 1,
      turn,
      open: next === undefined || next.provisional || turn?.provisional === true,
      last: next === undefined,
    };
  });
}
