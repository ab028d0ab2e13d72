import { interpolate } from "../statistics/interpolate.ts";
import { KPSS_LEVEL_5, kpss } from "../statistics/kpss.ts";
import { seasonalStrength } from "../statistics/seasonalStrength.ts";
import { adf } from "../unitRoots/adf.ts";
import { dickeyFullerCritical } from "../unitRoots/dickeyFullerTables.ts";
import { kpssTest } from "../unitRoots/kpssTest.ts";
import { phillipsPerron } from "../unitRoots/phillipsPerron.ts";
import { differenced, differencePolynomial } from "./arimaOrder.ts";

/** A season this strong is differenced out (Hyndman & Athanasopoulos, 3rd ed., §9.1). */
export const STRONG_SEASON = 0.64;
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

export interface PlainDifferences {
  /** `kpss` differences what it finds not stationary; `adf` and `pp` what they cannot tell from a unit root. */
  test?: "kpss" | "adf" | "pp";
  /** Level of the test, within [0.01, 0.1], where the tables end. */
  alpha?: number;
  around?: "level" | "trend";
  most?: number;
}

/**
 * Plain differences until a unit-root test is satisfied, `most` (2) at most.
 *   kpss: L = ⌊3√n/13⌋ lags, differences while p < α;  adf: one lagged difference, pp: ⌊4(n/100)^¼⌋ lags, while p > α;
 *   p read off the tables by interpolation
 * A series that has stopped moving is differenced no further. Conventions of forecast::ndiffs.
 */
export function plainDifferences(y: Float64Array, options: PlainDifferences = {}): number {
  const { test = "kpss", around = "level", most = 2 } = options;
  const alpha = Math.max(0.01, Math.min(0.1, options.alpha ?? 0.05));
  let x: Float64Array = y.filter((v) => !Number.isNaN(v));
  let d = 0;
  while (d < most && !isConstant(x) && x.length > SHORTEST && wanting(x, test, around, alpha)) {
    x = differenced(x, Float64Array.of(0, 1));
    d++;
  }
  return d;
}

/** Fewer figures than this no test is run on. */
const SHORTEST = 12;

function wanting(
  x: Float64Array,
  test: "kpss" | "adf" | "pp",
  around: "level" | "trend",
  alpha: number,
): boolean {
  if (test === "kpss")
    return kpssTest(x, { around, lags: Math.floor((3 * Math.sqrt(x.length)) / 13) }).p < alpha;
  const deterministics = around === "level" ? "constant" : "trend";
  if (test === "adf") {
    const { statistic } = adf(x, { deterministics, lags: 1 });
    const critical = dickeyFullerCritical(around === "level" ? "tau2" : "tau3", x.length - 1);
    return probability(statistic, critical) > alpha;
  }
  const { zTau, critical } = phillipsPerron(x, { deterministics, moments: "current" });
  return probability(zTau, critical) > alpha;
}

function probability(
  statistic: number,
  { onePercent, fivePercent, tenPercent }: { onePercent: number; fivePercent: number; tenPercent: number },
): number {
  return interpolate([onePercent, fivePercent, tenPercent], [0.01, 0.05, 0.1], statistic);
}

/** Whether every figure is the first, but for rounding. */
export function isConstant(x: Float64Array): boolean {
  return x.every((v) => Math.abs(v - x[0]!) <= 1.5e-8 * Math.abs(x[0]!));
}
