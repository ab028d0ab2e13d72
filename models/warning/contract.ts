import type { Citation } from "../forecast/contract.ts";
import type { LostEdge } from "../forecast/lostEdge.ts";
import type { ErrorRecordThen } from "../forecast/recordOf.ts";
import type { Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";
import type { Period } from "../series/period.ts";
import type { Series } from "../series/series.ts";

/** none: all well. watch < warning < critical. */
export const SEVERITIES = ["none", "watch", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Which way the economy leans when the rule speaks: sets the light's colour. Data-quality rules lean nowhere. */
export type Direction = "hot" | "cold" | "none";

export type RuleKind =
  | "level"
  | "persistence"
  | "target"
  | "light"
  | "probability"
  | "region-gap"
  | "release"
  | "quality";

export interface Evidence {
  /** What was compared, e.g. “当月值 ≤ 0”. */
  condition: Words;
  value: number | null;
  threshold: number | null;
  unit: string;
  met: boolean;
  period: Period | null;
  /** Where the number comes from; absent where it is the subject's own figure or no number at all. */
  from?: EvidenceSource;
}

/** Whose number it is: a published series, a forecast model or a standing analysis. */
export interface EvidenceSource {
  kind: "indicator" | "model" | "analysis";
  id: string;
  /** A published figure's vintage; of what is computed, the day whose knowledge it was computed from. */
  vintage: IsoDate | null;
}

/** The indicator and region an alert is about. */
export interface Subject {
  indicator: string;
  region: string;
}

/** What a rule sees beside its series: what other models said that day, and the releases due. */
export interface RuleContext {
  asOf: IsoDate;
  /** Which of the rule's subjects is being judged. */
  subject: Subject;
  /** Forecasts made on data as of this day; absent where no gated model has one. */
  forecast(indicator: string, region: string): ForecastView | null;
  /** The model relied on for a series that was demoted on `from` or later; null where none was, or it has come back. */
  lostEdge(indicator: string, region: string, from: IsoDate): LostEdge | null;
  /** Expected release date by the publication rule of the first period not yet in the base. */
  due(indicator: string, region: string): { period: Period; due: IsoDate } | null;
  /** Every change of a published figure known on this day, oldest first. */
  revisions(indicator: string, region: string): readonly Revision[];
  /** The path of a preset's index, or of one member's light, under the bounds then in force. */
  light(preset: string, member: string | "index"): LightPath | null;
  /** What a standing analysis said of a subject on data as of this day (`models/analyses`); null where none is kept of that day. */
  analysis?(id: string, subject: string): unknown;
}

/** A figure that its source published again with another number. */
export interface Revision {
  period: Period;
  before: number;
  after: number;
  /** The day of the new figure. */
  vintage: IsoDate;
}

/** Lights 1 (blue) to 5 (red) by month, aligned; `carried` marks a month without a figure that shows the last light. */
export interface LightPath {
  periods: readonly Period[];
  lights: readonly (1 | 2 | 3 | 4 | 5 | null)[];
  values: readonly (number | null)[];
  carried: readonly boolean[];
  /** The four bounds in force for the newest cell. */
  bounds: readonly [number, number, number, number];
}

export interface ForecastView {
  model: string;
  /** The day on whose data it was made. */
  asOf: IsoDate;
  /** What the model was worth at the horizon asked for, by the figures known on the day judged. */
  record: ErrorRecordThen;
  periods: readonly Period[];
  mean: readonly number[];
  /** Standard deviation of the predictive distribution at each horizon. */
  sd: readonly number[];
}

/**
 * A warning rule names the series it needs, is handed exactly those, and answers with a decision and
 * its evidence, or with why it cannot decide.
 */
export interface WarningRule<Options extends object = object> {
  id: string;
  version: string;
  kind: RuleKind;
  title: Words;
  /**
   * What is wrong when it fires: a template that `messageOf` fills from the signal. A rule that speaks of both
   * sides has a sentence for each. {value} {threshold} {period} {name} {region} and the signal's details.
   */
  message: Words | Readonly<Record<"hot" | "cold", Words>>;
  rationale: Words;
  reference: Citation;
  /** Indicator ids read for every subject. */
  needs: readonly string[];
  /** Where the needs are read: for the nation, or for each of the regions named. */
  regions: "nation" | readonly string[];
  /** What the rule judges, each by a call of its own and each with an alert of its own. */
  subjects: readonly Subject[];
  defaults: Options;
  evaluate(inputs: RuleInputs, options: Options, context: RuleContext): Signal;
}

/** Series by `indicator` (nation) or `indicator@region`. */
export type RuleInputs = Readonly<Record<string, Series>>;

export type Signal =
  | {
      kind: "decided";
      severity: Severity;
      direction: Direction;
      subject: Subject;
      period: Period;
      value: number;
      threshold: number | null;
      /** Numbers the message template may use beside value and threshold. */
      details: Readonly<Record<string, number | string>>;
      evidence: readonly Evidence[];
    }
  | { kind: "undecided"; reason: "too-short" | "stale" | "missing-input"; detail: Words };
