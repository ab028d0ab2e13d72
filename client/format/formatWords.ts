import { format as en } from "../words/en/format.ts";
import { type FormatWords, format as zh } from "../words/zh/format.ts";
import type { Locale } from "./locale.ts";

/** The vocabulary of figures (units, frequencies, statuses, gaps) in the reader's language. */
export function formatWords(locale: Locale): FormatWords {
  return locale === "zh" ? zh : en;
}
