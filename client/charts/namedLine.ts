import type { ChartContext, ChartOption } from "./drawing.ts";
import { endName } from "./frame.ts";

export interface LineStyle {
  z: number;
  width: number;
  color: string;
  dash?: readonly [number, number];
}

/** A line without marks that has its name at its end. */
export function namedLine(
  name: string,
  data: readonly (number | null)[],
  { z, width, color, dash }: LineStyle,
  context: ChartContext,
): ChartOption {
  return {
    name,
    type: "line",
    data,
    symbol: "none",
    z,
    lineStyle: { width, color, ...(dash && { type: [...dash] }) },
    itemStyle: { color },
    ...endName(name, color, context),
  };
}
