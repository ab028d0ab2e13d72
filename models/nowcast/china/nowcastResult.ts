import type { IsoDate } from "../../series/date.ts";
import type { Period } from "../../series/period.ts";

/** Which part of the economy a member tells of: news bars are stacked by it. */
export const NEWS_GROUPS = [
  "production",
  "investment",
  "consumption",
  "trade",
  "prices",
  "survey",
  "money",
] as const;
export type NewsGroup = (typeof NEWS_GROUPS)[number];

/** A normal density in the unit of the target; intervals of 50, 80 and 95 percent, re-scaled by the past record where it says so. */
export interface ToldDensity {
  mean: number;
  sd: number;
  intervals: readonly { level: number; lower: number; upper: number }[];
}

/** One figure that arrived: impact = weight × (actual − expected), in percentage points of the target. */
export interface NewsItem {
  indicator: string;
  group: NewsGroup;
  period: Period;
  actual: number;
  expected: number;
  surprise: number;
  weight: number;
  impact: number;
}

/** Why the nowcast moved on a day: change = Σ impacts + revisions + parameters, to 1e-9. */
export interface NewsStep {
  day: IsoDate;
  change: number;
  items: readonly NewsItem[];
  /** Of figures published before and changed now. */
  revisions: number;
  /** Of estimating anew; 0 on days without. */
  parameters: number;
}

/** The nowcast of a target as of a day: the first period without a figure. Percent, like its target. */
export interface NowcastResult {
  target: string;
  period: Period;
  specification: string;
  hash: string;
  method: "factor-model" | "bridge" | "autoregression";
  density: ToldDensity;
  /** The period after it; null where the model does not reach it. */
  next: { period: Period; density: ToldDensity } | null;
  /** At the end of each day of release since the period before came out, oldest first. */
  path: readonly { day: IsoDate; density: ToldDensity }[];
  /** One for each step of the path: shorter by one. */
  steps: readonly NewsStep[];
  /** What it reads: last period known and the day it came. */
  members: readonly { indicator: string; group: NewsGroup; last: Period | null; day: IsoDate | null }[];
  /** The newest figure of the target itself. */
  before: { period: Period; value: number; day: IsoDate };
  /** Day on which the publication rule expects the figure; null where no rule says. */
  due: IsoDate | null;
}

/** What was told of a past period at some days before its figure, beside the benchmarks, all on what was known then. */
export interface NowcastStage {
  /** Days before publication. */
  daysBefore: number;
  day: IsoDate;
  density: ToldDensity;
  /** The last figure; the same period a year before; an autoregression with its order by BIC. */
  naive: number;
  seasonalNaive: number | null;
  autoregression: number;
}

export interface PastPeriod {
  period: Period;
  published: IsoDate;
  actual: number;
  stages: readonly NowcastStage[];
  /** Mean at the end of each day of release, for the picture of how it was. */
  path: readonly { day: IsoDate; mean: number }[];
}

/** One year of the record of a target: periods whose figures came out in it. */
export interface NowcastRecordResult {
  target: string;
  year: number;
  periods: readonly PastPeriod[];
  /** Days of figures come from records of release, from publication rules, or both. */
  basis: "vintages" | "publication-rule" | "mixed";
}
