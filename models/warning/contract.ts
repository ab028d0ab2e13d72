import type { Citation } from "../forecast/contract.ts";
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
}

/** What a rule sees beside its series: what other models said that day, and the releases due. */
export interface RuleContext {
  asOf: IsoDate;
  /** Forecasts made on data as of this day; absent where no gated model has one. */
  forecast(indicator: string, region: string): ForecastView | null;
  /** Expected release date by the publication rule of the first period not yet in the base. */
  due(indicator: string, region: string): { period: Period; due: IsoDate } | null;
}

export interface ForecastView {
  model: string;
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
  /** What is wrong when it fires, with {value}, {threshold}, {period}, {count} filled in from the signal. */
  message: Words;
  rationale: Words;
  reference: Citation;
  /** Indicator ids; regions defaults to the nation. */
  needs: readonly string[];
  /** Regions per need; `provinces` asks for all 31. */
  regions: "nation" | "provinces";
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
      /** The indicator and region the alert is about. */
      subject: { indicator: string; region: string };
      period: Period;
      value: number;
      threshold: number | null;
      /** Numbers the message template may use beside value and threshold. */
      details: Readonly<Record<string, number | string>>;
      evidence: readonly Evidence[];
    }
  | { kind: "undecided"; reason: "too-short" | "stale" | "missing-input"; detail: Words };
