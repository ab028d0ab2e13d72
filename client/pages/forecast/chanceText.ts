import { formatNumber } from "../../format/formatNumber.ts";

/** A probability in percent as people read it: whole percents, and never 0 or 100, which nothing to come is. */
export function chanceText(percent: number, words: { least: string; most: string }): string {
  if (percent < 1) return words.least;
  if (percent > 99) return words.most;
  return `${formatNumber(percent, 0)}%`;
}
