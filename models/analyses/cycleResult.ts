import type { CycleGroup } from "../cycle/china/cycleMember.ts";
import type { CompositeMethod } from "../cycle/china/groupComposites.ts";
import type { Quadrant } from "../cycle/clockPosition.ts";
import type { Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";
import type { Period } from "../series/period.ts";

/** A column aligned with `months`; null where nothing is known. */
export type MonthColumn = readonly (number | null)[];

/** A turning point, and how sure it is. */
export interface CycleTurn {
  month: Period;
  kind: "peak" | "trough";
  /** Newest, or within two years of the end: it may yet move or vanish. */
  provisional: boolean;
  /** Of the past turns seen `age` months after they happened, `n` of them, the share that stood; null where settled. */
  odds: { age: number; share: number | null; n: number } | null;
}

/** How a member goes with the reference, over the months both have; lags below 0: the member leads. */
export interface MemberScreening {
  months: number;
  correlation: { lag: number; value: number } | null;
  information: { lag: number } | null;
  /** Turns of the reference matched and missed, turns of the member that the reference did not show. */
  matched: number;
  missed: number;
  extra: number;
  /** Mean lead at matched turns, in months; above 0 the member turned first. */
  meanLead: number | null;
}

export interface CycleMemberResult {
  indicator: string;
  /** What the source of the preset names in its place; null where it is the member itself. */
  standsFor: Words | null;
  /** Share of the group's movement that it brought over all months, Σ|c| of the member over Σ|c| of all: 0–1, sums to 1. */
  weight: number;
  /** Points; the members of a group add up to `GroupResult.movement`. */
  contributions: MonthColumn;
  /** 1 where the month's figure is bridged or forecast. */
  estimated: readonly (0 | 1)[];
  screening: MemberScreening;
}

export interface GroupResult {
  index: MonthColumn;
  /** What the contributions add up to: change on the month in percent (symmetric), or distance from 100 (`oecd`). */
  movement: MonthColumn;
  members: readonly CycleMemberResult[];
  turns: readonly CycleTurn[];
  /** 1 expansion, −1 contraction, 0 no turn known. */
  phases: readonly (-1 | 0 | 1)[];
  /** Percent of members that rose against three months before; one that stood still counts half. */
  diffusion: MonthColumn;
  against: {
    /** Turns beside the coincident group's: `lead` months earlier. */
    matched: readonly { kind: CycleTurn["kind"]; reference: Period; month: Period; lead: number }[];
    missed: readonly Period[];
    extra: readonly Period[];
    meanLead: number | null;
    medianLead: number | null;
  };
}

/** The way around the clock: level against change, both in units of their own root mean square. */
export interface ClockPath {
  id: string;
  name: Words;
  indicators: readonly string[];
  level: MonthColumn;
  change: MonthColumn;
  quadrant: readonly (Quadrant | null)[];
}

/** Where the economy stands in its cycle of growth, by one preset and one method, as of a day. */
export interface CycleResult {
  day: IsoDate;
  preset: string;
  presetName: Words;
  method: CompositeMethod;
  reference: string;
  months: readonly Period[];
  groups: Readonly<Record<CycleGroup, GroupResult>>;
  clock: { groups: readonly ClockPath[]; sectors: readonly ClockPath[] };
  /** What the source of the preset names and nothing here stands for. */
  lacking: readonly { group: CycleGroup; name: Words }[];
}
