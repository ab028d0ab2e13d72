/**
 * A run of consecutive periods: `first` is the slot of its first one (year × period + index from 0), as `slotOf` counts
 * months and quarters.
 */
export interface Span {
  first: number;
  count: number;
  /** Periods in a year: 12 or 4 where the calendar enters, any season's length otherwise. */
  period: number;
}

/** Year and index in the year (from 0) of a slot. */
export function yearAndIndex(slot: number, period: number): { year: number; index: number } {
  const year = Math.floor(slot / period);
  return { year, index: slot - year * period };
}

/** The slot of a year and an index in it, from 0. */
export const slotIn = (year: number, index: number, period: number): number => year * period + index;
