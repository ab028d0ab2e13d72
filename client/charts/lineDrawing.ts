import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import type { ChartContext, ChartOption, Drawing } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import type { LineData } from "./lineData.ts";
import { lineTwin } from "./lineTwin.ts";
import { measureOf } from "./measure.ts";
import { normalBand, scaleWithBand } from "./normalBand.ts";
import { BEFORE, type CoveredSlots, coveredSlots, drawnValues, standingSlots } from "./slots.ts";
import { twinTooltip } from "./tooltip.ts";

/**
 * One series over time: gaps stay gaps, a combined January–February is a flat double-width piece,
 * the normal band lies behind, the last figure is written at the end of the line.
 */
export function lineDrawing(data: LineData, context: ChartContext): Drawing {
  const { palette, locale, dark } = context;
  const measure = measureOf(data.unit, data.decimals, data.values, locale);
  const covered = coveredSlots(data.periods, data.values);
  const standing = standingSlots(data.values, data.reasons ?? [], (data.before ?? null) !== null);
  const values = drawnValues(data.values, covered)
    .map(
      (v, i) => v ?? (standing.get(i) === BEFORE ? data.before : data.values[standing.get(i) ?? i]) ?? null,
    )
    .map(measure.toAxis);
  const hidden = new Map([
    ...covered.flatMap((c) => range(c.from, c.to).map((i) => [i, c.to] as const)),
    ...standing,
  ]);
  const { twin, rowOf, slots } = lineTwin(data, context, hidden, measure.write);
  const last = data.values.findLastIndex((v) => v !== null);
  const lastValue = last < 0 ? null : (data.values[last] ?? null);
  const endLabel = lastValue === null ? "" : measure.writeEnd(lastValue, context.compact);
  const scale = scaleWithBand(values, data.bounds?.map((b) => measure.toAxis(b) ?? 0) ?? null);
  const ink = palette.ink;
  return {
    option: frame(context, {
      grid: plotArea(context, [endLabel], { top: measure.unit.length > 1 ? 30 : 14 }),
      tooltip: twinTooltip(twin, context, (i) => rowOf[i] ?? -1),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        {
          name: data.name,
          type: "line",
          data: values,
          symbol: "none",
          showSymbol: false,
          connectNulls: false,
          z: 5,
          lineStyle: { width: 2.4, color: ink },
          itemStyle: { color: ink },
          markArea: {
            silent: true,
            data: normalBand(data.bounds, values, context, measure.toAxis, measure.writeNumber, scale),
          },
          markLine: {
            silent: true,
            symbol: "none",
            data: [...zeroLine(scale, context), ...eventLines(data, context)],
          },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: 8,
            data: [...lonePoints(values, covered), ...endPoint(data, values, last, endLabel, context)],
            itemStyle: { color: ink },
          },
        },
        {
          type: "line",
          data: combinedPieces(values, covered),
          symbol: "none",
          connectNulls: false,
          silent: true,
          z: 4,
          lineStyle: { width: 7, color: ink, opacity: dark ? 0.35 : 0.22, cap: "butt" },
          tooltip: { show: false },
        },
      ],
    }),
    twin,
    keys: [],
    points: values.length,
    cursor: (row) => {
      const slot = slots[row];
      return slot === undefined || values[slot] === null ? null : [0, slot];
    },
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

function eventLines(data: LineData, context: ChartContext): ChartOption[] {
  const { palette, fontSize } = context;
  return (data.events ?? [])
    .filter((e) => data.periods.includes(e.period))
    .map((e) => ({
      xAxis: e.period,
      lineStyle: { color: palette.ink3, type: [2, 3], width: 1 },
      label: {
        formatter: e.text,
        color: palette.ink3,
        fontSize,
        position: "insideEndTop",
        rotate: 0,
        ...halo(context),
      },
    }));
}

/** A figure between two gaps has no line to stand on: it gets a dot. */
function lonePoints(values: readonly (number | null)[], covered: readonly CoveredSlots[]): ChartOption[] {
  return values.flatMap((v, i) => {
    if (v === null || i === values.length - 1) return [];
    const alone = (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
    return alone && !covered.some((c) => i >= c.from && i <= c.to) ? [{ coord: [i, v], symbolSize: 5 }] : [];
  });
}

function endPoint(
  data: LineData,
  values: readonly (number | null)[],
  last: number,
  text: string,
  context: ChartContext,
): ChartOption[] {
  const value = values[last];
  if (value === null || value === undefined) return [];
  const { palette } = context;
  const soft = data.status?.[last] === "provisional" || data.status?.[last] === "estimated";
  return [
    {
      coord: [last, value],
      itemStyle: { color: soft ? palette.surface : palette.ink, borderColor: palette.ink, borderWidth: 2 },
      label: {
        show: true,
        formatter: text,
        position: "right",
        distance: 7,
        color: palette.ink,
        fontWeight: 700,
        fontSize: labelSize(context),
        ...halo(context),
      },
    },
  ];
}

function combinedPieces(
  values: readonly (number | null)[],
  covered: readonly CoveredSlots[],
): (number | null)[] {
  const pieces: (number | null)[] = values.map(() => null);
  for (const { from, to } of covered) for (let i = from; i <= to; i++) pieces[i] = values[i] ?? null;
  return pieces;
}
