import { formatDate } from "../format/formatDate.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { endName, frame, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface VintageData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly string[];
  /** Days of publication, oldest first. */
  vintages: readonly string[];
  /** [period][vintage]: what was said for the period up to that day; null where nothing was published yet. */
  values: readonly (readonly (number | null)[])[];
}

/** What was said first against what is said now; earlier vintages stand between them, paler the older. */
export function vintageDrawing(data: VintageData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const words = chartWords(locale);
  const measure = measureOf(data.unit, data.decimals, data.values.flat(), locale);
  const known = data.values.map((row) => carry(row));
  const first = data.values.map((row) => row.find((v) => v !== null) ?? null);
  const latest = known.map((row) => row.at(-1) ?? null);
  const between = data.vintages
    .slice(0, -1)
    .map((day, k) => ({ day, values: known.map((row) => row[k] ?? null) }));
  const write = (v: number | null): string => (v === null ? "—" : measure.write(v));
  const twin = {
    caption: data.name,
    head: words.period,
    columns: [words.first, words.latest],
    rows: data.periods.map((period, i) => {
      const raw = [first[i] ?? null, latest[i] ?? null];
      return { head: formatPeriod(period, locale), cells: raw.map(write), period, raw };
    }),
  };
  const scale = niceScale(data.values.flat().map(measure.toAxis));
  const ends = [words.first, words.latest];
  return {
    option: frame(context, {
      grid: plotArea(context, context.compact ? [] : ends, { top: measure.unit.length > 1 ? 30 : 14 }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        {
          name: words.first,
          type: "line",
          data: first.map(measure.toAxis),
          symbol: "emptyCircle",
          symbolSize: 6,
          lineStyle: { width: 1.8, color: palette.series[1], type: [5, 3] },
          itemStyle: { color: palette.series[1] },
          ...endName(words.first, palette.series[1] ?? palette.ink, context),
        },
        {
          name: words.latest,
          type: "line",
          data: latest.map(measure.toAxis),
          symbol: "circle",
          symbolSize: 6,
          z: 5,
          lineStyle: { width: 2.4, color: palette.ink },
          itemStyle: { color: palette.ink },
          markLine: { silent: true, symbol: "none", data: zeroLine(scale, context) },
          ...endName(words.latest, palette.ink, context),
        },
        ...between.map((b, k) => ({
          name: formatDate(b.day, locale),
          type: "line",
          data: b.values.map(measure.toAxis),
          symbol: "none",
          silent: true,
          z: 1,
          lineStyle: { width: 1, color: palette.ink3, opacity: 0.25 + (0.5 * (k + 1)) / between.length },
        })),
      ],
    }),
    twin,
    keys: [
      { name: words.first, color: palette.series[1] ?? palette.ink, dash: [5, 3] },
      { name: words.latest, color: palette.ink, dash: null },
    ],
    points: data.periods.length * (data.vintages.length + 1),
    cursor: (row) => ((latest[row] ?? null) === null ? null : [1, row]),
  };
}

/** A vintage that says nothing of a period leaves the word before it standing. */
function carry(row: readonly (number | null)[]): (number | null)[] {
  let said: number | null = null;
  return row.map((v) => {
    said = v ?? said;
    return said;
  });
}
