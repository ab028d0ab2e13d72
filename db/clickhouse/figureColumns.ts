import { type EpochDay, type IsoDate, isoDate } from "../../models/series/date.ts";
import {
  GAP_REASONS,
  type GapReason,
  type Observation,
  STATUSES,
  type Status,
  VINTAGE_BASES,
} from "../../models/series/observation.ts";
import { type Basis, type Period, periodOfSpan, slotOfDay } from "../../models/series/period.ts";
import { type Series, type SeriesHead, seriesOf } from "../../models/series/series.ts";
import { NO_REASON } from "./encodeObservations.ts";
import type { Columns } from "./nativeBlocks.ts";

/** Figures of one or many series as columns: the answer to `asOfSql` and its like. */
export interface FigureColumns {
  start: ArrayLike<number>;
  end: ArrayLike<number>;
  vintage: ArrayLike<number>;
  value: ArrayLike<number>;
  status: ArrayLike<number>;
  reason: ArrayLike<number>;
  basis: ArrayLike<number>;
}

export function figureColumns(columns: Columns): FigureColumns {
  return {
    start: columns.numbers("period_start"),
    end: columns.numbers("period_end"),
    vintage: columns.numbers("vintage"),
    value: columns.numbers("value"),
    status: columns.numbers("status"),
    reason: columns.numbers("reason"),
    basis: columns.numbers("vintage_basis"),
  };
}

/** From which row to which (excluded) each series runs in an answer that is grouped by series. */
export function rangesOf(ids: ArrayLike<number>): Map<number, readonly [from: number, to: number]> {
  const ranges = new Map<number, readonly [number, number]>();
  for (let from = 0; from < ids.length; ) {
    let to = from + 1;
    while (to < ids.length && ids[to] === ids[from]) to++;
    ranges.set(ids[from]!, [from, to]);
    from = to;
  }
  return ranges;
}

export const statusOf = (code: number): Status => STATUSES[code] ?? unknownCode("status", code);
export const reasonOf = (code: number): GapReason | null =>
  code === NO_REASON ? null : (GAP_REASONS[code] ?? unknownCode("reason", code));

function unknownCode(what: string, code: number): never {
  throw new RangeError(`the base holds ${what} ${code}, which this version does not know`);
}

/** The number of a figure: null where status is missing, whatever stands in the column. */
export const numberOf = (value: number, status: number): number | null =>
  statusOf(status) === "missing" ? null : value;

/** The row as an observation of the series. */
export function observationAt(head: SeriesHead, figures: FigureColumns, row: number): Observation {
  const status = figures.status[row]!;
  return {
    indicator: head.indicator,
    region: head.region,
    period: periodOf(figures.start[row]!, figures.end[row]!, head.basis),
    value: numberOf(figures.value[row]!, status),
    status: statusOf(status),
    reason: reasonOf(figures.reason[row]!),
    vintage: dateOf(figures.vintage[row]!),
    vintageBasis: VINTAGE_BASES[figures.basis[row]!] ?? unknownCode("vintage basis", figures.basis[row]!),
  };
}

/**
 * Rows `from` to `to` (excluded), one per period in order, laid out as `seriesOf` does. Where each row takes
 * the slot after the one before, the columns are the series; else `seriesOf` names the gaps.
 */
export function seriesFrom(head: SeriesHead, figures: FigureColumns, from: number, to: number): Series {
  const first = to > from ? slotOfEnd(figures.end[from]!, head.frequency) : 0;
  for (let row = from; row < to; row++) {
    if (slotOfEnd(figures.end[row]!, head.frequency) === first + row - from) continue;
    return seriesOf(
      head,
      Array.from({ length: to - from }, (_, i) => observationAt(head, figures, from + i)),
    );
  }
  const each = <T>(cell: (row: number) => T): T[] =>
    Array.from({ length: to - from }, (_, i) => cell(from + i));
  return {
    ...head,
    firstSlot: first,
    periods: each((row) => periodOf(figures.start[row]!, figures.end[row]!, head.basis)),
    values: each((row) => numberOf(figures.value[row]!, figures.status[row]!)),
    status: each((row) => statusOf(figures.status[row]!)),
    reasons: each((row) => reasonOf(figures.reason[row]!)),
    vintages: each((row) => dateOf(figures.vintage[row]!)),
  };
}

/** Few different days and periods stand in very many rows, so their texts are made once. */
function remembered<Result>(make: (key: number, extra: string) => Result) {
  const known = new Map<string, Map<number, Result>>();
  return (key: number, extra: string): Result => {
    const results = known.get(extra) ?? new Map<number, Result>();
    known.set(extra, results);
    let result = results.get(key);
    if (result === undefined) {
      if (results.size > REMEMBERED) results.clear();
      result = make(key, extra);
      results.set(key, result);
    }
    return result;
  };
}
const REMEMBERED = 200_000;

const dates = remembered((day) => isoDate(day));
/** An epoch day as ISO date. */
export const dateOf = (day: EpochDay): IsoDate => dates(day, "");

const slots = remembered((day, frequency) => slotOfDay(day, frequency as SeriesHead["frequency"]));
const slotOfEnd = (day: EpochDay, frequency: SeriesHead["frequency"]): number => slots(day, frequency);

/** Days before 1900 do not occur (Date32 begins there), so a span fits into one number. */
const SPAN = 200_000;
const OFFSET = 30_000;
const periods = remembered((key, basis) =>
  periodOfSpan(Math.floor(key / SPAN) - OFFSET, (key % SPAN) - OFFSET, basis as Basis),
);
/** The period from a first to a last day. */
export const periodOf = (start: EpochDay, end: EpochDay, basis: Basis): Period =>
  periods((start + OFFSET) * SPAN + end + OFFSET, basis);
