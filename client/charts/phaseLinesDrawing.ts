import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis } from "./axis.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing } from "./drawing.ts";
import { endName, frame, halo, labelSize, plotArea } from "./frame.ts";
import { niceScale } from "./niceScale.ts";
import { phaseGround } from "./phaseGround.ts";
import { textWidth } from "./textWidth.ts";
import { twinTooltip } from "./tooltip.ts";

export interface PhaseLine {
  name: string;
  values: readonly (number | null)[];
  /** The one that phases are those of: the thick line. */
  main?: boolean;
}

/** Months from the first to the last of a phase, ends included. */
export interface ShadedPhase {
  from: number;
  to: number;
  name: string;
  /** Written above it in fewer words; empty where its neighbour needs the room. The name by default. */
  label?: string;
  /** Its end or its being is not settled: a dashed edge instead of a flat ground. */
  open: boolean;
}

export interface PhaseLinesData {
  name: string;
  decimals: number;
  /** Written behind numbers: "%", or nothing for an index. */
  unit: string;
  periods: readonly string[];
  lines: readonly PhaseLine[];
  phases: readonly ShadedPhase[];
  /** A quiet line at the level that divides above from below; null for none. */
  baseline: number | null;
}

/** Pixels that the plot of a drawing that is not compact has at least. */
const LEAST_PLOT = 480;
/** Dash styles by place, so that no line is told from another by hue alone. */
const DASHES: readonly (readonly number[] | null)[] = [null, [7, 3], [2, 2.5]];

/** Lines over the phases of a cycle: shaded where the economy slowed, the newest phase marked as unsettled. */
export function phaseLinesDrawing(data: PhaseLinesData, context: ChartContext): Drawing {
  const { locale } = context;
  const write = (v: number | null): string =>
    v === null ? "—" : `${formatNumber(v, data.decimals)}${data.unit}`;
  const phaseAt = (i: number): string => data.phases.find((p) => i >= p.from && i <= p.to)?.name ?? "";
  const columns = [...data.lines.map((l) => l.name), chartWords(locale).phase];
  const twin = {
    caption: data.name,
    head: chartWords(locale).period,
    columns,
    rows: data.periods.map((period, i) => {
      const raw = data.lines.map((l) => l.values[i] ?? null);
      return {
        head: formatPeriod(period, locale),
        cells: [...raw.map(write), phaseAt(i)],
        period,
        raw: [...raw, null],
      };
    }),
  };
  const scale = niceScale([
    ...data.lines.flatMap((l) => l.values),
    ...(data.baseline === null ? [] : [data.baseline]),
  ]);
  const styles = lineStyles(data.lines, context);
  return {
    option: frame(context, {
      grid: plotArea(
        context,
        context.compact ? [] : data.lines.map((l) => l.name),
        // Room for the names of the phases above the plot.
        { top: 22 },
      ),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, data.unit, context),
      series: data.lines.map((line, i) => ({
        name: line.name,
        type: "line",
        data: line.values,
        symbol: "none",
        connectNulls: false,
        z: line.main ? 5 : 4,
        lineStyle: styles[i],
        itemStyle: { color: styles[i]!.color },
        ...endName(line.name, styles[i]!.color, context),
        ...(line.main
          ? {
              markArea: {
                silent: true,
                data: data.phases.map((p) => ground(p, data, context)),
              },
              markLine: { silent: true, symbol: "none", data: divide(data.baseline, context) },
            }
          : {}),
      })),
    }),
    twin,
    keys: data.lines.map((l, i) => ({ name: l.name, color: styles[i]!.color, dash: dashOf(data.lines, i) })),
    points: data.lines.reduce((n, l) => n + l.values.length, 0),
    cursor: (row) => {
      const line = data.lines.findIndex((l) => (l.values[row] ?? null) !== null);
      return line < 0 ? null : [line, row];
    },
  };
}

/** The main line thick and in ink; the others in colours of their own, each with its dash. */
function lineStyles(
  lines: readonly PhaseLine[],
  { palette }: ChartContext,
): { color: string; width: number; type: "solid" | readonly number[] }[] {
  const colours = [palette.accent, palette.series[1] ?? palette.ink3];
  let next = 0;
  return lines.map((line, i) => ({
    color: line.main ? palette.ink : (colours[next++ % colours.length] ?? palette.ink3),
    width: line.main ? 2.6 : 1.9,
    type: dashOf(lines, i) ?? "solid",
  }));
}

function dashOf(lines: readonly PhaseLine[], i: number): readonly number[] | null {
  if (lines[i]?.main) return null;
  const place = lines.slice(0, i).filter((l) => !l.main).length;
  return DASHES[place + (lines.some((l) => l.main) ? 1 : 0)] ?? null;
}

function ground(phase: ShadedPhase, data: PhaseLinesData, context: ChartContext): ChartOption[] {
  const { palette, fontSize } = context;
  // At the right edge there is no room to both sides of the middle.
  const place =
    phase.to >= data.periods.length - 1
      ? { position: ["100%", -4], align: "right", verticalAlign: "bottom" }
      : { position: "top", distance: 3 };
  return [
    {
      xAxis: phase.from,
      itemStyle: phaseGround(phase.open, context),
      label: {
        show: named(phase, data, context),
        formatter: labelOf(phase),
        ...place,
        color: phase.open ? palette.ink2 : palette.ink3,
        fontWeight: phase.open ? 700 : 400,
        fontSize: phase.open ? labelSize(context) : fontSize,
        ...halo(context),
      },
    },
    { xAxis: phase.to },
  ];
}

const labelOf = (phase: ShadedPhase): string => phase.label ?? phase.name;

/** Whether a phase's name has room: not on a narrow drawing, nor where it would meet that of the newest phase. */
function named(phase: ShadedPhase, { phases, periods }: PhaseLinesData, context: ChartContext): boolean {
  if (labelOf(phase) === "") return false;
  const newest = phases.at(-1)!;
  if (phase === newest) return true;
  if (context.compact) return false;
  const months = (text: string): number =>
    (textWidth(text, labelSize(context)) * periods.length) / LEAST_PLOT;
  const end = (phase.from + phase.to + months(labelOf(phase))) / 2;
  return newest.to < periods.length - 1 || end < newest.to - months(labelOf(newest));
}

function divide(baseline: number | null, { palette }: ChartContext): ChartOption[] {
  if (baseline === null) return [];
  return [
    { yAxis: baseline, lineStyle: { color: palette.ink3, type: "solid", width: 1 }, label: { show: false } },
  ];
}
