import { KPSS_LEVEL_5, kpss } from "../../statistics/kpss.ts";
import { seasonalStrength } from "../../statistics/seasonalStrength.ts";
import { differenced, differencePolynomial } from "./arimaOrder.ts";

/** A season this strong is differenced out (Hyndman & Athanasopoulos, 3rd ed., §9.1). */
const STRONG_SEASON = 0.64;
const MOST_DIFFERENCES = 2;

/**
 * Seasonal difference where the season is strong and at least three years are known; then plain differences until
 * the KPSS test no longer rejects stationarity at 5 %, two differences in all at most.
 */
export function orderOfDifferencing(y: Float64Array, m: number): { d: number; D: number } {
  const D = m > 1 && y.length >= 3 * m && seasonalStrength(y, m) > STRONG_SEASON ? 1 : 0;
  let d = 0;
  while (d + D < MOST_DIFFERENCES && kpss(differenced(y, differencePolynomial({ d, D, m }))) > KPSS_LEVEL_5)
    d++;
  return { d, D };
}
