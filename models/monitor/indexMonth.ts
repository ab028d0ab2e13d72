import { type Period, periodOfSlot } from "../series/period.ts";
import type { LightState } from "./lightPath.ts";
import { type Light, lightOf } from "./lights.ts";
import type { Preset } from "./preset.ts";

/** One month of the warning index. */
export interface IndexMonth {
  period: Period;
  /** null while a member has neither a light of its own nor one to carry. */
  value: number | null;
  light: Light | null;
  /** Lowest and highest value that the members still missing allow; equal when all have arrived. */
  min: number;
  max: number;
  /** Members with a figure for this month (a combined January–February is one for January too). */
  arrived: number;
}

/**
 * S = scale · Σ wᵢ sᵢ. A member whose light is only carried counts with it in S, and with 1 and 5 in the
 * interval [min, max]: what is not known is not given as known.
 */
export function indexMonth(preset: Preset, slot: number, states: readonly LightState[]): IndexMonth {
  let value: number | null = 0;
  let min = 0;
  let max = 0;
  let arrived = 0;
  states.forEach((state, i) => {
    const weight = preset.members[i]!.weight * preset.scale;
    const certain = state.light !== null && (!state.carried || state.covered);
    if (certain) arrived++;
    min += weight * (certain ? state.light! : 1);
    max += weight * (certain ? state.light! : 5);
    value = value === null || state.light === null ? null : value + weight * state.light;
  });
  const rounded = value === null ? null : exact(value);
  return {
    period: periodOfSlot(slot, "M"),
    value: rounded,
    light: rounded === null ? null : lightOf(rounded, preset.bounds),
    min: exact(min),
    max: exact(max),
    arrived,
  };
}

/** Sums of weights carry dust in the last binary digits; a score that stands on a bound must stand on it. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
