import type { Words } from "../../../models/indicators/indicator.ts";
import { sayNumber } from "../say.ts";

/** What every model is measured against (`models/forecast/benchmarkOf.ts`), in words that need no textbook. */
export const REPEATING: Words = {
  zh: "直接沿用上期或上年同期数值",
  en: "repeating the last figure or the one a year before",
};

/** By how much more or less, in whole percent of the other's error. */
export const percentApart = (ratio: number): string => sayNumber(Math.abs(1 - ratio) * 100, 0);

/** How large a model's errors were beside those of repeating: `ratio` of the two; a difference under half a percent is none. */
export function besideRepeating(ratio: number): Words {
  const apart = percentApart(ratio);
  if (apart === "0")
    return { zh: `误差与${REPEATING.zh}相当`, en: `its errors were as large as by ${REPEATING.en}` };
  return {
    zh: `误差比${REPEATING.zh}${ratio > 1 ? "还大" : "小"} ${apart}%`,
    en: `its errors were ${apart}% ${ratio > 1 ? "larger" : "smaller"} than by ${REPEATING.en}`,
  };
}
