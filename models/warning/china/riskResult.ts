import type { Words } from "../../indicators/indicator.ts";
import type { IsoDate } from "../../series/date.ts";
import type { Period } from "../../series/period.ts";

/** The heat of the domains month by month, each month as the figures up to it say (null: too little known). */
export interface HeatResult {
  day: IsoDate;
  months: readonly Period[];
  domains: readonly {
    id: string;
    title: Words;
    /** Robust score, oriented so that above 0 is hot and below 0 cold; a month without news carries none. */
    heat: readonly (number | null)[];
    members: readonly {
      indicator: string;
      /** Score by month, aligned with `months`. */
      scores: readonly (number | null)[];
      last: Period | null;
      value: number | null;
    }[];
  }[];
}

/** A value and its band (bootstrap or delta method; `level` percent) by month. */
export interface BandPath {
  level: number;
  value: readonly (number | null)[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
}

/** What one monthly candidate was worth before the events, thresholds drawn from its own history as it was then. */
export interface CandidateRecord {
  indicator: string;
  tail: "upper" | "lower";
  /** Tail share in force at the end, chosen on the months before (expanding window); null where none could be judged. */
  q: number | null;
  threshold: number | null;
  /** Newest figure, its period, and how far it is from the threshold: in its unit and in its own standard deviations; above 0 not reached. */
  value: number | null;
  period: Period | null;
  distance: number | null;
  distanceInSd: number | null;
  signalling: boolean | null;
  auroc: number | null;
  aurocLower: number | null;
  aurocUpper: number | null;
  noiseToSignal: number | null;
  caught: number;
  onsets: number;
  /** Mean months from the first signal to the event. */
  lead: number | null;
  falseAlarmsPerYear: number | null;
  permutationP: number | null;
}

/** A model's probability that the event begins within the window, month by month, told on what was known then where said so. */
export interface ProbabilityModel {
  id: "klr" | "probit" | "markov";
  title: Words;
  path: BandPath;
  auroc: number | null;
  brier: number | null;
  /** Share of onsets that had a probability above the cut-off within the window, months of lead, false alarms a year. */
  caught: number;
  onsets: number;
  lead: number | null;
  falseAlarmsPerYear: number | null;
  permutationP: number | null;
  /** Above it the model counts as signalling. */
  cutoff: number;
  /** real-time: each month estimated from the months before; in-sample: as estimated today. */
  basis: "real-time" | "in-sample";
  /** Sentences about what was estimated (coefficients, regimes), for the card. */
  estimates: readonly { name: Words; value: number; standardError: number | null }[];
}

/** A past month that looks like today. */
export interface Episode {
  period: Period;
  /** 1 is the same, 0 as far as two months can be. */
  similarity: number;
  /** The reference twelve months after less then, in its unit; null where that is not yet known. */
  afterwards: number | null;
  /** Whether the event began within the window after it; null where open. */
  event: boolean | null;
}

/** One event: its months, its candidates, its probability by three models, joined by those that have an edge. */
export interface EventResult {
  day: IsoDate;
  id: string;
  title: Words;
  definition: Words;
  reference: string;
  /** Months ahead that a signal speaks about. */
  window: number;
  months: readonly Period[];
  /** Is the event on? null where too little is known. */
  states: readonly (boolean | null)[];
  candidates: readonly CandidateRecord[];
  models: readonly ProbabilityModel[];
  /** The models joined: probability by month with its band. */
  joined: BandPath;
  /** Points of today's joined probability by what brings them; they add up to it. */
  contributions: readonly { id: string; points: number }[];
  /** Whether anything here has an edge over knowing nothing (joined AUROC above one half with permutation p ≤ 0.1). */
  proven: boolean;
  episodes: readonly Episode[];
}

/** The events together: composite risk by month with its band, and what brings it. */
export interface RiskResult {
  day: IsoDate;
  months: readonly Period[];
  /** Probability in percent that at least one of the events that are not on begins within its window. */
  composite: BandPath;
  /**
   * Points of the composite by event, aligned with `months`; they add up to it. `proven`: did the event's own probability stand on a
   * record then? Where not, the part says what the composite is made of and nothing of the event.
   */
  contributions: readonly {
    event: string;
    title: Words;
    points: readonly (number | null)[];
    proven: readonly boolean[];
  }[];
  /** Composite level above which the past was followed by an event more often than not; null where no such level. */
  cutoff: number | null;
}
