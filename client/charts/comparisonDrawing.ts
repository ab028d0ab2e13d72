import { isoDate } from "../../models/series/date.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import { type Period, spanOf } from "../../models/series/period.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { valueAxis, zeroLine } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { frame, halo, labelSize, plotArea } from "./frame.ts";
import { type Measure, measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { coveredSlots, drawnValues } from "./slots.ts";
import { textWidth } from "./textWidth.ts";
import { MS_PER_DAY, rowAt, timeAxis } from "./timeAxis.ts";
import { twinTooltip } from "./tooltip.ts";

export interface ComparedSeries {
  name: string;
  unit: string;
  decimals: number;
  /** Daily figures stand until the next: drawn as steps over days without one. */
  frequency?: Frequency;
  /** Of a daily series, the last figure before the first period shown. */
  before?: number | null;
  periods: readonly Period[];
  values: readonly (number | null)[];
}
export interface ComparisonData {
  name: string;
  series: readonly ComparedSeries[];
}

/** Six colours, each with a line of its own, so that no line is told from another by hue alone. */
export const DASHES: readonly (readonly number[] | null)[] = [
  null,
  [7, 3],
  [2, 2.5],
  [9, 3, 2, 3],
  [4, 2],
  [1, 3],
];
export const MOST_COMPARED = 6;

/**
 * Up to six series on one time axis, each at the last day of its periods, whatever their frequencies.
 * Two units at most share the drawing, the second on the right; a transform brings more onto one.
 */
export function comparisonDrawing(data: ComparisonData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const shown = data.series.slice(0, MOST_COMPARED);
  const units = [...new Set(data.series.map((s) => s.unit))];
  const sides = units.slice(0, 2);
  // One scale a unit, each series with decimals of its own.
  const measureIn = (unit: string, decimals: number): Measure =>
    measureOf(
      unit,
      decimals,
      data.series.filter((s) => s.unit === unit).flatMap((s) => s.values),
      locale,
    );
  const measures = new Map(data.series.map((s) => [s, measureIn(s.unit, s.decimals)]));
  const measure = (s: ComparedSeries): Measure => measures.get(s)!;
  const lines = shown.map((s) => {
    const values = drawnValues(s.values, coveredSlots(s.periods, s.values)).map(measure(s).toAxis);
    const points = s.periods.map((p, i) => [spanOf(p).end * MS_PER_DAY, values[i] ?? null] as const);
    if (s.frequency !== "D") return points;
    const known = points.filter(([, v]) => v !== null);
    const opening = points[0];
    return hasOpening(s) && opening
      ? [[opening[0], measure(s).toAxis(s.before ?? null)] as const, ...known]
      : known;
  });
  const { twin, days, at } = comparisonTwin(data, measure, context);
  const side = (s: ComparedSeries): number => Math.max(0, sides.indexOf(s.unit));
  const axes = (sides.length === 0 ? ["index"] : sides).map((unit, i) => {
    const scale = niceScale(lines.flatMap((l, k) => (side(shown[k]!) === i ? l.map(([, v]) => v) : [])));
    return {
      scale,
      axis: { ...valueAxis(scale, measureIn(unit, 0).unit, context), ...(i > 0 ? rightSide : {}) },
    };
  });
  const color = (i: number): string => palette.series[i % palette.series.length] ?? palette.ink;
  // Beside a second axis there is no room for names: the key above says them.
  const bare = sides.length > 1;
  const endOf = (s: ComparedSeries): string => {
    if (bare) return "";
    const last = s.values.findLast((v) => v !== null);
    const number = last === undefined || last === null ? "" : measure(s).writeNumber(last);
    return context.compact ? number : `${shorten(s.name, context)} ${number}`;
  };
  return {
    option: frame(context, {
      useUTC: true,
      grid: plotArea(context, shown.map(endOf), { top: axes.some((a) => "name" in a.axis) ? 30 : 14 }),
      tooltip: twinTooltip(twin, context, (_, axisValue) => rowAt(days, axisValue)),
      xAxis: timeAxis(context, days),
      yAxis: axes.map((a) => a.axis),
      series: shown.map((s, i) => ({
        name: s.name,
        type: "line",
        yAxisIndex: side(s),
        data: lines[i],
        symbol: "none",
        showSymbol: false,
        connectNulls: false,
        ...(s.frequency === "D" ? { step: "end" } : {}),
        lineStyle: { width: 2.2, color: color(i), type: DASHES[i] ?? "solid" },
        itemStyle: { color: color(i) },
        endLabel: {
          show: !bare,
          formatter: endOf(s),
          color: color(i),
          fontWeight: 700,
          fontSize: labelSize(context),
          ...halo(context),
        },
        labelLayout: { moveOverlap: "shiftY" },
        ...(i === 0
          ? { markLine: { silent: true, symbol: "none", data: zeroLine(axes[0]!.scale, context) } }
          : {}),
      })),
    }),
    twin,
    keysAlways: bare,
    keys: shown.map((s, i) => ({
      name: side(s) === 1 ? chartWords(locale).onRight(s.name) : s.name,
      color: color(i),
      dash: DASHES[i] ?? null,
    })),
    points: lines.reduce((n, l) => n + l.length, 0),
    cursor: (row) => at[row] ?? null,
  };
}

const rightSide = { position: "right", splitLine: { show: false }, nameTextStyle: { align: "right" } };

function shorten(name: string, context: ChartContext): string {
  if (textWidth(name, context.fontSize) <= context.fontSize * 9) return name;
  let kept = "";
  for (const c of name) {
    if (textWidth(`${kept}${c}…`, context.fontSize) > context.fontSize * 9) break;
    kept += c;
  }
  return `${kept.trimEnd()}…`;
}

/** The table holds every series, those beyond the sixth too. */
function comparisonTwin(
  { name: caption, series: shown }: ComparisonData,
  measure: (s: ComparedSeries) => Measure,
  context: ChartContext,
): { twin: Drawing["twin"]; days: number[]; at: ([number, number] | null)[] } {
  const { locale } = context;
  const byDay = new Map<number, Map<number, number>>();
  for (const [k, s] of shown.entries())
    for (const [i, p] of s.periods.entries()) {
      if ((s.values[i] ?? null) === null) continue;
      const day = spanOf(p).end;
      byDay.set(day, (byDay.get(day) ?? new Map<number, number>()).set(k, i));
    }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const at: ([number, number] | null)[] = [];
  const rows = days.map((day) => {
    const here = byDay.get(day)!;
    const periods = [...new Set([...here].map(([k, i]) => shown[k]?.periods[i] ?? ""))];
    const first = [...here].find(([k]) => k < MOST_COMPARED);
    at.push(first ? [first[0], drawnIndex(shown[first[0]], first[1])] : null);
    const raw = shown.map((s, k) => (here.has(k) ? (s.values[here.get(k)!] ?? null) : null));
    return {
      head: periods.length === 1 ? formatPeriod(periods[0] ?? "", locale) : formatDate(isoDate(day), locale),
      cells: raw.map((v, k) => (v === null ? "" : measure(shown[k]!).write(v))),
      period: periods.length === 1 ? (periods[0] ?? "") : isoDate(day),
      raw,
    };
  });
  return {
    twin: { caption, head: chartWords(locale).period, columns: shown.map((s) => s.name), rows },
    days,
    at,
  };
}

/** Where the figure of a slot stands among the points drawn: daily series leave out the days without one. */
function drawnIndex(s: ComparedSeries | undefined, slot: number): number {
  if (s?.frequency !== "D") return slot;
  return s.values.slice(0, slot).filter((v) => v !== null).length + (hasOpening(s) ? 1 : 0);
}

/** A daily figure from before the range opens the line where the range has none on its first day. */
function hasOpening(s: ComparedSeries): boolean {
  return s.frequency === "D" && (s.before ?? null) !== null && s.values[0] === null;
}
