import type { Words } from "../../../models/indicators/indicator.ts";
import type { EventAnalysis } from "../../../models/warning/china/eventAnalysis.ts";
import type { RiskAnalysis } from "../../../models/warning/china/riskAnalysis.ts";
import type {
  BandPath,
  CandidateRecord,
  Episode,
  HeatResult,
  ProbabilityModel,
  RiskResult,
} from "../../../models/warning/china/riskResult.ts";
import type { Figure, Headline, Light, Passport } from "./passport.ts";
import type { Provenance } from "./provenance.ts";

/** One month of one row of the heat map. */
export interface HeatCell {
  /** Score in robust standard deviations; above 0 hot. */
  score: number | null;
  light: Light | null;
}

export interface HeatMember {
  indicator: string;
  name: Words;
  short: Words;
  cells: HeatCell[];
  /** The newest figure behind the newest score. */
  latest: Figure;
}

export interface HeatDomain {
  id: string;
  title: Words;
  cells: HeatCell[];
  /** Newest month with a score, and its score. */
  latest: { period: string; score: number; light: Light } | null;
  members: HeatMember[];
}

/** Heat of the domains month by month; `map` is null where the day knew too little, then `why` says why. */
export interface RiskHeatView extends Passport {
  map: {
    title: Headline;
    months: HeatResult["months"];
    /** Scores at which the light changes. */
    bounds: [number, number, number, number];
    domains: HeatDomain[];
    provenance: Provenance;
  } | null;
  why: Words | null;
}

/** A probability in percent with its band, and the month it was told of. */
export interface ToldProbability {
  month: string;
  value: number;
  lower: number | null;
  upper: number | null;
  /** Level of the band in percent. */
  level: number;
  /** Change against the month before, in percentage points. */
  change: number | null;
}

/** What every place says of an event. */
export interface RiskEvent {
  id: string;
  title: Words;
  definition: Words;
  /** Months ahead that the probability speaks about. */
  window: number;
  reference: Figure;
  /** Is the event on; null where too little is known. `since` is its first month, `months` how many there are. */
  state: { on: boolean | null; month: string | null; since: string | null; months: number };
  /** Probability that it begins within the window; null while it is on, and where nothing could be estimated. */
  probability: ToldProbability | null;
  /** What a model says of the event is kept from this reader, since the past record does not support it. */
  withheld: boolean;
  /** Whether the past record supports the probability: where not, it is for research only. */
  proven: boolean;
  /** What the past record says, in a sentence. */
  verdict: Words;
  /** The last years of the probability, for a small line. */
  spark: { periods: string[]; values: (number | null)[] };
}

/** An event in the overview; `event` is null where the day knew too little, then `why` says why. */
export interface RiskEventCard {
  id: string;
  title: Words;
  definition: Words;
  event: RiskEvent | null;
  why: Words | null;
}

export interface RiskOverview extends Passport {
  headline: Headline;
  composite: {
    title: Headline;
    partsTitle: Headline;
    months: RiskResult["months"];
    path: BandPath;
    contributions: RiskResult["contributions"];
    cutoff: number | null;
    /** The level in force by month, as judged on the months before. */
    cutoffs: (number | null)[];
    /** Did one of the events counted begin within the window? null where open. */
    outcomes: (boolean | null)[];
    latest: ToldProbability | null;
    /** Whether the composite's own past record supports it: where not, it is for research only. */
    proven: boolean;
    record: RiskAnalysis["record"];
    /** What that record says, in a sentence. */
    verdict: Words;
    provenance: Provenance;
  } | null;
  /** Why there is no composite. */
  why: Words | null;
  events: RiskEventCard[];
}

export interface RiskCandidate extends CandidateRecord {
  name: Words;
  short: Words;
  /** What is taken of the indicator. */
  measured: Words;
  /** Unit and decimals of value, threshold and distance. */
  unit: string;
  decimals: number;
  source: Words;
  vintage: string | null;
}

export interface RiskEventView extends Passport, RiskEvent {
  headline: Headline;
  months: string[];
  states: (boolean | null)[];
  joined: BandPath;
  /** Share of calm months that were followed by an event, as known by month: what somebody who knows nothing says. */
  cutoffs: (number | null)[];
  /** Of the joined probability. */
  record: EventAnalysis["record"];
  models: readonly ProbabilityModel[];
  candidates: RiskCandidate[];
  candidatesTitle: Headline;
  modelsTitle: Headline;
  /** Percentage points of the newest probability by what brings them; they add up to it. */
  contributions: { id: string; name: Words; points: number }[];
  episodes: readonly Episode[];
  episodesTitle: Headline;
  provenance: Provenance;
}
