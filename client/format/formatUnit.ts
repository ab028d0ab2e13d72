import { formatWords } from "./formatWords.ts";
import type { Locale } from "./locale.ts";

/** A unit as people read it; a unit the vocabulary does not hold is shown as it came. */
export function formatUnit(unit: string, locale: Locale): string {
  return formatWords(locale).unit[unit] ?? unit;
}

/** The unit of a difference of two figures: percent differ by percentage points, indexes by points. */
export function changeUnit(unit: string): string {
  if (unit === "percent") return "percentage-point";
  if (unit === "index" || unit === "index-same-month-100") return "index-point";
  return unit;
}

/** Number and unit as one text, with a space where the language wants one: 5.0%, 134.91万亿元, 5.1 billion yuan. */
export function joinUnit(number: string, unit: string, locale: Locale): string {
  const text = formatUnit(unit, locale);
  if (text === "") return number;
  if (text === "%" || text === "‰") return number + text;
  if (locale === "zh")
    return number + (unit === "percentage-point" || text.startsWith("（") ? text : ` ${text}`);
  return `${number} ${text}`;
}
