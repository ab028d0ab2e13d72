import type { IsoDate } from "./date.ts";
import type { Period } from "./period.ts";

/** What a figure's number is worth (SDMX CL_OBS_STATUS, in words). */
export const STATUSES = ["normal", "provisional", "revised", "estimated", "forecast", "missing"] as const;
export type Status = (typeof STATUSES)[number];

/** Why there is no number. Absence always has a reason, from the parser to the panel. */
export const GAP_REASONS = [
  "not-yet-released",
  "not-published",
  "combined-with-next",
  "withdrawn",
  "non-business-day",
  "no-announcement",
  "unknown",
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** How we know the day on which the source first said so. */
export const VINTAGE_BASES = ["release-record", "publication-rule", "document", "simulated"] as const;
export type VintageBasis = (typeof VINTAGE_BASES)[number];

/** One figure as a source published it on one day. Never changed in place: a revision is another observation. */
export interface Observation {
  indicator: string;
  region: string;
  period: Period;
  /** In the indicator's unit. null exactly when status is `missing`. */
  value: number | null;
  status: Status;
  reason: GapReason | null;
  /** The day the source first said so. */
  vintage: IsoDate;
  vintageBasis: VintageBasis;
}

/** An observation as it rests in the base: with the load that brought it and when we knew. */
export interface StoredObservation extends Observation {
  load: number;
  /** ISO instant in UTC, milliseconds. */
  loadedAt: string;
}
