import { formatPeriod } from "../format/formatPeriod.ts";
import { formatWords } from "../format/formatWords.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { endName, frame, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface Layer {
  name: string;
  values: readonly (number | null)[];
  /** `main` is what the drawing is about; `quiet` lies behind it; `second` and `third` are told apart by hue and dashes. */
  role: "main" | "quiet" | "second" | "third";
}

export interface LayeredData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly string[];
  layers: readonly Layer[];
  /** Of the figures of the first layer, for the table. */
  status?: readonly string[];
  /** One more column of the table, drawn nowhere. */
  beside?: { name: string; unit: string; decimals: number; values: readonly (number | null)[] };
}

const DASHES = { main: null, quiet: null, second: [6, 3], third: [2, 2.5] } as const;
const WIDTHS = { main: 2.4, quiet: 1.3, second: 1.8, third: 1.8 } as const;

/** Several readings of one series on the same periods and scale: one is meant, the others lie around it. */
export function layeredDrawing(data: LayeredData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const measure = measureOf(
    data.unit,
    data.decimals,
    data.layers.flatMap((l) => l.values),
    locale,
  );
  const hues = {
    main: palette.ink,
    quiet: palette.ink3,
    second: palette.series[1] ?? palette.ink,
    third: palette.series[2] ?? palette.ink,
  };
  const drawn = data.layers.map((l) => l.values.map(measure.toAxis));
  const scale = niceScale(drawn.flat());
  const main = Math.max(
    0,
    data.layers.findIndex((l) => l.role === "main"),
  );
  const twin = layeredTwin(data, context, measure.write);
  return {
    option: frame(context, {
      grid: plotArea(context, context.compact ? [] : data.layers.map((l) => l.name), {
        top: measure.unit.length > 1 ? 30 : 14,
      }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: data.layers.map((l, i) => ({
        name: l.name,
        type: "line",
        data: drawn[i],
        symbol: "none",
        connectNulls: false,
        z: l.role === "main" ? 5 : 3,
        lineStyle: { width: WIDTHS[l.role], color: hues[l.role], type: DASHES[l.role] ?? "solid" },
        itemStyle: { color: hues[l.role] },
        ...(i === main ? { markLine: { silent: true, symbol: "none", data: zeroLine(scale, context) } } : {}),
        ...endName(l.name, hues[l.role], context),
      })),
    }),
    twin,
    keys: data.layers.map((l) => ({
      name: l.name,
      color: hues[l.role],
      dash: DASHES[l.role] ? [...DASHES[l.role]!] : null,
    })),
    points: data.layers.length * data.periods.length,
    cursor: (row) => ((drawn[main]?.[row] ?? null) === null ? null : [main, row]),
  };
}

function layeredTwin(
  data: LayeredData,
  { locale }: ChartContext,
  write: (v: number) => string,
): Drawing["twin"] {
  const { beside } = data;
  const besideMeasure = beside ? measureOf(beside.unit, beside.decimals, beside.values, locale) : null;
  const statuses = formatWords(locale).status as Record<string, string>;
  const marked = (i: number, column: number): string => {
    const status = data.status?.[i];
    if (column > 0 || status !== "estimated") return "";
    return locale === "zh" ? `（${statuses[status]}）` : ` (${statuses[status]?.toLowerCase()})`;
  };
  return {
    caption: data.name,
    head: chartWords(locale).period,
    columns: [...data.layers.map((l) => l.name), ...(beside ? [beside.name] : [])],
    rows: data.periods.map((period, i) => {
      const own = data.layers.map((l) => l.values[i] ?? null);
      const extra = beside ? [beside.values[i] ?? null] : [];
      return {
        head: formatPeriod(period, locale),
        cells: [
          ...own.map((v, k) => (v === null ? "—" : write(v) + marked(i, k))),
          ...extra.map((v) => (v === null || !besideMeasure ? "—" : besideMeasure.write(v))),
        ],
        period,
        raw: [...own, ...extra],
      };
    }),
  };
}
