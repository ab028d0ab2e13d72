import type { SeriesHead } from "../../models/series/series.ts";
import type { LatestFigure, SeriesKey } from "../stores/contract.ts";
import {
  dateOf,
  type FigureColumns,
  numberOf,
  periodOf,
  reasonOf,
  slotsOf,
  statusOf,
} from "./figureColumns.ts";
import type { Columns } from "./nativeBlocks.ts";

/** The newest figure of each series from rows of `latest`, in the order asked; null where there is none. */
export function latestFromTable(
  asked: readonly { key: SeriesKey; layout: Layout; id: number | null }[],
  answer: Columns | null,
): (LatestFigure | null)[] {
  if (answer === null) return asked.map(() => null);
  const ids = answer.numbers("series_id");
  const rowOf = new Map<number, number>();
  for (let row = 0; row < ids.length; row++) rowOf.set(ids[row]!, row);
  const column = {
    start: answer.numbers("period_start"),
    end: answer.numbers("period_end"),
    vintage: answer.numbers("vintage"),
    value: answer.numbers("value"),
    status: answer.numbers("status"),
    reason: answer.numbers("reason"),
    previousEnd: answer.numbers("previous_end"),
    previousValue: answer.numbers("previous_value"),
    previousStatus: answer.numbers("previous_status"),
  };
  return asked.map(({ key, layout, id }) => {
    const row = id === null ? undefined : rowOf.get(id);
    if (row === undefined) return null;
    const { previousEnd, previousValue, previousStatus } = column;
    return figure(key, layout, column, row, previousEnd[row]!, previousValue[row]!, previousStatus[row]!);
  });
}

/** The same from the last two periods of one series, rows `from` to `to` (excluded). */
export function latestFromRows(
  head: SeriesHead,
  columns: FigureColumns,
  from: number,
  to: number,
): LatestFigure | null {
  if (to === from) return null;
  const before = to - 2;
  if (before < from) return figure(head, head, columns, to - 1, NONE, 0, 0);
  const { end, value, status } = columns;
  return figure(head, head, columns, to - 1, end[before]!, value[before]!, status[before]!);
}

/** How the periods of a series lie: what figures alone do not say. */
type Layout = Pick<SeriesHead, "frequency" | "basis">;
/** A day no period ends on: there is no period before. */
const NONE = Number.NEGATIVE_INFINITY;

function figure(
  key: SeriesKey,
  { frequency, basis }: Layout,
  column: Pick<FigureColumns, "start" | "end" | "vintage" | "value" | "status" | "reason">,
  row: number,
  previousEnd: number,
  previousValue: number,
  previousStatus: number,
): LatestFigure {
  const end = column.end[row]!;
  const slotAt = slotsOf(frequency);
  const adjacent = previousEnd !== NONE && slotAt(previousEnd) === slotAt(end) - 1;
  return {
    indicator: key.indicator,
    region: key.region,
    period: periodOf(column.start[row]!, end, basis),
    value: numberOf(column.value[row]!, column.status[row]!),
    status: statusOf(column.status[row]!),
    reason: reasonOf(column.reason[row]!),
    vintage: dateOf(column.vintage[row]!),
    previous: adjacent ? numberOf(previousValue, previousStatus) : null,
  };
}
