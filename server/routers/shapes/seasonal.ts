import type { DerivedSeriesResult } from "../../../models/analyses/derivedResult.ts";
import type { SeasonalAdjustmentResult } from "../../../models/analyses/seasonalResult.ts";
import type { SeasonalTrialResult } from "../../../models/analyses/seasonalTrial.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { SeasonalPolicy } from "../../../models/seasonal/china/seasonalPolicy.ts";
import type { Band, QualityReading } from "../../../models/seasonal/quality/qualityBands.ts";
import type { Headline, Passport } from "./passport.ts";
import type { Provenance } from "./provenance.ts";

/** What is shown of an indicator beside a result made of it. */
export interface MadeOf extends Passport {
  indicator: string;
  name: Words;
  short: Words;
  unit: string;
  decimals: number;
  source: Words;
  simulated: boolean;
}

export interface QualitySaid {
  measure: QualityReading["measure"];
  value: number;
  band: Band;
  name: Words;
  bandName: Words;
  says: Words;
}

/** A seasonally adjusted series as its card shows it; `adjustment` is null where there is none, and `why` says why. */
export interface SeasonalView extends MadeOf {
  why: Words | null;
  adjustment: {
    result: SeasonalAdjustmentResult;
    title: Headline;
    /** The worst of the readings, in a sentence. */
    verdict: { band: Band; says: Words };
    quality: QualitySaid[];
    /** Against the release before: the last months that both hold, newest first. Percent of the former figure. */
    revisions: { period: string; before: number; after: number; percent: number }[];
    largestRevision: { period: string; percent: number } | null;
    /** What other settings may start from; null for those who may not try. */
    policy: Pick<SeasonalPolicy, "festival" | "method" | "log" | "outliers" | "order" | "workingDays"> | null;
    provenance: Provenance;
  } | null;
}

export interface SeasonalTrialView extends MadeOf {
  trial: SeasonalTrialResult;
  /** Where and by how much the two differ, in a sentence. */
  title: Headline;
  quality: { base: QualitySaid[]; other: QualitySaid[] };
}

/** Single months or quarters out of a running total; `derived` is null where there are none, and `why` says why. */
export interface DerivedView extends MadeOf {
  why: Words | null;
  derived: {
    result: DerivedSeriesResult;
    /** Of amounts, and of growth. */
    title: Headline;
    growthTitle: Headline | null;
    /** What the running total is called. */
    total: Words;
    totalUnit: string;
    totalDecimals: number;
    provenance: Provenance;
  } | null;
}
