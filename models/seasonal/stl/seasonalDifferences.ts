import { differenced, differencePolynomial } from "../../arima/arimaOrder.ts";
import { isConstant, STRONG_SEASON } from "../../arima/orderOfDifferencing.ts";
import { mstl } from "./mstl.ts";

/**
 * How much of the movement around the trend is season, the parts by STL with a window of eleven seasons, 0 to 1.
 *   F = max(0, 1 − Var(R) / Var(S + R))
 * 0 where two full seasons and one figure more are not there. Wang, Smith & Hyndman (2006), Data Mining and Knowledge
 * Discovery 13; Hyndman & Athanasopoulos, 3rd ed., §4.3. The season may change its shape here; in seasonalStrength.ts,
 * which is quicker, it is fixed.
 */
export function loessSeasonalStrength(y: Float64Array, m: number): number {
  if (m < 2 || y.length <= 2 * m) return 0;
  const { seasonals, remainder } = mstl(y, { periods: [m] });
  const both = remainder.map((v, t) => v + seasonals[0]!.values[t]!);
  const total = variance(both);
  return total > 0 ? Math.max(0, 1 - variance(remainder) / total) : 0;
}

/**
 * Seasonal differences while the season is strong (F > 0.64), `most` (1) at most and as long as two seasons are left.
 * Conventions of forecast::nsdiffs with its test "seas".
 */
export function seasonalDifferences(y: Float64Array, m: number, most = 1): number {
  let x = y;
  let D = 0;
  while (D < most && !isConstant(x) && loessSeasonalStrength(x, m) > STRONG_SEASON) {
    x = differenced(x, differencePolynomial({ d: 0, D: 1, m }));
    D++;
  }
  return D;
}

function variance(x: Float64Array): number {
  const mean = x.reduce((a, v) => a + v, 0) / x.length;
  return x.reduce((a, v) => a + (v - mean) ** 2, 0) / x.length;
}
