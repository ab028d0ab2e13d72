import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { bandBetween } from "./bandBetween.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { frame, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { namedLine } from "./namedLine.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface BacktestData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly string[];
  actual: readonly (number | null)[];
  predicted: readonly (number | null)[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  /** Coverage the band claims, percent. */
  level: number;
}

/** What the model said one step ahead at each origin, with its band, against what came. Figures outside the band get a ring. */
export function backtestDrawing(data: BacktestData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const words = chartWords(locale);
  const all = [...data.actual, ...data.predicted, ...data.lower, ...data.upper];
  const measure = measureOf(data.unit, data.decimals, all, locale);
  const write = (v: number | null | undefined): string =>
    v === null || v === undefined ? "—" : measure.write(v);
  const band = words.interval(data.level);
  const columns = [words.actual, words.predicted, band];
  const bounds = data.periods.map((_, i): readonly [number, number] | null => {
    const low = data.lower[i] ?? null;
    const high = data.upper[i] ?? null;
    return low === null || high === null ? null : [low, high];
  });
  const twin = {
    caption: data.name,
    head: words.period,
    columns,
    rows: data.periods.map((period, i) => {
      const b = bounds[i];
      return {
        head: formatPeriod(period, locale),
        cells: [
          write(data.actual[i]),
          write(data.predicted[i]),
          b ? `${measure.writeNumber(b[0])} – ${measure.writeNumber(b[1])}` : "—",
        ],
        period,
        raw: [data.actual[i] ?? null, data.predicted[i] ?? null, b ?? null],
      };
    }),
  };
  const scale = niceScale(all.map(measure.toAxis));
  const axis = (v: number | null | undefined): number | null => measure.toAxis(v ?? null);
  const outside = data.periods.flatMap((_, i) => {
    const actual = data.actual[i] ?? null;
    const b = bounds[i];
    return actual !== null && b && (actual < b[0] || actual > b[1]) ? [{ coord: [i, axis(actual)] }] : [];
  });
  return {
    option: frame(context, {
      grid: plotArea(context, context.compact ? [] : [words.actual, words.predicted], {
        top: measure.unit.length > 1 ? 30 : 14,
      }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        ...bandBetween(
          bounds.map((b) => axis(b?.[0])),
          bounds.map((b) => axis(b?.[1])),
          { name: band, areaStyle: { color: palette.accent, opacity: 0.18 } },
        ),
        namedLine(
          words.predicted,
          data.predicted.map(axis),
          { z: 4, width: 2, color: palette.accent, dash: [5, 4] },
          context,
        ),
        {
          ...namedLine(
            words.actual,
            data.actual.map(axis),
            { z: 5, width: 2.4, color: palette.ink },
            context,
          ),
          markLine: { silent: true, symbol: "none", data: zeroLine(scale, context) },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: data.periods.length > 60 ? 5 : 8,
            itemStyle: {
              color: palette.surface,
              borderColor: palette.ink,
              borderWidth: data.periods.length > 60 ? 1.2 : 2,
            },
            label: { show: false },
            data: outside,
          },
        },
      ],
    }),
    twin,
    keys: [
      { name: words.actual, color: palette.ink, dash: null },
      { name: words.predicted, color: palette.accent, dash: [5, 4] },
    ],
    points: data.periods.length * 4,
    cursor: (row) =>
      (data.actual[row] ?? null) !== null
        ? [3, row]
        : (data.predicted[row] ?? null) !== null
          ? [2, row]
          : null,
  };
}
