import { type EpochDay, type IsoDate, isoDate } from "../../models/series/date.ts";
import { FREQUENCIES, type Frequency } from "../../models/series/frequency.ts";
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
 * Rows `from` to `to` (excluded), one per period in order, laid out as `seriesOf` does, without an object per row.
 * The cells between two rows that are not neighbours are asked of `seriesOf`, which knows the reasons.
 */
export function seriesFrom(head: SeriesHead, figures: FigureColumns, from: number, to: number): Series {
  const slotAt = slotsOf(head.frequency);
  const periodAt = periodsOf(head.basis);
  const at = (row: number): Observation => observationAt(head, figures, row);
  const cells = { periods: [], values: [], status: [], reasons: [], vintages: [] } as Cells;
  const first = to > from ? slotAt(figures.end[from]!) : 0;
  for (let row = from, slot = first; row < to; row++, slot++) {
    const own = slotAt(figures.end[row]!);
    if (own < slot)
      return seriesOf(
        head,
        Array.from({ length: to - from }, (_, i) => at(from + i)),
      );
    if (own > slot) addGap(cells, seriesOf(head, [at(row - 1), at(row)]));
    slot = own;
    cells.periods.push(periodAt(spanKey(figures.start[row]!, figures.end[row]!)));
    cells.values.push(numberOf(figures.value[row]!, figures.status[row]!));
    cells.status.push(statusOf(figures.status[row]!));
    cells.reasons.push(reasonOf(figures.reason[row]!));
    cells.vintages.push(dateOf(figures.vintage[row]!));
  }
  return { ...head, firstSlot: first, ...cells };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };
type Cells = Writable<Pick<Series, "periods" | "values" | "status" | "reasons" | "vintages">>;

function addGap(cells: Cells, between: Series): void {
  for (let i = 1; i < between.values.length - 1; i++) {
    cells.periods.push(between.periods[i]!);
    cells.values.push(between.values[i]!);
    cells.status.push(between.status[i]!);
    cells.reasons.push(between.reasons[i]!);
    cells.vintages.push(between.vintages[i]!);
  }
}

/** Few different days and periods stand in very many rows, so what follows from them is made once. */
function remembered<Result>(make: (key: number) => Result): (key: number) => Result {
  const known = new Map<number, Result>();
  return (key) => {
    let result = known.get(key);
    if (result === undefined) {
      if (known.size > REMEMBERED) known.clear();
      result = make(key);
      known.set(key, result);
    }
    return result;
  };
}
const REMEMBERED = 200_000;

/** An epoch day as ISO date. */
export const dateOf: (day: EpochDay) => IsoDate = remembered(isoDate);

const SLOTS = Object.fromEntries(
  FREQUENCIES.map((frequency) => [frequency, remembered((day) => slotOfDay(day, frequency))]),
) as Record<Frequency, (day: EpochDay) => number>;
/** The slot of a period by its last day. */
export const slotsOf = (frequency: Frequency): ((day: EpochDay) => number) => SLOTS[frequency];

/** Date32 begins in 1900 and ends in 2299, so both days of a span fit into one number. */
const SPAN = 200_000;
const OFFSET = 30_000;
const spanKey = (start: EpochDay, end: EpochDay): number => (start + OFFSET) * SPAN + end + OFFSET;
const periodMaker = (basis: Basis) =>
  remembered((key) => periodOfSpan(Math.floor(key / SPAN) - OFFSET, (key % SPAN) - OFFSET, basis));
const PERIODS: Record<Basis, (key: number) => Period> = {
  period: periodMaker("period"),
  "year-to-date": periodMaker("year-to-date"),
};
const periodsOf = (basis: Basis): ((key: number) => Period) => PERIODS[basis];
/** The period from a first to a last day. */
export const periodOf = (start: EpochDay, end: EpochDay, basis: Basis): Period =>
  PERIODS[basis](spanKey(start, end));
