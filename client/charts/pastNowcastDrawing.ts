import type { Period } from "../../models/series/period.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { periodAxis, valueAxis, zeroLine } from "./axis.ts";
import { bandBetween } from "./bandBetween.ts";
import { chartWords } from "./chartWords.ts";
import type { ChartContext, Drawing } from "./drawing.ts";
import { frame, plotArea } from "./frame.ts";
import { measureOf } from "./measure.ts";
import { namedLine } from "./namedLine.ts";
import { niceScale } from "./niceScale.ts";
import { twinTooltip } from "./tooltip.ts";

export interface PastNowcastData {
  name: string;
  unit: string;
  decimals: number;
  periods: readonly Period[];
  /** null where the period is left out. */
  actual: readonly (number | null)[];
  /** As told at one distance to publication, with its interval; null where it was not told so early. */
  told: readonly (number | null)[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  level: number;
  /** The last figure known then, carried on. */
  naive: readonly (number | null)[];
  /** The period whose path is shown beside, as a place in the columns. */
  selected: number | null;
}

/** What was told of each past period at one distance to its figure, with the interval, the figure as first published, and the last figure carried on. */
export function pastNowcastDrawing(data: PastNowcastData, context: ChartContext): Drawing {
  const { palette, locale, dark } = context;
  const words = chartWords(locale);
  const all = [...data.actual, ...data.told, ...data.lower, ...data.upper, ...data.naive];
  const measure = measureOf(data.unit, data.decimals, all, locale);
  const scale = niceScale(all.map(measure.toAxis));
  const write = (v: number | null | undefined): string => (v == null ? "—" : measure.write(v));
  const band = words.interval(data.level);
  const twin = {
    caption: data.name,
    head: words.period,
    columns: [words.first, words.toldThen, band, words.lastCarried],
    rows: data.periods.map((period, i) => {
      const [low, high] = [data.lower[i] ?? null, data.upper[i] ?? null];
      return {
        head: formatPeriod(period, locale),
        cells: [
          write(data.actual[i]),
          write(data.told[i]),
          low === null || high === null ? "—" : `${measure.writeNumber(low)} – ${measure.writeNumber(high)}`,
          write(data.naive[i]),
        ],
        period,
        raw: [
          data.actual[i] ?? null,
          data.told[i] ?? null,
          low === null || high === null ? null : ([low, high] as const),
          data.naive[i] ?? null,
        ],
      };
    }),
  };
  const axis = (v: number | null | undefined): number | null => measure.toAxis(v ?? null);
  const chosen = data.selected === null ? undefined : data.periods[data.selected];
  return {
    option: frame(context, {
      grid: plotArea(context, context.compact ? [] : [words.first, words.toldThen, words.lastCarried], {
        top: measure.unit.length > 1 ? 30 : 14,
      }),
      tooltip: twinTooltip(twin, context),
      xAxis: periodAxis(data.periods, context),
      yAxis: valueAxis(scale, measure.unit, context),
      series: [
        ...bandBetween(data.lower.map(axis), data.upper.map(axis), {
          name: band,
          areaStyle: { color: palette.accent, opacity: 0.16 },
        }),
        namedLine(
          words.lastCarried,
          data.naive.map(axis),
          { z: 3, width: 1.6, color: palette.ink3, dash: [2, 3] },
          context,
        ),
        namedLine(
          words.toldThen,
          data.told.map(axis),
          { z: 4, width: 2, color: palette.accent, dash: [5, 4] },
          context,
        ),
        {
          ...namedLine(words.first, data.actual.map(axis), { z: 5, width: 2.4, color: palette.ink }, context),
          markLine: { silent: true, symbol: "none", data: zeroLine(scale, context) },
          markPoint: {
            silent: true,
            symbol: "circle",
            symbolSize: 9,
            itemStyle: { color: palette.surface, borderColor: palette.ink, borderWidth: 2 },
            label: { show: false },
            data: chosen === undefined ? [] : [{ coord: [data.selected, axis(data.actual[data.selected!])] }],
          },
          markArea: {
            silent: true,
            data:
              chosen === undefined
                ? []
                : [
                    [
                      {
                        xAxis: chosen,
                        itemStyle: { color: dark ? "rgba(255,255,255,.07)" : "rgba(20,24,31,.06)" },
                      },
                      { xAxis: chosen },
                    ],
                  ],
          },
        },
      ],
    }),
    twin,
    keys: [
      { name: words.first, color: palette.ink, dash: null },
      { name: words.toldThen, color: palette.accent, dash: [5, 4] },
      { name: words.lastCarried, color: palette.ink3, dash: [2, 3] },
    ],
    points: data.periods.length * 5,
    cursor: (row) => (row < data.periods.length ? [4, row] : null),
  };
}
