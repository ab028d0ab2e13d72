import { isoDate } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";
import { type BoundsRow, boundsInForce, type Light, nextBound } from "./lights.ts";
import type { PresetMember } from "./preset.ts";
import type { WarningIndex } from "./warningIndex.ts";

/** What one member adds to the index in a month. */
export interface Contribution {
  member: PresetMember;
  light: Light | null;
  carried: boolean;
  /** scale · wᵢ sᵢ */
  points: number | null;
  /** scale · wᵢ Δsᵢ against the month before; the changes of all members sum to ΔS. */
  change: number | null;
}

/**
 * The month a page speaks of: the newest for which at least `share` of the members have arrived and the
 * index has a value. null while there is none.
 */
export function headlineMonth(index: WarningIndex, share = 0.6): number | null {
  const needed = Math.ceil(share * index.members.length);
  const at = index.months.findLastIndex((m) => m.value !== null && m.arrived >= needed);
  return at < 0 ? null : at;
}

/** Points of the index by member in month `at`, and their change: ΔS = scale · Σ wᵢ Δsᵢ. */
export function contributions(index: WarningIndex, at: number): Contribution[] {
  return index.members.map(({ member, states }) => {
    const full = member.weight * index.preset.scale;
    const light = states[at]?.light ?? null;
    const before = states[at - 1]?.light ?? null;
    return {
      member,
      light,
      carried: states[at]?.carried ?? false,
      points: light === null ? null : full * light,
      change: light === null || before === null ? null : full * (light - before),
    };
  });
}

/** Points of the index up to the next zone and down to the one below; null at the end of the scale. */
export function zoneDistance(
  index: WarningIndex,
  at: number,
): { toUp: number | null; toDown: number | null } {
  const month = index.months[at];
  if (!month || month.value === null || month.light === null) return { toUp: null, toDown: null };
  const up = index.preset.bounds[month.light - 1];
  const down = index.preset.bounds[month.light - 2];
  return {
    toUp: up === undefined ? null : up - month.value,
    toDown: down === undefined ? null : month.value - down,
  };
}

/** Consecutive months up to `at` in the same zone; 0 where the month has none. */
export function monthsInZone(index: WarningIndex, at: number): number {
  const light = index.months[at]?.light ?? null;
  if (light === null) return 0;
  let count = 0;
  while (index.months[at - count]?.light === light) count++;
  return count;
}

export interface Nearness {
  member: PresetMember;
  period: Period;
  value: number;
  /** To the nearest bound, in the member's own unit, with the direction the figure must move. */
  distance: number;
  step: 1 | -1;
  towards: Light;
}

/**
 * Members by how near their figure is to changing its light, nearest first. Distances of different units are
 * compared as shares of the member's green band (b3 − b2). Only members with a figure for the month.
 */
export function nearestMembers(index: WarningIndex, at: number, bounds: readonly BoundsRow[]): Nearness[] {
  const month = index.months[at];
  if (!month) return [];
  const day = isoDate(spanOf(month.period).end);
  const near = index.members.flatMap(({ member, states }) => {
    const state = states[at];
    const row = boundsInForce(bounds, index.preset.id, member.indicator, day);
    if (!state || state.value === null || !row) return [];
    const next = nextBound(state.value, row.bounds, member.orientation);
    const relative = next.distance / (row.bounds[2] - row.bounds[1]);
    return [{ relative, near: { member, period: state.period, value: state.value, ...next } }];
  });
  return near.sort((a, b) => a.relative - b.relative).map((n) => n.near);
}
