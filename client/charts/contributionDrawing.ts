import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { frame, labelSize, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface ContributionData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly string[];
  parts: readonly { name: string; values: readonly (number | null)[] }[];
  /** The total as published, as a line over the bars. */
  total: { name: string; values: readonly (number | null)[] } | null;
  /** Names in a key above instead of beside the last bar: where that bar is too low to carry them. */
  keyed?: boolean;
}

/** Up to here every month of the total has its dot; more would be a chain of pearls. */
const MOST_DOTS = 48;

/** A figure with a gap on both sides has no line to lie on. */
const alone = (values: readonly (number | null)[], i: number): boolean =>
  (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;

/** Who carried the growth: parts stacked by sign, the published total as a line, each part named beside its last bar. */
export function contributionDrawing(data: ContributionData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const all = [...data.parts.flatMap((p) => p.values), ...(data.total?.values ?? [])];
  const measure = measureOf(data.unit, data.decimals, all, locale);
  const color = (i: number): string => palette.series[(i + 1) % palette.series.length] ?? palette.ink;
  const columns = [...data.parts.map((p) => p.name), ...(data.total ? [data.total.name] : [])];
  const value = (v: number | null | undefined): string =>
    v === null || v === undefined ? "—" : measure.writeNumber(v, true);
  const twin = {
    caption: data.name,
    head: chartWords(locale).period,
    columns,
    rows: data.periods.map((period, i) => {
      const raw = [...data.parts, ...(data.total ? [data.total] : [])].map((p) => p.values[i] ?? null);
      return { head: formatPeriod(period, locale), cells: raw.map(value), period, raw };
    }),
  };
  const stacks = data.periods.flatMap((_, i) => {
    const parts = data.parts.map((p) => measure.toAxis(p.values[i] ?? null) ?? 0);
    const sum = (sign: number): number => parts.filter((v) => v * sign > 0).reduce((a, b) => a + b, 0);
    return [sum(1), sum(-1), measure.toAxis(data.total?.values[i] ?? null)];
  });
  const scale = niceScale(stacks, 5, true);
  const last = data.periods.length - 1;
  const few = data.periods.length <= MOST_DOTS;
  return {
    option: frame(context, {
      grid: plotArea(context, context.compact || data.keyed ? [] : columns, {
        top: measure.unit.length > 1 ? 30 : 14,
      }),
      tooltip: { ...twinTooltip(twin, context), axisPointer: { type: "shadow" } },
      xAxis: periodAxis(data.periods, context, true),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        ...data.parts.map((p, i) => ({
          name: p.name,
          type: "bar",
          stack: "parts",
          stackStrategy: "samesign",
          barWidth: "62%",
          itemStyle: { color: color(i) },
          data: p.values.map((v, k) => ({
            value: measure.toAxis(v),
            ...(k === last && !context.compact && !data.keyed
              ? {
                  label: {
                    show: true,
                    position: "right",
                    distance: 10,
                    formatter: p.name,
                    color: color(i),
                    fontWeight: 700,
                    fontSize: labelSize(context),
                  },
                }
              : {}),
          })),
          labelLayout: { moveOverlap: "shiftY" },
          ...(i === 0 ? { markLine: { silent: true, symbol: "none", data: zeroLine(scale, context) } } : {}),
        })),
        ...(data.total
          ? [
              {
                name: data.total.name,
                type: "line",
                data: data.total.values.map((v, i, all) => ({
                  value: measure.toAxis(v),
                  symbol: few || alone(all, i) ? "circle" : "none",
                })),
                showAllSymbol: true,
                symbolSize: 6,
                z: 5,
                itemStyle: { color: palette.ink, borderColor: palette.surface, borderWidth: 1 },
                lineStyle: { width: 2.2, color: palette.ink },
              },
            ]
          : []),
      ],
    }),
    twin,
    keys: [
      ...data.parts.map((p, i) => ({ name: p.name, color: color(i), dash: null })),
      ...(data.keyed && data.total ? [{ name: data.total.name, color: palette.ink, dash: null }] : []),
    ],
    keysAlways: data.keyed === true,
    points: data.periods.length * columns.length,
    cursor: (row) => (row <= last ? [0, row] : null),
  };
}
