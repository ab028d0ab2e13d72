import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis } from "./axis.ts";
import { bandBetween } from "./bandBetween.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption, Drawing, RawCell } from "./drawing.ts";
import { endName, frame, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface ProbabilityData {
  /** What it is the probability of. */
  name: string;
  periods: readonly string[];
  /** The probability that counts, in percent, with its band. */
  main: {
    name: string;
    values: readonly (number | null)[];
    level: number;
    lower: readonly (number | null)[];
    upper: readonly (number | null)[];
  };
  /** What others say of the same, dashed. */
  others: readonly { name: string; values: readonly (number | null)[] }[];
  /** A level to hold it against, as it was in force month by month. */
  cutoff: { name: string; values: readonly (number | null)[] } | null;
  /** Months that are marked, e.g. those in which the event was on; `yes` is what the table says of them. */
  marked: { name: string; yes: string; months: readonly (boolean | null)[]; openEnd: string | null };
}

const DASHES = [
  [6, 4],
  [2, 3],
  [8, 3, 2, 3],
];

/** A probability with its band over marked months: the band is an invisible lower line and a width stacked upon it. */
export function probabilityDrawing(data: ProbabilityData, context: ChartContext): Drawing {
  const { palette, locale } = context;
  const { main, others, cutoff, marked, periods } = data;
  const words = chartWords(locale);
  const measure = measureOf("percent", 0, [100], locale);
  const twin = {
    caption: data.name,
    head: words.period,
    columns: [
      main.name,
      words.interval(main.level),
      ...others.map((o) => o.name),
      ...(cutoff ? [cutoff.name] : []),
      marked.name,
    ],
    rows: periods.map((period, i) => {
      const lower = main.lower[i] ?? null;
      const upper = main.upper[i] ?? null;
      const lines = [...others, ...(cutoff ? [cutoff] : [])].map((o) => o.values[i] ?? null);
      const value = main.values[i] ?? null;
      const raw: RawCell[] = [
        value,
        lower === null || upper === null ? null : [lower, upper],
        ...lines,
        marked.months[i] === null ? null : Number(marked.months[i] === true),
      ];
      const write = (v: number | null): string => (v === null ? "—" : measure.write(v));
      return {
        head: formatPeriod(period, locale),
        cells: [
          write(value),
          lower === null || upper === null
            ? ""
            : `${measure.writeNumber(lower)} – ${measure.writeNumber(upper)}`,
          ...lines.map(write),
          marked.months[i] === true ? marked.yes : "",
        ],
        period,
        raw,
      };
    }),
  };
  const drawn = [main.upper, main.values, ...others.map((o) => o.values), ...(cutoff ? [cutoff.values] : [])];
  const scale = niceScale(drawn.flat(), 5, true);
  const color = (i: number): string => palette.series[(i + 1) % palette.series.length] ?? palette.ink3;
  const line = (name: string, values: readonly (number | null)[], style: ChartOption): ChartOption => ({
    name,
    type: "line",
    data: values,
    symbol: "none",
    connectNulls: false,
    ...style,
  });
  const mainAt = 2;
  return {
    option: frame(context, {
      grid: plotArea(
        context,
        context.compact ? [] : [main.name, ...others.map((o) => o.name), ...(cutoff ? [cutoff.name] : [])],
        { top: 18 },
      ),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(periods, context),
      yAxis: valueAxis({ ...scale, max: Math.min(scale.max, 100) }, measure.unit, context),
      series: [
        ...bandBetween(main.lower, main.upper, {
          name: words.interval(main.level),
          areaStyle: { color: palette.accent, opacity: 0.2 },
        }),
        line(main.name, main.values, {
          z: 6,
          lineStyle: { width: 2.4, color: palette.ink },
          itemStyle: { color: palette.ink },
          ...endName(main.name, palette.ink, context),
          markArea: { silent: true, data: markedAreas(data, context) },
        }),
        ...others.map((o, i) =>
          line(o.name, o.values, {
            z: 5,
            lineStyle: { width: 1.4, type: DASHES[i % DASHES.length], color: color(i) },
            itemStyle: { color: color(i) },
            ...endName(o.name, color(i), context),
          }),
        ),
        ...(cutoff
          ? [
              line(cutoff.name, cutoff.values, {
                z: 4,
                step: "end",
                lineStyle: { width: 1.2, type: [4, 3], color: palette.ink3 },
                itemStyle: { color: palette.ink3 },
                ...endName(cutoff.name, palette.ink3, context),
              }),
            ]
          : []),
      ],
    }),
    twin,
    keys: [
      { name: main.name, color: palette.ink, dash: null },
      ...others.map((o, i) => ({ name: o.name, color: color(i), dash: DASHES[i % DASHES.length]! })),
      ...(cutoff ? [{ name: cutoff.name, color: palette.ink3, dash: [4, 3] }] : []),
    ],
    points: periods.length * (3 + others.length),
    cursor: (row) => ((main.values[row] ?? null) === null ? null : [mainAt, row]),
  };
}

/** Runs of marked months as grounds; one that reaches the newest month is named as not yet over. */
function markedAreas({ marked, periods }: ProbabilityData, context: ChartContext): ChartOption[][] {
  const { palette } = context;
  return runsOf(marked.months).map(([from, to]) => {
    const open = to === marked.months.length - 1;
    return [
      {
        xAxis: periods[from],
        itemStyle: { color: palette.ink3, opacity: 0.16 },
        name: open ? (marked.openEnd ?? "") : "",
        label: {
          show: open && marked.openEnd !== null,
          position: "insideTopRight",
          color: palette.ink2,
          fontSize: context.fontSize,
        },
      },
      { xAxis: periods[to] },
    ];
  });
}

function runsOf(months: readonly (boolean | null)[]): [number, number][] {
  const runs: [number, number][] = [];
  months.forEach((on, i) => {
    if (on !== true) return;
    const last = runs.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else runs.push([i, i]);
  });
  return runs;
}
