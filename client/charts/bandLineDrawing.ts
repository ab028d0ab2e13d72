import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { LIGHT_LEVELS } from "../theme/palette.ts";
import { periodAxis, valueAxis } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import { quietSide } from "./quietSide.ts";
import { twinTooltip } from "./tooltip.ts";

export interface BandLineData {
  name: string;
  decimals: number;
  periods: readonly string[];
  values: readonly (number | null)[];
  /** Lowest and highest the index can be while members are missing; drawn as whiskers where they differ. */
  min?: readonly (number | null)[];
  max?: readonly (number | null)[];
  bounds: readonly [number, number, number, number];
  scale: readonly [number, number];
  /** Names of the zones, at the edge that the line keeps clear of. */
  named?: boolean;
}

/** The warning index over its five zones. Months in which members are missing show how far the index could lie. */
export function bandLineDrawing(data: BandLineData, context: ChartContext): Drawing {
  const { palette, locale, dark } = context;
  const words = chartWords(locale);
  const write = (v: number): string => formatNumber(v, data.decimals);
  const last = data.values.findLastIndex((v) => v !== null);
  const lastValue = data.values[last] ?? null;
  const end = lastValue === null ? "" : write(lastValue);
  const twin = {
    caption: data.name,
    head: words.period,
    columns: [data.name],
    rows: data.periods.map((period, i) => ({
      head: formatPeriod(period, locale),
      cells: [cell(data, i, write, locale)],
      period,
      raw: [data.values[i] ?? null],
    })),
  };
  const edges = [data.scale[0], ...data.bounds, data.scale[1]];
  const zones = LIGHT_LEVELS.map((level) => [
    {
      yAxis: edges[level - 1],
      itemStyle: { color: palette.lights[level], opacity: dark ? 0.35 : level === 3 ? 0.8 : 0.26 },
      name: data.named ? words.zones[level] : "",
      label: {
        show: data.named === true,
        position: quietSide(data.values, (edges[level - 1]! + edges[level]!) / 2),
        color: palette.ink2,
        fontSize: context.fontSize,
        distance: 6,
      },
    },
    { yAxis: edges[level] },
  ]);
  const interval = data.scale[1] - data.scale[0] > 80 ? 40 : context.compact ? 20 : 10;
  const scale = { min: data.scale[0], max: data.scale[1], interval, decimals: 0 };
  return {
    option: frame(context, {
      grid: plotArea(context, [end], { top: 8 }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: {
        ...valueAxis(scale, "", context),
        interval,
        splitLine: { show: false },
      },
      series: [
        {
          name: data.name,
          type: "line",
          data: data.values,
          symbol: "none",
          connectNulls: false,
          z: 5,
          lineStyle: { width: 2.4, color: palette.ink },
          itemStyle: { color: palette.ink },
          markArea: { silent: true, data: zones },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: 8,
            itemStyle: { color: palette.ink },
            data:
              lastValue === null
                ? []
                : [
                    {
                      coord: [last, lastValue],
                      label: {
                        show: true,
                        formatter: end,
                        position: "right",
                        distance: 7,
                        color: palette.ink,
                        fontWeight: 700,
                        fontSize: labelSize(context) + 1,
                        ...halo(context),
                      },
                    },
                  ],
          },
          markLine: { silent: true, symbol: "none", data: whiskers(data, context) },
        },
      ],
    }),
    twin,
    keys: [],
    points: data.values.length,
    cursor: (row) => ((data.values[row] ?? null) === null ? null : [0, row]),
  };
}

function cell(
  data: BandLineData,
  i: number,
  write: (v: number) => string,
  locale: ChartContext["locale"],
): string {
  const value = data.values[i] ?? null;
  const low = data.min?.[i] ?? null;
  const high = data.max?.[i] ?? null;
  const open = low !== null && high !== null && low !== high;
  const range = open ? chartWords(locale).possible(write(low), write(high)) : "";
  if (value === null) return range === "" ? "—" : range;
  return range === "" ? write(value) : `${write(value)}（${range}）`;
}

function whiskers(data: BandLineData, context: ChartContext): ChartOption[][] {
  return data.periods.flatMap((_, i) => {
    const low = data.min?.[i] ?? null;
    const high = data.max?.[i] ?? null;
    if (low === null || high === null || low === high) return [];
    const style = { color: context.palette.ink3, width: 2, type: "solid", opacity: 0.55 };
    return [[{ coord: [i, low], lineStyle: style }, { coord: [i, high] }]];
  });
}
