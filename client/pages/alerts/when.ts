import { formatDate, formatInstant } from "../../format/formatDate.ts";
import type { Lang } from "../../words/useWords.ts";

/** A business day as a date, an instant to the minute in Beijing. */
export function when(at: string, lang: Lang): string {
  return at.length === 10 ? formatDate(at, lang) : formatInstant(at);
}
