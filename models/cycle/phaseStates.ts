import type { TurningPoint } from "./turningPoint.ts";

/**
 * The phase of every period: 1 in an expansion (after a trough, up to the peak), −1 in a contraction, 0 throughout
 * where no turn is known. The phase before the first turn is the one that it ends.
 */
export function phaseStates(turns: readonly TurningPoint[], length: number): Int8Array {
  const states = new Int8Array(length);
  let from = 0;
  for (const { at, kind } of turns) {
    states.fill(kind === "peak" ? 1 : -1, from, at + 1);
    from = at + 1;
  }
  const last = turns.at(-1);
  if (last) states.fill(last.kind === "peak" ? -1 : 1, from);
  return states;
}

/** The turns at which the phase changes: the last period of each phase but the one that still runs. */
export function turnsOfStates(states: ArrayLike<number>): TurningPoint[] {
  const turns: TurningPoint[] = [];
  for (let t = 0; t + 1 < states.length; t++)
    if (states[t]! > 0 !== states[t + 1]! > 0)
      turns.push({ at: t, kind: states[t]! > 0 ? "peak" : "trough" });
  return turns;
}
