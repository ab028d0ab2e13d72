import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { bandBetween } from "./bandBetween.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartKey, ChartOption, Drawing, RawCell, TwinRow } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import { type Measure, measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { quietPlace } from "./quietPlace.ts";
import { coveredSlots, drawnValues } from "./slots.ts";
import { twinTooltip } from "./tooltip.ts";

export interface FanData {
  name: string;
  unit: string;
  decimals: number;
  history: { periods: readonly string[]; values: readonly (number | null)[] };
  forecast: {
    periods: readonly string[];
    mean: readonly number[];
    intervals: readonly { level: number; lower: readonly number[]; upper: readonly number[] }[];
  } | null;
  target?: { value: number; label: string } | null;
}

/**
 * History, then the forecast with its intervals. Each interval is an invisible lower line and a width
 * stacked upon it with `stackStrategy: "all"`, so that bands may cross zero. Dashed = not yet observed.
 */
export function fanDrawing(data: FanData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const words = chartWords(locale);
  const forecast = data.forecast;
  const bands = [...(forecast?.intervals ?? [])].sort((a, b) => b.level - a.level);
  const measure = measureOf(data.unit, data.decimals, data.history.values, locale);
  const covered = coveredSlots(data.history.periods, data.history.values);
  const past = drawnValues(data.history.values, covered).map(measure.toAxis);
  const ahead = forecast?.mean.map((v) => measure.toAxis(v) ?? 0) ?? [];
  const periods = [...data.history.periods, ...(forecast?.periods ?? [])];
  const origin = past.findLastIndex((v) => v !== null);
  const start = past[origin] ?? null;
  const scale = niceScale([
    ...past,
    ...ahead,
    ...bands.flatMap((b) => [...b.lower, ...b.upper].map(measure.toAxis)),
    ...(data.target ? [measure.toAxis(data.target.value)] : []),
  ]);
  const rows = fanRows(data, measure, bands, context);
  const twin = {
    caption: data.name,
    head: words.period,
    columns: [words.actual, words.forecast, ...bands.map((b) => words.interval(b.level))],
    rows,
  };
  // The fan opens from the last figure, so that it hangs on the history.
  const lead = <T>(first: T, rest: readonly T[]): (T | null)[] => [
    ...past.map((_, i) => (i === origin && start !== null ? first : null)),
    ...rest,
  ];
  const opacity = [0.15, 0.22, 0.32];
  const bandSeries = bands.flatMap((band, i): ChartOption[] => {
    const edge = (values: readonly number[]) =>
      lead(
        start ?? 0,
        values.map((v) => measure.toAxis(v) ?? 0),
      );
    return bandBetween(
      edge(band.lower),
      edge(band.upper),
      {
        name: words.interval(band.level),
        areaStyle: { color: palette.accent, opacity: opacity[Math.min(i, 2)] },
        ...(context.compact
          ? {}
          : {
              endLabel: {
                show: true,
                formatter: words.interval(band.level),
                color: palette.ink3,
                fontSize: context.fontSize - 1,
                distance: 4,
              },
              labelLayout: { moveOverlap: "shiftY" },
            }),
      },
      `band-${band.level}`,
    );
  });
  const historyAt = bandSeries.length;
  const endLabels = context.compact ? [] : bands.map((b) => words.interval(b.level));
  return {
    option: frame(context, {
      grid: plotArea(context, endLabels, { top: measure.unit.length > 1 ? 30 : 18 }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        ...bandSeries,
        {
          name: words.actual,
          type: "line",
          data: [...past, ...ahead.map(() => null)],
          symbol: "none",
          z: 5,
          lineStyle: { width: 2.4, color: palette.ink },
          itemStyle: { color: palette.ink },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: 8,
            data: originPoint(data, measure, past, origin, context),
          },
          markLine: {
            silent: true,
            // Over the lines: its label has a halo, theirs would cross it out.
            z: 7,
            symbol: "none",
            data: [
              ...zeroLine(scale, context),
              ...targetLine(data, measure, [...past, ...ahead], scale, context),
            ],
          },
          markArea: { silent: true, data: aheadArea(periods, past.length, forecast !== null, context) },
        },
        {
          name: words.forecast,
          type: "line",
          data: lead(start ?? 0, ahead),
          symbol: "none",
          z: 5,
          lineStyle: { width: 2.2, type: [5, 4], color: palette.accent },
          itemStyle: { color: palette.accent },
        },
      ],
    }),
    twin,
    keys: targetKeys(data, measure, context),
    points: periods.length * (2 + bands.length),
    cursor: (row) => {
      if (row < past.length) return past[row] === null ? null : [historyAt, row];
      return row < periods.length ? [historyAt + 1, row] : null;
    },
  };
}

function fanRows(
  data: FanData,
  measure: Measure,
  bands: NonNullable<FanData["forecast"]>["intervals"],
  context: ChartContext,
): TwinRow[] {
  const { locale } = context;
  const before = data.history.periods.map((period, i) => {
    const value = data.history.values[i] ?? null;
    return {
      head: formatPeriod(period, locale),
      cells: [value === null ? "—" : measure.write(value), "", ...bands.map(() => "")],
      period,
      raw: [value, null, ...bands.map(() => null)],
    };
  });
  const after = (data.forecast?.periods ?? []).map((period, i) => {
    const mean = data.forecast?.mean[i] ?? null;
    return {
      head: formatPeriod(period, locale),
      cells: [
        "",
        mean === null ? "" : measure.write(mean),
        ...bands.map(
          (b) => `${measure.writeNumber(b.lower[i] ?? 0)} – ${measure.writeNumber(b.upper[i] ?? 0)}`,
        ),
      ],
      period,
      raw: [null, mean, ...bands.map((b): RawCell => [b.lower[i] ?? 0, b.upper[i] ?? 0])],
    };
  });
  return [...before, ...after];
}

function originPoint(
  data: FanData,
  measure: Measure,
  past: readonly (number | null)[],
  origin: number,
  context: ChartContext,
): ChartOption[] {
  const value = data.history.values[origin];
  const y = past[origin];
  if (value === null || value === undefined || y === null || y === undefined) return [];
  const { palette } = context;
  const name = formatPeriod(data.history.periods[origin] ?? "", context.locale);
  return [
    {
      coord: [origin, y],
      itemStyle: { color: palette.ink },
      label: {
        show: true,
        formatter: `${name} ${measure.write(value)}`,
        position: "top",
        align: "right",
        distance: 8,
        color: palette.ink,
        fontWeight: 700,
        fontSize: labelSize(context),
        ...halo(context),
      },
    },
  ];
}

/** The goal, named at its line where there is room; a narrow drawing names it in the key above. */
function targetLine(
  data: FanData,
  measure: Measure,
  drawn: readonly (number | null)[],
  scale: { min: number; max: number },
  context: ChartContext,
): ChartOption[] {
  const level = data.target ? measure.toAxis(data.target.value) : null;
  if (!data.target || level === null) return [];
  const { palette } = context;
  return [
    {
      yAxis: level,
      lineStyle: { color: palette.ink3, type: [3, 3], width: 1 },
      label: context.compact
        ? { show: false }
        : {
            formatter: targetName(data.target, measure),
            position: quietPlace(drawn, level, (scale.max - scale.min) * 0.06, scale),
            color: palette.ink3,
            fontSize: context.fontSize,
            ...halo(context),
          },
    },
  ];
}

function targetKeys(data: FanData, measure: Measure, { palette, locale }: ChartContext): ChartKey[] {
  if (!data.target) return [];
  const words = chartWords(locale);
  return [
    { name: words.actual, color: palette.ink, dash: null },
    ...(data.forecast ? [{ name: words.forecast, color: palette.accent, dash: [5, 4] }] : []),
    { name: targetName(data.target, measure), color: palette.ink3, dash: [3, 3] },
  ];
}

function targetName(target: NonNullable<FanData["target"]>, measure: Measure): string {
  return `${target.label} ${measure.write(target.value)}`;
}

function aheadArea(
  periods: readonly string[],
  past: number,
  has: boolean,
  context: ChartContext,
): ChartOption[][] {
  if (!has || past === 0) return [];
  return [
    [
      {
        xAxis: periods[past - 1],
        itemStyle: { color: context.dark ? "rgba(255,255,255,.035)" : "rgba(20,24,31,.035)" },
        name: `${chartWords(context.locale).forecast} →`,
        label: {
          // On a narrow drawing the word is wider than the years ahead: it ends with them.
          position: context.compact ? "insideTopRight" : "insideTopLeft",
          color: context.palette.ink3,
          fontSize: context.fontSize,
          ...halo(context),
        },
      },
      { xAxis: periods.at(-1) },
    ],
  ];
}
