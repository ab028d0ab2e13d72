import { chartWords } from "./chartWords.ts";
import type { ChartContext, ChartOption } from "./drawing.ts";
import { halo } from "./frame.ts";
import type { LineData } from "./lineData.ts";
import { niceScale, type Scale } from "./niceScale.ts";
import { quietCorner } from "./quietCorner.ts";

/** Share of the drawing's height under which a band cannot hold a line of text. */
const THIN = 0.08;

/** Axis around the values; the normal band is shown as far as it is near, not stretched for. */
export function scaleWithBand(values: readonly (number | null)[], bounds: readonly number[] | null): Scale {
  const own = niceScale(values);
  if (!bounds) return own;
  const height = own.max - own.min;
  const near = bounds.slice(1, 3).filter((b) => b > own.min - height / 2 && b < own.max + height / 2);
  return niceScale([...values, ...near]);
}

/** The area between the second and third bound with its name, as far as the axis shows it. */
export function normalBand(
  bounds: LineData["bounds"],
  values: readonly (number | null)[],
  context: ChartContext,
  toAxis: (v: number) => number | null,
  write: (v: number) => string,
  scale: Scale,
): ChartOption[][] {
  if (!bounds) return [];
  const [, low, high] = bounds;
  const { palette } = context;
  const from = Math.max(toAxis(low) ?? 0, scale.min);
  const to = Math.min(toAxis(high) ?? 0, scale.max);
  if (from >= to) return [];
  const thin = (to - from) / (scale.max - scale.min) < THIN;
  return [
    [
      {
        yAxis: from,
        itemStyle: { color: palette.lights[3], opacity: 0.75 },
        name: chartWords(context.locale).normalBand(write(low), write(high)),
        label: {
          show: !(context.compact && thin),
          // A band too thin to write in is named below itself.
          position: thin ? "bottom" : quietCorner(values, from, to),
          ...halo(context),
          color: palette.on[3],
          fontSize: context.fontSize,
          distance: 6,
        },
      },
      { yAxis: to },
    ],
  ];
}
