import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import { phaseGround } from "./phaseGround.ts";
import type { ShadedPhase } from "./phaseLinesDrawing.ts";
import { twinTooltip } from "./tooltip.ts";

export interface DiffusionData {
  name: string;
  periods: readonly string[];
  /** Shares of members that rise, in percent. */
  groups: readonly { name: string; values: readonly (number | null)[] }[];
  phases: readonly ShadedPhase[];
}

/** As many rise as fall. */
const MIDDLE = 50;
/** Percent of the height: where the first strip begins, from one to the next, and each strip's own. */
const [FIRST, STEP, HIGH] = [9, 31, 21];

/**
 * Shares that rise, a strip for each group, as bars from the level where as many rise as fall. Few members make few
 * levels: lines over one another would only jump between the same heights.
 */
export function diffusionDrawing(data: DiffusionData, context: ChartContext): Drawing {
  const { palette, locale, fontSize } = context;
  const write = (v: number | null): string => (v === null ? "—" : `${formatNumber(v, 0)}%`);
  const twin = {
    caption: data.name,
    head: chartWords(locale).period,
    columns: [...data.groups.map((g) => g.name), chartWords(locale).phase],
    rows: data.periods.map((period, i) => {
      const raw = data.groups.map((g) => g.values[i] ?? null);
      const phase = data.phases.find((p) => i >= p.from && i <= p.to)?.name ?? "";
      return {
        head: formatPeriod(period, locale),
        cells: [...raw.map(write), phase],
        period,
        raw: [...raw, null],
      };
    }),
  };
  const bottom = data.groups.length - 1;
  const top = (i: number): number => FIRST + STEP * i;
  return {
    option: frame(context, {
      title: data.groups.map((g, i) => ({
        text: g.name,
        left: 0,
        top: `${top(i) - FIRST + 1}%`,
        padding: 0,
        textStyle: { fontSize: labelSize(context), fontWeight: 700, color: palette.ink2 },
      })),
      grid: data.groups.map((_, i) => {
        const { bottom: _foot, ...area } = plotArea(context, []);
        // The months stand under the last strip only, which is higher by their line.
        return { ...area, top: `${top(i)}%`, height: `${HIGH + (i === bottom ? 100 - top(i) - HIGH : 0)}%` };
      }),
      tooltip: { ...twinTooltip(twin, context), axisPointer: { type: "shadow" } },
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      xAxis: data.groups.map((_, i) => {
        // Grounds behind bars end at ticks: every month has one, seen or not.
        const axis = {
          ...periodAxis(data.periods, context, true),
          gridIndex: i,
          axisTick: { show: false, interval: 0 },
        };
        return i === bottom ? axis : { ...axis, axisLabel: { show: false } };
      }),
      yAxis: data.groups.map((_, i) => ({
        type: "value",
        gridIndex: i,
        min: -MIDDLE,
        max: MIDDLE,
        interval: MIDDLE,
        axisLine: { show: false },
        splitLine: { lineStyle: { color: palette.grid } },
        axisLabel: {
          color: palette.ink3,
          fontSize: fontSize - 1,
          formatter: (v: number) => `${formatNumber(v + MIDDLE, 0)}${v === MIDDLE ? "%" : ""}`,
        },
      })),
      series: data.groups.map((g, i) => ({
        name: g.name,
        type: "bar",
        xAxisIndex: i,
        yAxisIndex: i,
        barWidth: "72%",
        itemStyle: { color: palette.accent },
        data: g.values.map((v) =>
          v === null
            ? null
            : { value: v - MIDDLE, itemStyle: { color: v >= MIDDLE ? palette.accent : palette.ink3 } },
        ),
        markLine: {
          silent: true,
          symbol: "none",
          data: [
            { yAxis: 0, lineStyle: { color: palette.ink3, type: "solid", width: 1 }, label: { show: false } },
          ],
        },
        markArea: { silent: true, data: data.phases.map((p) => ground(p, i === 0, data, context)) },
      })),
    }),
    twin,
    keys: [],
    points: data.groups.length * data.periods.length,
    cursor: (row) => {
      const strip = data.groups.findIndex((g) => (g.values[row] ?? null) !== null);
      return strip < 0 ? null : [strip, row];
    },
  };
}

/** The ground of a phase; the newest, unsettled one is named above the first strip. */
function ground(
  phase: ShadedPhase,
  named: boolean,
  { phases }: DiffusionData,
  context: ChartContext,
): ChartOption[] {
  const { palette } = context;
  // Bars take whole months: the month of a turn belongs to the phase that it begins.
  const shared = phases.some((p) => p !== phase && p.from === phase.to);
  return [
    {
      xAxis: phase.from,
      itemStyle: phaseGround(phase.open, context),
      label: {
        show: named && phase.open && phase === phases.at(-1),
        formatter: phase.label ?? phase.name,
        position: ["100%", -4],
        align: "right",
        verticalAlign: "bottom",
        color: palette.ink2,
        fontWeight: 700,
        fontSize: labelSize(context),
        ...halo(context),
      },
    },
    { xAxis: shared ? phase.to - 1 : phase.to },
  ];
}
