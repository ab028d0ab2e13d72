import type { Orientation, Words } from "../indicators/indicator.ts";
import type { BoundsMethod } from "./computeBounds.ts";
import type { Bounds } from "./lights.ts";

export type PresetId = "nbs-10" | "sic-10";

/** How a member's figure is made from the series of the base. */
export type Preparation =
  /** As published. */
  | "none"
  /** Growth over a year of the total of the last twelve months, in percent. */
  | "sum12-yoy";

export interface PresetMember {
  /** Id of the catalogue; national series. */
  indicator: string;
  name: Words;
  short: Words;
  /** Unit and decimals of the figure the light judges (after preparation). */
  unit: string;
  decimals: number;
  prepare: Preparation;
  orientation: Orientation;
  /** Share of the index, 0–1; the members' weights sum to 1. */
  weight: number;
  bounds: MemberBounds;
  /** What the preset's author uses where the base holds another series in its stead; null where it holds the member itself. */
  substitutes: Words | null;
}

/** A method applied to the member's own history, or a policy band that follows the official target of the year. */
export type MemberBounds =
  | Exclude<BoundsMethod, { kind: "policy" }>
  | { kind: "cpi-target"; offsets: Bounds };

/**
 * A warning index: S = scale · Σ wᵢ sᵢ with lights sᵢ ∈ {1…5}, Σ wᵢ = 1.
 * `bounds` are those of the index itself.
 */
export interface Preset {
  id: PresetId;
  title: Words;
  members: readonly PresetMember[];
  scale: number;
  /** Lowest and highest value of S. */
  range: readonly [number, number];
  bounds: Bounds;
  /** Where weights and bounds come from and what of it is not confirmed. */
  provenance: Words;
}
