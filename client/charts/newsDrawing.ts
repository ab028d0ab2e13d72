import type { MovePart } from "../../server/routers/views.ts";
import type { ChartContext, ChartKey, ChartOption } from "./drawing.ts";
import { newsStyle } from "./newsStyle.ts";
import { niceScale, type Scale } from "./niceScale.ts";

/** One part of the moves: its impact on each day of the path, percentage points; null where it moved nothing. */
export interface NewsPart {
  part: MovePart;
  name: string;
  values: readonly (number | null)[];
}

/** The axis reaches this far at least, percentage points: a move of thousandths must not look like one. */
const LEAST_REACH = 0.05;

/** Tops and bottoms of the stacks, with zero on the axis. */
export function newsScale(parts: readonly NewsPart[], days: number): Scale {
  const ends = Array.from({ length: days }, (_, i) => {
    const here = parts.map((p) => p.values[i] ?? 0);
    const sum = (sign: number): number => here.filter((v) => v * sign > 0).reduce((a, b) => a + b, 0);
    return [sum(1), sum(-1)];
  });
  return niceScale([...ends.flat(), LEAST_REACH, -LEAST_REACH], 4, true);
}

/** Bars of news by day, parts stacked by sign on the axes given. */
export function newsDrawing(
  parts: readonly NewsPart[],
  axes: { xAxisIndex: number; yAxisIndex: number },
  { palette }: Pick<ChartContext, "palette">,
): { series: ChartOption[]; keys: ChartKey[] } {
  return {
    series: parts.map(({ part, name, values }) => {
      const { fill, border } = newsStyle(part, palette);
      return {
        ...axes,
        name,
        type: "bar",
        stack: "news",
        stackStrategy: "samesign",
        barWidth: "58%",
        barMaxWidth: 34,
        itemStyle: { color: fill, ...(border ? { borderColor: border, borderWidth: 1.5 } : {}) },
        data: values,
      };
    }),
    keys: parts.map(({ part, name }) => {
      const { fill, border } = newsStyle(part, palette);
      return { name, color: border ?? fill, dash: border ? [3, 3] : null };
    }),
  };
}
