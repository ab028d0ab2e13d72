import type { IsoDate } from "../../models/series/date.ts";
import { GAP_REASONS, type GapReason } from "../../models/series/observation.ts";
import { formatDate } from "./formatDate.ts";
import { formatWords } from "./formatWords.ts";
import type { Locale } from "./locale.ts";

/** Why there is no number, in words; a figure that is due says when. An unknown reason says that it is unknown. */
export function formatGap(reason: string | null, locale: Locale, due: IsoDate | null = null): string {
  const words = formatWords(locale);
  if (reason === null) return words.noFigure;
  if (reason === "not-yet-released" && due !== null)
    return words.expectedOn(formatDate(due, locale, "short"));
  const known = (GAP_REASONS as readonly string[]).includes(reason) ? (reason as GapReason) : "unknown";
  return words.gap[known];
}
