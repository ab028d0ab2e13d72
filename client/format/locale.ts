import type { Words } from "../../models/indicators/indicator.ts";

/** The two languages of the product. Chinese is the source; English is complete. */
export type Locale = "zh" | "en";

/** The text of a bilingual value in the reader's language. */
export function say(words: Words, locale: Locale): string {
  return words[locale];
}
