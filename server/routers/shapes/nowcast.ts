import type { Words } from "../../../models/indicators/indicator.ts";
import type { NewsGroup, NewsStep, ToldDensity } from "../../../models/nowcast/china/nowcastResult.ts";
import type { Sample, StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { FanView } from "./forecast.ts";
import type { Headline, Passport } from "./passport.ts";
import type { Provenance } from "./provenance.ts";

export type NowcastTarget = "gdp.yoy" | "cpi.yoy" | "ppi.yoy";

/** What a move of a nowcast is made of: news by part of the economy, figures changed, parameters estimated anew. */
export type MovePart = NewsGroup | "revisions" | "parameters";

/** Probability, in percent, of a figure on one side of a line that matters. */
export interface NowcastChance {
  kind: "goal" | "zero" | "previous";
  /** In the unit of the target. */
  line: number;
  side: "above" | "below";
  label: Words;
  probability: number;
  /** Of the goal: until the year's own is read to the Congress, that of the year before. null for other lines. */
  goalYear: number | null;
}

/** Growth of the year so far as the nowcast implies it, and what the rest of the year needs for the goal. */
export interface ImpliedYear {
  year: number;
  /** Periods of the year counted, and of how many. */
  counted: number;
  of: number;
  /** Percent, over the periods counted. */
  growth: number;
  goal: number | null;
  /** Mean of the periods not counted with which the year meets the goal; null where the year is full or has no goal. */
  needed: number | null;
}

/** How far the record of the past has been made: years of as many. */
export interface RecordProgress {
  kept: number;
  of: number;
}

/** A step of the path with what its parts add up to. */
export interface NowcastStep extends NewsStep {
  title: Headline;
  parts: { part: MovePart; impact: number }[];
}

/** Name and writing of an indicator that a table names. */
export interface NamedIndicator {
  name: Words;
  short: Words;
  unit: string;
  decimals: number;
  source: Words;
}

export interface NowcastShown {
  period: string;
  /** The day of the newest figure behind it. */
  day: IsoDate;
  specification: string;
  hash: string;
  method: Words;
  density: ToldDensity;
  /** The period after it, with the record at its distance: null where that is not known; a leader is given none without one that passed. */
  next: { period: string; density: ToldDensity; record: StageSummary | null } | null;
  before: { period: string; value: number; day: IsoDate };
  due: IsoDate | null;
  chances: NowcastChance[];
  year: ImpliedYear | null;
  pathTitle: Headline;
  path: readonly { day: IsoDate; density: ToldDensity }[];
  steps: NowcastStep[];
  members: readonly { indicator: string; group: NewsGroup; last: string | null; day: IsoDate | null }[];
  provenance: Provenance;
}

export interface NowcastView extends Passport {
  target: NowcastTarget;
  name: Words;
  unit: string;
  decimals: number;
  source: Words;
  headline: Headline;
  /** null where it may not be shown or cannot be told: `why` says which. */
  shown: NowcastShown | null;
  /** Why none is shown; or, beside one shown, that its record does not recommend it. */
  why: Words | null;
  /** At the distance to publication at which it stands now; null while no record is there. */
  record: StageSummary | null;
  /** The same without 2020 and 2021, whose swings outweigh all others; null where nothing is left. */
  quietRecord: StageSummary | null;
  progress: RecordProgress;
  parts: Record<MovePart, Words>;
  indicators: Record<string, NamedIndicator>;
}

export interface PastNowcastView {
  period: string;
  published: IsoDate;
  actual: number;
  stages: {
    daysBefore: number;
    day: IsoDate;
    mean: number;
    lower80: number;
    upper80: number;
    naive: number;
    autoregression: number;
  }[];
  path: readonly { day: IsoDate; mean: number }[];
}

export interface NowcastRecordView extends Passport {
  target: NowcastTarget;
  name: Words;
  unit: string;
  decimals: number;
  source: Words;
  title: Headline;
  progress: RecordProgress;
  /** A year that could not be worked out, and what its run said; the others are shown. */
  failure: { subject: string; message: string } | null;
  /** How days of figures are known; null while nothing is kept. */
  basis: "vintages" | "publication-rule" | "mixed" | null;
  /** Oldest first. */
  periods: PastNowcastView[];
  /** By sample, then by distance to publication, farthest first; a leader is given the stages that passed. */
  samples: { id: Sample; stages: StageSummary[] }[];
  /** Stages left out for this reader. */
  withheld: number;
  provenance: Provenance[];
}

export interface FansView extends Passport {
  fans: (FanView & { title: Headline })[];
}
