import type { Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";
import type { Period } from "../series/period.ts";
import type { DerivedGap, DerivedWay } from "../yearToDate/china/derivedCell.ts";

/** Figures of single months or quarters; columns on the periods of the result. None of them replaces what a source published. */
export interface DerivedColumns {
  unit: string;
  values: readonly (number | null)[];
  /** What rounding leaves open; 80 % of parted months; null where nothing is open. */
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  how: readonly (DerivedWay | null)[];
  /** Months each figure covers: more than the period's where it is bridged. */
  months: readonly number[];
  vintages: readonly (IsoDate | null)[];
  reasons: readonly (DerivedGap | null)[];
}

/** What follows from a running total for single months or quarters, as of a day. */
export interface DerivedSeriesResult {
  /** The running total. */
  indicator: string;
  growthIndicator: string | null;
  day: IsoDate;
  frequency: "M" | "Q";
  periods: readonly Period[];
  amounts: DerivedColumns;
  /** On a year earlier, percent. null where it is not derived. */
  growth: DerivedColumns | null;
  /** How it was done, a sentence each. */
  method: readonly Words[];
  refused: readonly { what: Words; why: Words }[];
  /** Where published totals and published growth disagree: the base was restated. Growth in percent. */
  restated: readonly { period: Period; published: number; byLevels: number }[];
}
