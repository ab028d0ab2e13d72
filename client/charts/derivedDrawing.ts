import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing, RawCell } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export type MadeHow = "published" | "differenced" | "parted" | "bridged";

export interface DerivedData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly string[];
  values: readonly (number | null)[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  how: readonly (MadeHow | null)[];
  /** Months each figure covers, and of one period. */
  months: readonly number[];
  period: 1 | 3;
  /** Growth: what covers several periods is drawn flat over them. An amount of several months is not drawn. */
  rate: boolean;
  /** Said of a cell: how it was made, or why there is none. */
  said: readonly string[];
  words: { how: string; range: string; published: string; parted: string };
}

/**
 * Figures of single periods, each marked by how it was made: what a source published is a dot, what a model parted a hollow one
 * with its interval, a difference of totals has none. What covers several periods together is in the table; drawn, flat and wide, is
 * a rate only.
 */
export function derivedDrawing(data: DerivedData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const single = data.values.map((v, i) => (data.how[i] === "bridged" ? null : v));
  const measure = measureOf(data.unit, data.decimals, single, locale);
  const flat = data.rate ? flatPieces(data).map(measure.toAxis) : single.map(() => null);
  const drawn = single.map((v, i) => measure.toAxis(v) ?? flat[i] ?? null);
  const ends = [data.lower, data.upper].map((c) =>
    c.map((v, i) => (single[i] === null ? null : measure.toAxis(v))),
  );
  const scale = niceScale([...drawn, ...ends.flat()]);
  const last = drawn.findLastIndex((v) => v !== null);
  const end = last < 0 ? "" : measure.writeEnd(data.values[last]!, context.compact);
  const twin = derivedTwin(data, context);
  const accent = palette.series[1] ?? palette.ink;
  /** Marks without a line, at the figures made one way. */
  const marks = (how: MadeHow, name: string, symbolSize: number, itemStyle: ChartOption): ChartOption => ({
    name,
    type: "line",
    silent: true,
    data: drawn.map((v, i) => (data.how[i] === how ? v : null)),
    symbol: "circle",
    symbolSize,
    showAllSymbol: true,
    z: 6,
    lineStyle: { width: 0 },
    itemStyle,
  });
  return {
    option: frame(context, {
      grid: plotArea(context, [end], { top: measure.unit.length > 1 ? 30 : 14 }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        {
          name: data.name,
          type: "line",
          data: drawn,
          symbol: "none",
          connectNulls: false,
          z: 4,
          lineStyle: { width: 2, color: palette.ink },
          itemStyle: { color: palette.ink },
          markLine: {
            silent: true,
            symbol: "none",
            data: [...zeroLine(scale, context), ...whiskers(ends[0]!, ends[1]!, palette.ink3)],
          },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: 8,
            itemStyle: { color: palette.ink },
            data:
              last < 0
                ? []
                : [
                    {
                      coord: [last, drawn[last]],
                      label: {
                        show: true,
                        formatter: end,
                        position: "right",
                        distance: 7,
                        color: palette.ink,
                        fontWeight: 700,
                        fontSize: labelSize(context),
                        ...halo(context),
                      },
                    },
                  ],
          },
        },
        {
          type: "line",
          data: flat,
          symbol: "none",
          silent: true,
          connectNulls: false,
          z: 3,
          lineStyle: { width: 7, color: palette.ink, opacity: context.dark ? 0.35 : 0.22, cap: "butt" },
        },
        marks("published", data.words.published, 4, { color: palette.ink }),
        marks("parted", data.words.parted, 7, {
          color: palette.surface,
          borderColor: accent,
          borderWidth: 2,
        }),
      ],
    }),
    twin,
    keys: [],
    points: 2 * drawn.length,
    cursor: (row) => ((drawn[row] ?? null) === null ? null : [0, row]),
  };
}

/** A figure of several periods, on each of them. */
function flatPieces(data: DerivedData): (number | null)[] {
  const pieces: (number | null)[] = data.values.map(() => null);
  data.values.forEach((v, i) => {
    if (v === null || data.how[i] !== "bridged") return;
    const slots = Math.round(data.months[i]! / data.period);
    for (let k = Math.max(0, i - slots + 1); k <= i; k++) pieces[k] = v;
  });
  return pieces;
}

function whiskers(
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  color: string,
): ChartOption[][] {
  const lineStyle = { color, width: 2, type: "solid", opacity: 0.5 };
  return low.flatMap((from, i) => {
    const to = high[i] ?? null;
    return from === null || to === null ? [] : [[{ coord: [i, from], lineStyle }, { coord: [i, to] }]];
  });
}

function derivedTwin(data: DerivedData, { locale }: ChartContext): Drawing["twin"] {
  const measure = measureOf(data.unit, data.decimals, data.values, locale);
  return {
    caption: data.name,
    head: chartWords(locale).period,
    columns: [data.name, data.words.range, data.words.how],
    rows: data.periods.map((period, i) => {
      const value = data.values[i] ?? null;
      const lower = data.lower[i] ?? null;
      const upper = data.upper[i] ?? null;
      const open = lower !== null && upper !== null;
      const raw: RawCell[] = [value, open ? [lower, upper] : null, null];
      return {
        head: formatPeriod(period, locale),
        cells: [
          value === null ? "—" : measure.write(value),
          open ? `${measure.writeNumber(lower)} – ${measure.writeNumber(upper)}` : "",
          data.said[i] ?? "",
        ],
        period,
        raw,
      };
    }),
  };
}
