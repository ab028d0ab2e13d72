import type { Words } from "../../indicators/indicator.ts";

export const CYCLE_GROUPS = ["leading", "coincident", "lagging"] as const;
export type CycleGroup = (typeof CYCLE_GROUPS)[number];

export interface CycleMember {
  /** Id of the catalogue: a growth rate, or a survey index that has no trend. Both enter by their differences. */
  indicator: string;
  /** January and February move with the Spring Festival: both get the mean of the two. */
  festival?: true;
  /** A rise is bad news. */
  inverted?: true;
  /** What the source of the preset names, where another series stands in its place. */
  standsFor?: Words;
}

export interface CyclePreset {
  id: string;
  name: Words;
  groups: Readonly<Record<CycleGroup, readonly CycleMember[]>>;
  /** The member of the coincident group that cycles are measured against. */
  reference: string;
  /** What the source of the preset names and nothing here stands for. */
  lacking: readonly { group: CycleGroup; name: Words }[];
}
