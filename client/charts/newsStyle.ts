import type { MovePart } from "../../server/routers/views.ts";
import type { Palette } from "../theme/palette.ts";

const HUES: Readonly<Partial<Record<MovePart, number>>> = {
  production: 0,
  investment: 1,
  consumption: 2,
  trade: 3,
  prices: 4,
  survey: 5,
};

export interface NewsStyle {
  fill: string;
  /** Drawn as an outline where the hues are used up, and for what is no news. */
  border: string | null;
}

/** How a part of a move is drawn: the same hue for a part on every page; what is not news is grey. */
export function newsStyle(part: MovePart, palette: Palette): NewsStyle {
  const hue = HUES[part];
  if (hue !== undefined) return { fill: palette.series[hue]!, border: null };
  if (part === "money") return { fill: palette.surface, border: palette.accent };
  if (part === "revisions") return { fill: palette.ink3, border: null };
  return { fill: palette.surface, border: palette.ink3 };
}
