import { addDays, type IsoDate } from "../../series/date.ts";
import type { StoredObservation } from "../../series/observation.ts";
import { type Period, periodOfSlot, slotOf, spanOf } from "../../series/period.ts";

/** Figures of one monthly series up to a month, as they were known on a day. */
export interface KnownFigures {
  /** Slot of the first cell. */
  firstSlot: number;
  /** By slot, NaN for a gap; January and February published as one stand in February's. */
  values: Float64Array;
  /** 1 where the cell holds January and February together. */
  combined: Uint8Array;
}

/** The day from which on a month is taken as told: the end of the month after it, when most of its figures are out. */
export const toldOn = (slot: number): string => `${periodOfSlot(slot + 1, "M")}-31`;

/** The newest month that a day has told to the end: the one before its own on the last day of a month, else the one before that. */
export function monthToldBy(day: IsoDate): Period {
  const slot = slotOf(day.slice(0, 7), "M");
  const ends = addDays(day, 1).slice(0, 7) !== day.slice(0, 7);
  return periodOfSlot(slot - (ends ? 1 : 2), "M");
}

/**
 * What was known of a series month by month: for each of `count` months from `firstSlot` the figures of periods up to it, as
 * they stood at the end of the month after it. Later vintages do not enter, so that a month once told stays as it is.
 * `read` must not keep the arrays it is handed.
 */
export function knownMonths<Result>(
  history: readonly StoredObservation[],
  firstSlot: number,
  count: number,
  read: (known: KnownFigures) => Result,
): Result[] {
  const spoken = history
    .map((o) => ({ ...cellOf(o.period), o }))
    .sort((a, b) => (a.o.vintage + a.o.loadedAt < b.o.vintage + b.o.loadedAt ? -1 : 1));
  const origin = spoken.reduce((least, { slot }) => Math.min(least, slot), firstSlot);
  const length = firstSlot + count - origin;
  const values = new Float64Array(length).fill(Number.NaN);
  const combined = new Uint8Array(length);
  let next = 0;
  return Array.from({ length: count }, (_, t) => {
    const day = toldOn(firstSlot + t);
    for (; next < spoken.length && spoken[next]!.o.vintage <= day; next++) {
      const { slot, months, o } = spoken[next]!;
      const i = slot - origin;
      // A month published by itself stands before one of two months together.
      const stands = i < length && !Number.isNaN(values[i]!) && combined[i] === 0 && months === 2;
      if (i >= length || stands) continue;
      values[i] = o.value ?? Number.NaN;
      combined[i] = months === 2 ? 1 : 0;
    }
    const to = firstSlot + t - origin + 1;
    return read({ firstSlot: origin, values: values.subarray(0, to), combined: combined.subarray(0, to) });
  });
}

const cellOf = (period: Period): { slot: number; months: number } => ({
  slot: slotOf(period, "M"),
  months: spanOf(period).months ?? 1,
});
