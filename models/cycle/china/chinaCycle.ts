import type { Series } from "../../series/series.ts";
import { type ClockPosition, clockPositions } from "../clockPosition.ts";
import { diffusionIndex } from "../diffusionIndex.ts";
import { matchTurns, type TurnMatches } from "../matchTurns.ts";
import { cycleFrame, frameUntil } from "./cycleFrame.ts";
import { CYCLE_GROUPS, type CycleGroup, type CyclePreset } from "./cycleMember.ts";
import { type DatedComposite, datedComposite } from "./datedComposite.ts";
import { type CompositeMethod, type GroupComposite, groupComposites } from "./groupComposites.ts";

export interface CycleOfGroup extends GroupComposite, DatedComposite {
  members: string[];
  /** Share of members that rise against three months before, in percent. */
  diffusion: Float64Array;
  /** Turns beside those of the coincident group: leads are above 0. */
  againstCoincident: TurnMatches;
  /** Position on the clock, one a month of the frame. */
  clock: ClockPosition[];
}

export interface ChinaCycle {
  method: CompositeMethod;
  /** Slot of the first month (`periodOfSlot`): positions of turns count from it. */
  firstSlot: number;
  length: number;
  groups: Record<CycleGroup, CycleOfGroup>;
}

/** Months of the first sample that is dated for the odds of survival. */
const FIRST_DATED = 60;

/**
 * Where the Chinese economy stands in its cycle: composites of the three groups by one method with what each member
 * adds, their turning points (the last ones provisional, with odds), leads and lags against the coincident group, the
 * share of members that rise, and the clock. `series` hold the members of the preset, read as of one day by the
 * caller; nothing else is looked at. The clock shows the OECD's growth cycle whatever the method: an index
 * that wanders has no centre to turn about.
 */
export function chinaCycle(
  preset: CyclePreset,
  series: readonly Series[],
  method: CompositeMethod,
): ChinaCycle {
  const frame = cycleFrame(preset, series);
  const { length, firstSlot } = frame;
  const today = groupComposites(frame, method, preset.reference);
  const growth = method === "oecd" ? today : groupComposites(frame, "oecd", preset.reference);
  const first = Math.min(FIRST_DATED, length - 1);
  const earlier = Array.from({ length: length - first }, (_, i) =>
    groupComposites(frameUntil(frame, first + i), method, preset.reference),
  );
  const dated = (group: CycleGroup): DatedComposite =>
    datedComposite(today[group].index, (n) => earlier[n - first]![group].index, first);
  const coincident = dated("coincident");
  const [leading, , lagging] = CYCLE_GROUPS.map((g) => (g === "coincident" ? coincident : dated(g)));
  const told = (group: CycleGroup, dating: DatedComposite): CycleOfGroup => ({
    ...today[group],
    ...dating,
    members: frame.groups[group].map((m) => m.indicator),
    diffusion: diffusionIndex(
      frame.groups[group].map((m) => m.values),
      { span: 3 },
    ),
    againstCoincident: matchTurns(dating.turns, coincident.turns, { lead: 12, lag: 12 }),
    clock: clockPositions(growth[group].index),
  });
  return {
    method,
    firstSlot,
    length,
    groups: {
      leading: told("leading", leading!),
      coincident: told("coincident", coincident),
      lagging: told("lagging", lagging!),
    },
  };
}
