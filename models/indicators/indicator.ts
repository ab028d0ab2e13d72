import type { Frequency } from "../series/frequency.ts";
import type { Basis } from "../series/period.ts";

/** A text in both languages of the product; names of indicators are data in both. */
export interface Words {
  zh: string;
  en: string;
}

export const MEASURES = [
  "level",
  "flow",
  "ytd",
  "yoy",
  "ytd-yoy",
  "mom",
  "mom-sa",
  "index",
  "rate",
  "share",
  "diffusion",
  "balance",
] as const;
export type Measure = (typeof MEASURES)[number];

export const SOURCE_CLASSES = [
  "official-statistics",
  "industry-statistics",
  "administrative",
  "internet-and-market",
] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

export const THEMES = [
  "macro",
  "digital",
  "agriculture",
  "regional",
  "factor-markets",
  "population",
  "carbon",
] as const;
export type Theme = (typeof THEMES)[number];

export const SUBJECT_DATABASES = ["macro-governance", "investment-projects", "commodity-prices"] as const;
export type SubjectDatabase = (typeof SUBJECT_DATABASES)[number];

export const GRADES = ["public", "internal", "sensitive", "important"] as const;
export type Grade = (typeof GRADES)[number];

export const SHARING = ["unconditional", "conditional", "none"] as const;
export type Sharing = (typeof SHARING)[number];

/** Which way is good. `two-sided`: both tails are bad (prices); `neutral`: no judgement. */
export const ORIENTATIONS = ["higher-is-better", "lower-is-better", "two-sided", "neutral"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const UNITS = [
  "percent",
  "index",
  "index-same-month-100",
  "hundred-million-yuan",
  "hundred-million-usd",
  "thousand-usd",
  "ten-thousand-kwh",
  "usd-per-barrel",
  "usd-per-tonne",
  "usd-per-kg",
  "usd-per-mmbtu",
  "usd-per-ounce",
  "usd-per-dmtu",
  "persons",
  "per-thousand",
  "years",
  "hours",
  "million-tonnes",
  "tonnes-per-head",
  "terawatt-hours",
  "count",
  "ten-thousand-yuan",
] as const;
export type Unit = (typeof UNITS)[number];

/** When the source publishes a period, in Beijing time: the rule that dates a vintage where no record does. */
export interface UpdateRule {
  text: Words;
  /**
   * Months, quarters, years: `day` counts on the calendar of the month that lies `lagMonths` after the period's
   * last month, 31 being its last day. Weeks and days: `day` counts from the period's last day.
   */
  lagMonths: number;
  day: number;
  time: string;
  /** Published only when something changes: no next release can be foretold. */
  onChange?: true;
}

export interface Indicator {
  /** `concept.transform`, e.g. `cpi.yoy`; also the code people search and cite. */
  id: string;
  name: Words;
  /** Short name for tables and lights. */
  short: Words;
  definition: Words;
  unit: Unit;
  /** Decimals shown; rounding happens only at display. */
  decimals: number;
  frequency: Frequency;
  measure: Measure;
  basis: Basis;
  adjustment: "none" | "seasonal";
  agency: string;
  /** Table or release of the agency it is read from. */
  sourceTable: Words;
  sourceClass: SourceClass;
  licence: string;
  themes: readonly Theme[];
  subject: SubjectDatabase;
  grade: Grade;
  sharing: Sharing;
  update: UpdateRule;
  orientation: Orientation;
  /** Values outside are rejected by the gate: a unit or decimal slip, not an economy. */
  range: readonly [min: number, max: number];
  /**
   * The level this nominal growth rate is the growth of, for the gate's arithmetic and for the indicator page.
   * Absent for real growth and where a change of definition parts the two.
   */
  growthOf?: string;
  /**
   * Percentage points by which the source's growth on comparable coverage may differ from the ratio of its
   * levels before the gate doubts it; absent: rounding only.
   */
  growthTolerance?: number;
  /**
   * Days before the end of a period from which the source may publish it (purchasing managers' survey before
   * the Spring Festival; ratios announced ahead of the day they take effect); absent: none.
   */
  publishedAhead?: number;
  /** The source publishes January and February as one: no figure for January is due. */
  januaryCombined?: true;
  /** The last period of a series that its source has given up. */
  discontinued?: string;
  /** The aggregate this is a part of, for contributions. */
  partOf?: string;
  /** Simulated figures say so wherever they are seen. */
  simulated?: true;
  /** Known breaks and oddities, dated where they have a date. */
  notes?: readonly { from?: string; text: Words }[];
}
