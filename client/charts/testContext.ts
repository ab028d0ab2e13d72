import { PALETTES } from "../theme/palette.ts";
import type { ChartContext } from "./drawing.ts";

/** The context in which drawings are tested: light, Chinese, a desk's width. */
export const testContext: ChartContext = {
  palette: PALETTES.light,
  dark: false,
  locale: "zh",
  fontSize: 12,
  compact: false,
};

/** Reads into an option, which is plain data: `part(option, "series", 0, "data")`. */
export function part(option: unknown, ...path: (string | number)[]): unknown {
  let at = option;
  for (const step of path) at = (at as Record<string | number, unknown> | undefined)?.[step];
  return at;
}
