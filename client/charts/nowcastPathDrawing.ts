import type { IsoDate } from "../../models/series/date.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatUnit } from "../format/formatUnit.ts";
import { valueAxis, zeroLine } from "./axis.ts";
import { bandBetween } from "./bandBetween.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing, RawCell } from "./drawing.ts";
import { frame, halo, labelSize } from "./frame.ts";
import { type NewsPart, newsDrawing, newsScale } from "./newsDrawing.ts";
import { niceScale, type Scale } from "./niceScale.ts";
import { quietPlace } from "./quietPlace.ts";
import { textWidth } from "./textWidth.ts";
import { twinTooltip } from "./tooltip.ts";

export interface NowcastPathData {
  name: string;
  /** Of the nowcast, e.g. percent; news are in its points. */
  unit: string;
  decimals: number;
  /** By day of release; the interval is null where only the mean was kept. */
  path: readonly { day: IsoDate; mean: number; lower: number | null; upper: number | null }[];
  /** Coverage of the interval, percent. */
  level: number;
  /** Why it moved on each day; empty: the path alone is drawn. */
  news: readonly NewsPart[];
  /** Levels to hold it against: a goal, the figure that came. */
  lines: readonly { value: number; label: string }[];
  /** The day whose news are shown beside, as a place in the path. */
  selected: number | null;
}

/** Moves are a tenth of the figures' own steps. */
const NEWS_DECIMALS = 2;

/** What was told on each day of release with its interval; below, on the same days, the news that moved it, stacked by part. */
export function nowcastPathDrawing(data: NowcastPathData, context: ChartContext): Drawing {
  const { palette, locale, fontSize } = context;
  const words = chartWords(locale);
  const { path, news } = data;
  const days = path.map((p) => p.day);
  const band = path.every((p) => p.lower !== null && p.upper !== null);
  const top = niceScale([
    ...path.flatMap((p) => [p.mean, p.lower, p.upper]),
    ...data.lines.map((l) => l.value),
  ]);
  const bottom = newsScale(news, days.length);
  const twin = twinOf(data, band, context);
  const end = path.at(-1);
  const endText = end ? `${formatNumber(end.mean, data.decimals)}${formatUnit(data.unit, locale)}` : "";
  const two = news.length > 0;
  const left = 8 + Math.max(...[top, ...(two ? [bottom] : [])].map((s) => tickWidth(s, fontSize)));
  const right = textWidth(endText, labelSize(context) + 1) + 16;
  // Room for the axis' name above and the days below, whatever the size of the text.
  const head = fontSize * 2 + 12;
  const foot = fontSize + 14;
  const place = (box: ChartOption): ChartOption => ({ left, right, outerBoundsMode: "none", ...box });
  const shared = { xAxisIndex: 0, yAxisIndex: 0, type: "line", symbol: "none", silent: true };
  const bars = newsDrawing(news, { xAxisIndex: 1, yAxisIndex: 1 }, context);
  const lineAt = band ? 2 : 0;
  return {
    option: frame(context, {
      grid: two
        ? [place({ top: head, height: "45%" }), place({ top: "66%", bottom: foot })]
        : [place({ top: head, bottom: foot })],
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      tooltip: twinTooltip(twin, context),
      xAxis: [dayAxis(days, 0, !two, context), ...(two ? [dayAxis(days, 1, true, context)] : [])],
      yAxis: [
        {
          ...named(valueAxis(top, "", context), words.nowcastAxis(formatUnit(data.unit, locale)), context),
          gridIndex: 0,
        },
        ...(two ? [{ ...named(valueAxis(bottom, "", context), words.newsAxis, context), gridIndex: 1 }] : []),
      ],
      series: [
        ...(band
          ? bandBetween(
              path.map((p) => p.lower),
              path.map((p) => p.upper),
              {
                xAxisIndex: 0,
                yAxisIndex: 0,
                name: words.interval(data.level),
                areaStyle: { color: palette.accent, opacity: 0.16 },
              },
            )
          : []),
        {
          ...shared,
          silent: false,
          name: words.nowcast,
          symbol: "circle",
          symbolSize: days.length > 40 ? 4 : 6,
          z: 5,
          lineStyle: { width: 2.2, color: palette.accent },
          itemStyle: { color: palette.accent },
          data: path.map((p) => p.mean),
          endLabel: {
            show: true,
            formatter: endText,
            color: palette.accent,
            fontWeight: 700,
            fontSize: labelSize(context) + 1,
            ...halo(context),
          },
          markLine: {
            silent: true,
            symbol: "none",
            data: [
              ...zeroLine(top, context),
              ...data.lines.map((line) => reference(line, data, top, context)),
            ],
          },
          markArea: { silent: true, data: chosen(data, context) },
        },
        ...bars.series.map((series, i) =>
          i === 0
            ? {
                ...series,
                markLine: { silent: true, symbol: "none", data: zeroLine(bottom, context) },
                markArea: { silent: true, data: chosen(data, context) },
              }
            : series,
        ),
      ],
    }),
    twin,
    keys: bars.keys,
    keysAlways: two,
    points: days.length * (3 + news.length),
    cursor: (row) => (row < days.length ? [lineAt, row] : null),
  };
}

function twinOf(data: NowcastPathData, band: boolean, { locale }: ChartContext): Drawing["twin"] {
  const words = chartWords(locale);
  const write = (v: number): string => formatNumber(v, data.decimals);
  const signed = (v: number | null): string =>
    v === null ? "" : formatNumber(v, NEWS_DECIMALS, { sign: true });
  const two = data.news.length > 0;
  return {
    caption: data.name,
    head: words.day,
    columns: [
      words.nowcastAxis(formatUnit(data.unit, locale)),
      ...(band ? [words.interval(data.level)] : []),
      ...(two ? [words.change] : []),
      ...data.news.map((n) => n.name),
    ],
    rows: data.path.map((p, i) => {
      const before = data.path[i - 1];
      const change = before ? p.mean - before.mean : null;
      const parts = data.news.map((n) => n.values[i] ?? null);
      return {
        head: formatDate(p.day, locale),
        cells: [
          write(p.mean),
          ...(band ? [`${write(p.lower!)} – ${write(p.upper!)}`] : []),
          ...(two ? [signed(change)] : []),
          ...parts.map(signed),
        ],
        period: p.day,
        raw: [p.mean, ...(band ? [[p.lower!, p.upper!] as RawCell] : []), ...(two ? [change] : []), ...parts],
      };
    }),
  };
}

function tickWidth(scale: Scale, fontSize: number): number {
  return Math.max(...[scale.min, scale.max].map((v) => textWidth(formatNumber(v, scale.decimals), fontSize)));
}

/** The axis with its name above it, from the left edge on. */
function named(axis: ChartOption, name: string, { palette, fontSize }: ChartContext): ChartOption {
  return {
    ...axis,
    name,
    nameLocation: "end",
    nameGap: 12,
    nameTextStyle: { color: palette.ink3, fontSize, align: "left" },
  };
}

function dayAxis(
  days: readonly IsoDate[],
  gridIndex: number,
  labelled: boolean,
  context: ChartContext,
): ChartOption {
  const { palette, fontSize } = context;
  return {
    type: "category",
    gridIndex,
    data: days,
    boundaryGap: true,
    axisLine: { lineStyle: { color: palette.ink3 }, onZero: false },
    axisTick: { show: false },
    axisLabel: {
      show: labelled,
      color: palette.ink3,
      fontSize,
      hideOverlap: true,
      formatter: (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`,
    },
    axisPointer: { label: { show: false } },
  };
}

function reference(
  line: NowcastPathData["lines"][number],
  { decimals, unit, path }: NowcastPathData,
  scale: Scale,
  context: ChartContext,
): ChartOption {
  const { palette, locale, fontSize } = context;
  return {
    yAxis: line.value,
    lineStyle: { color: palette.ink3, type: [3, 3], width: 1 },
    label: {
      formatter: `${line.label} ${formatNumber(line.value, decimals)}${formatUnit(unit, locale)}`,
      position: quietPlace(
        path.map((p) => p.mean),
        line.value,
        (scale.max - scale.min) * 0.07,
        scale,
      ),
      color: palette.ink2,
      fontSize,
      ...halo(context),
    },
  };
}

function chosen({ path, selected }: NowcastPathData, { dark }: ChartContext): ChartOption[][] {
  const day = selected === null ? undefined : path[selected]?.day;
  if (day === undefined) return [];
  const color = dark ? "rgba(255,255,255,.07)" : "rgba(20,24,31,.06)";
  return [[{ xAxis: day, itemStyle: { color } }, { xAxis: day }]];
}
