import { FONT_FAMILY } from "../theme/palette.ts";
import type { ChartContext, ChartOption } from "./drawing.ts";
import { textWidth } from "./textWidth.ts";

/** What every drawing shares: the font by name, no animation (a screenshot is a document), and its own background. */
export function frame(context: ChartContext, parts: ChartOption): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY, color: context.palette.ink2 },
    ...parts,
  };
}

/** The drawing area, with room at the right for the longest end label. */
export function plotArea(
  context: ChartContext,
  endLabels: readonly string[],
  more: { top?: number; bottom?: number } = {},
): ChartOption {
  const size = labelSize(context);
  const room = Math.max(0, ...endLabels.map((t) => textWidth(t, size)));
  return {
    left: 4,
    right: room === 0 ? 14 : room + 14,
    top: more.top ?? 14,
    bottom: more.bottom ?? 4,
    outerBoundsMode: "same",
    outerBoundsContain: "axisLabel",
  };
}

/** Pixels of text that names a line: one step above the axis text. */
export function labelSize(context: ChartContext): number {
  return context.fontSize + 1;
}

/** A halo in the colour of the ground, so that a label stays readable upon a line. */
export function halo(context: ChartContext): ChartOption {
  return { textBorderColor: context.palette.surface, textBorderWidth: 3 };
}

/** The name of a line at its end, in its colour; dropped where there is no room, for the key above says it. */
export function endName(name: string, color: string, context: ChartContext): ChartOption {
  if (context.compact) return {};
  return {
    endLabel: {
      show: true,
      formatter: name,
      color,
      fontWeight: 700,
      fontSize: labelSize(context),
      ...halo(context),
    },
    labelLayout: { moveOverlap: "shiftY" },
  };
}
