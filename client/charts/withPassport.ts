import { FONT_FAMILY } from "../theme/palette.ts";
import type { ChartContext, ChartOption } from "./drawing.ts";

export interface ImagePassport {
  title: string;
  subtitle: string;
  /** Source, vintage, day shown; and 模拟数据 where the figures are simulated. */
  footer: string;
}

export const PASSPORT_TOP = 62;
export const PASSPORT_BOTTOM = 28;

/** A picture that leaves the page takes its title, unit, source and vintage along. */
export function withPassport(
  option: ChartOption,
  passport: ImagePassport,
  context: ChartContext,
): ChartOption {
  const { palette } = context;
  const grid = (option.grid ?? {}) as { top?: number; bottom?: number };
  return {
    ...option,
    backgroundColor: palette.surface,
    tooltip: { show: false },
    grid: {
      ...grid,
      left: 16,
      top: (grid.top ?? 0) + PASSPORT_TOP,
      bottom: (grid.bottom ?? 0) + PASSPORT_BOTTOM,
    },
    title: [
      {
        text: passport.title,
        subtext: passport.subtitle,
        left: 12,
        top: 8,
        itemGap: 4,
        textStyle: { color: palette.ink, fontSize: 16, fontWeight: 700, fontFamily: FONT_FAMILY },
        subtextStyle: { color: palette.ink3, fontSize: 12, fontFamily: FONT_FAMILY },
      },
      {
        text: passport.footer,
        left: 12,
        bottom: 4,
        textStyle: { color: palette.ink3, fontSize: 11, fontWeight: 400, fontFamily: FONT_FAMILY },
      },
    ],
  };
}
