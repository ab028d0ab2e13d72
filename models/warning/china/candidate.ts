import type { Words } from "../../indicators/indicator.ts";

/** What is taken of a series month by month; `transformValue` says the formula of each. */
export type Transform = "event-measure" | "published" | "mean3" | "change12" | "growth12" | "level-growth12";

/** A monthly figure that economics says moves before an event. */
export interface Candidate {
  /** Id of the catalogue; one candidate of an event an indicator. */
  indicator: string;
  /** Taken off it month by month before the transform: the gap of two growth rates. */
  less?: string;
  transform: Transform;
  /** Which side is dangerous. */
  tail: "upper" | "lower";
  /** January and February move with the Spring Festival: both get the mean of the two. */
  festival?: true;
  /** What is measured, for the card. */
  measured: Words;
  /** Of its values and thresholds: a change of percentages is in percentage points. */
  unit: "percent" | "percentage-point" | "index" | "index-point" | "index-same-month-100";
}
