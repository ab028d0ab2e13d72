import type {
  ClockPath,
  CycleMemberResult,
  CycleResult,
  CycleTurn,
  GroupResult,
} from "../../../models/analyses/cycleResult.ts";
import type { CycleGroup } from "../../../models/cycle/china/cycleMember.ts";
import type { CompositeMethod } from "../../../models/cycle/china/groupComposites.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { LightRow, WarningIndexView } from "./lights.ts";
import type { Figure, Headline, Passport } from "./passport.ts";
import type { Provenance } from "./provenance.ts";

export type { ClockPath, CompositeMethod, CycleGroup, CycleTurn };

/** A member of a composite with its newest figure; contributions are those of `contributionMonths`. */
export interface CycleMemberView
  extends Pick<CycleMemberResult, "indicator" | "standsFor" | "weight" | "screening"> {
  name: Words;
  short: Words;
  latest: Figure;
  contributions: (number | null)[];
  /** Months of `contributionMonths` whose figure is bridged or forecast. */
  estimated: number;
  /** What the screening says of its place; null where it could not be screened. */
  place: CycleGroup | null;
  /** Whether that is the group it stands in. */
  agrees: boolean | null;
}

export interface CycleGroupView
  extends Pick<GroupResult, "index" | "phases" | "turns" | "diffusion" | "against"> {
  members: CycleMemberView[];
  /** What the contributions add up to, over `contributionMonths`. */
  movement: (number | null)[];
}

/** A turn of the coincident group beside those of the other two. */
export interface CycleTurnRow extends CycleTurn {
  /** Months since the turn before; null for the first. */
  phaseMonths: number | null;
  /** Months by which the leading and the lagging group turned earlier (below 0: later); null where they did not turn. */
  leading: number | null;
  lagging: number | null;
}

/** Growth of five years behind a light. */
export interface CycleLightRow extends LightRow {
  trend: (number | null)[];
}

/** 景气: where the economy stands in its cycle of growth, and what says so. */
export interface CycleMonitor {
  index: WarningIndexView;
  indexTitle: Headline;
  lights: CycleLightRow[];
  lightsTitle: Headline;
}

export interface CycleView extends Passport {
  preset: string;
  presetName: Words;
  method: CompositeMethod;
  reference: Words;
  months: CycleResult["months"];
  /** The newest months, in which contributions are told. */
  contributionMonths: string[];
  headline: Headline;
  titles: {
    sectors: Headline;
    groups: Headline;
    composites: Headline;
    turns: Headline;
    diffusion: Headline;
    members: Headline;
    contributions: Record<CycleGroup, Headline>;
  };
  groups: Record<CycleGroup, CycleGroupView>;
  clock: CycleResult["clock"];
  turns: CycleTurnRow[];
  lacking: CycleResult["lacking"];
  /** The warning index with its lights; null where too few of its members spoke by the day: the composites begin earlier. */
  monitor: CycleMonitor | null;
  provenance: Provenance;
}
