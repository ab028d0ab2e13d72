import type { IsoDate } from "../../series/date.ts";

/**
 * How a figure of a single month or quarter was made:
 *   published    by its source, or the year's first running total, which is the month itself
 *   differenced  of two running totals, or from running growth
 *   parted       January and February, published as one, told apart by a model
 *   bridged      of several months together, which nothing tells apart
 */
export const DERIVED_WAYS = ["published", "differenced", "parted", "bridged"] as const;
export type DerivedWay = (typeof DERIVED_WAYS)[number];

/**
 * Why there is none: no running total; within a figure of several months; the running total fell, so one of the two was revised; the
 * year was restated between the two;
 * no running growth; last digits leave the base of the month open.
 */
export const DERIVED_GAPS = [
  "no-total",
  "within",
  "total-fell",
  "restated-within",
  "no-growth",
  "too-rounded",
] as const;
export type DerivedGap = (typeof DERIVED_GAPS)[number];

/** Of the interval around a parted month, percent. */
export const PARTED_LEVEL = 80;

export interface DerivedCell {
  value: number | null;
  /** What rounding of the sources leaves open; of parted months the interval of `PARTED_LEVEL`. null where nothing is open, or it is not known. */
  lower: number | null;
  upper: number | null;
  how: DerivedWay | null;
  /** Months the figure covers. */
  months: number;
  /** Newest day among the figures it is made of. */
  vintage: IsoDate | null;
  reason: DerivedGap | null;
}

export const gapCell = (reason: DerivedGap): DerivedCell => ({
  value: null,
  lower: null,
  upper: null,
  how: null,
  months: 0,
  vintage: null,
  reason,
});

/** The later of days, null where there is none. */
export const newestOf = (...days: readonly (IsoDate | null | undefined)[]): IsoDate | null =>
  days.reduce<IsoDate | null>((a, d) => (d && (a === null || d > a) ? d : a), null);
