import { formatGap } from "../format/formatGap.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { formatWords } from "../format/formatWords.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Twin, TwinRow } from "./drawing.ts";
import type { LineData } from "./lineData.ts";

/** A series as a table with each figure's state or reason, the row that speaks for each slot, and the slot of each row. */
export function lineTwin(
  data: LineData,
  context: ChartContext,
  /** Slots that have no row of their own, each with the slot whose row speaks for it. */
  hidden: ReadonlyMap<number, number>,
  write: (v: number) => string,
): { twin: Twin; rowOf: number[]; slots: number[] } {
  const { locale } = context;
  const words = formatWords(locale);
  const rows: TwinRow[] = [];
  const rowAt = new Map<number, number>();
  const slots: number[] = [];
  for (const [i, period] of data.periods.entries()) {
    if (hidden.has(i)) continue;
    const value = data.values[i] ?? null;
    const status = data.status?.[i];
    const mark =
      status === "provisional" || status === "estimated" || status === "forecast"
        ? locale === "zh"
          ? `（${words.status[status]}）`
          : ` (${words.status[status].toLowerCase()})`
        : "";
    const cell = value === null ? formatGap(data.reasons?.[i] ?? null, locale) : write(value) + mark;
    rowAt.set(i, rows.length);
    slots.push(i);
    rows.push({ head: formatPeriod(period, locale, data.basis), cells: [cell], period, raw: [value] });
  }
  const twin = { caption: data.name, head: chartWords(locale).period, columns: [data.name], rows };
  return { twin, rowOf: data.periods.map((_, i) => rowAt.get(hidden.get(i) ?? i) ?? -1), slots };
}
