import { formatNumber } from "../../format/formatNumber.ts";

interface TitleWords {
  title(n: number): string;
  pair(a: string, b: string, r: string): string;
  closest(a: string, b: string, r: string): string;
}

/** The finding above a comparison: which two series move together most closely, by the correlation shown below it. */
export function compareTitle(
  names: readonly string[],
  correlation: readonly (readonly (number | null)[])[],
  words: TitleWords,
): string {
  let best: { a: number; b: number; r: number } | null = null;
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++) {
      const r = correlation[a]?.[b] ?? null;
      if (r !== null && (best === null || Math.abs(r) > Math.abs(best.r))) best = { a, b, r };
    }
  if (best === null) return words.title(names.length);
  const say = names.length === 2 ? words.pair : words.closest;
  return say(names[best.a] ?? "", names[best.b] ?? "", formatNumber(best.r, 2));
}
