import type { SeriesHead } from "../../models/series/series.ts";
import type { LatestFigure } from "../stores/contract.ts";
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
  series: readonly { head: SeriesHead; id: number | null }[],
  answer: Columns | null,
): (LatestFigure | null)[] {
  if (answer === null) return series.map(() => null);
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
  return series.map(({ head, id }) => {
    const row = id === null ? undefined : rowOf.get(id);
    if (row === undefined) return null;
    return figure(head, column, row, {
      end: column.previousEnd[row]!,
      value: column.previousValue[row]!,
      status: column.previousStatus[row]!,
    });
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
  const previous =
    before < from
      ? null
      : { end: columns.end[before]!, value: columns.value[before]!, status: columns.status[before]! };
  return figure(head, columns, to - 1, previous);
}

function figure(
  head: SeriesHead,
  column: Pick<FigureColumns, "start" | "end" | "vintage" | "value" | "status" | "reason">,
  row: number,
  previous: { end: number; value: number; status: number } | null,
): LatestFigure {
  const end = column.end[row]!;
  const slotAt = slotsOf(head.frequency);
  const adjacent = previous !== null && slotAt(previous.end) === slotAt(end) - 1;
  return {
    indicator: head.indicator,
    region: head.region,
    period: periodOf(column.start[row]!, end, head.basis),
    value: numberOf(column.value[row]!, column.status[row]!),
    status: statusOf(column.status[row]!),
    reason: reasonOf(column.reason[row]!),
    vintage: dateOf(column.vintage[row]!),
    previous: adjacent ? numberOf(previous.value, previous.status) : null,
  };
}
