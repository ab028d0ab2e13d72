import type { X11Result } from "../x11/x11.ts";
import { averageDuration } from "./averageDuration.ts";
import type { IdentifiableSeasonality } from "./identifiableSeasonality.ts";
import { seasonalStability } from "./seasonalStability.ts";
import type { SummaryMeasures } from "./summaryMeasures.ts";

export interface MStatistics {
  /** M1 … M11, each from 0 to 3 and acceptable below 1; null where the series is too short or its season stable. */
  m: readonly (number | null)[];
  /** Weighted mean of the M, and the same without M2. Acceptable below 1. */
  q: number;
  q2: number;
  /** How many M are 1 or more. */
  failures: number;
}

const WEIGHTS = [10, 11, 10, 8, 11, 10, 18, 7, 7, 4, 4];
const HIGHEST = 3;

/**
 * The quality statistics of X-11-ARIMA:
 *   M1  share of I in the 3-month change of the modified original / 10 %
 *   M2  share of I in its stationary variance / 10 %
 *   M3  (I/C − 1)/2, I/C brought to months
 *   M4  |3(n−1)/ADR − 2n + 1| / (2.577 √(1.6n − 2.9)),  ADR the average duration of run of I
 *   M5  (MCD′ − 0.5)/5,  MCD′ months for cyclical dominance, interpolated
 *   M6  |I/S − 4|/2.5, weighed only where every month's filter is 3×5
 *   M7  √((7/F_S + 3F_M/F_S)/2)
 *   M8 … M11  size and drift of the seasonal's changes, all and recent years
 * Q is their mean with weights 10 11 10 8 11 10 18 7 7 4 4; without M8–M11 their weights fall to M7, M7, M1, M2.
 * Lothian & Morry (1978); Ladiray & Quenneville (2001), §4.8, tables F2 and F3.
 */
export function mStatistics(
  result: X11Result,
  measures: SummaryMeasures,
  identifiable: IdentifiableSeasonality,
): MStatistics {
  const { plan, tables, movingSeasonality, icRatio } = result;
  const n = tables.d13.length;
  const perMonth = 12 / plan.period;
  const duration = averageDuration(tables.d13);
  const stable = result.seasonalMa.filters.includes("stable");
  const ratio = plan.mode !== "add";
  const changes = stable ? null : seasonalStability(tables.d10, plan.period, ratio ? 1 : 0);
  const raw = [
    measures.shares.irregular[plan.period / 4 - 1]! / 10,
    measures.variance.irregular / 10,
    (icRatio * perMonth - 1) / 2,
    Math.abs((3 * (n - 1)) / duration - 2 * n + 1) / (Math.sqrt(1.6 * n - 2.9) * 2.577),
    (dominance(measures.icRatios, measures.monthsForDominance, perMonth) * perMonth - 0.5) / 5,
    Math.abs(movingSeasonality.ratio - 4) / 2.5,
    identifiable.m7,
    ...(changes ? [changes.m8, changes.m9, changes.m10, changes.m11] : []),
  ].map((v) => Math.min(Math.max(v, 0), HIGHEST));
  const counted = weightsM6(result);
  let sum = 0;
  let weight = 0;
  WEIGHTS.forEach((w, i) => {
    if (i === 5 && !counted) return;
    sum += w * (raw[i] ?? raw[STAND_INS[i - 7]!]!);
    weight += w;
  });
  const m2Weight = changes ? 11 : 15;
  return {
    m: WEIGHTS.map((_, i) => raw[i] ?? null),
    q: sum / weight,
    q2: (sum - m2Weight * raw[1]!) / (weight - m2Weight),
    failures: raw.filter((v) => v >= 1).length,
  };
}

/** Which M carries the weight of M8 … M11 where they are not there. */
const STAND_INS = [6, 6, 0, 1];

/** M6 asks whether 3×5 was right, so it counts only where 3×5 was used, and not for want of years. */
function weightsM6(result: X11Result): boolean {
  const { filters, chosen, passes } = result.seasonalMa;
  if (!filters.every((f) => f === "s3x5" || f === "x11default")) return false;
  const last = passes.at(-1) ?? 0;
  return chosen === null || (last >= 3.5 && last <= 5.5);
}

/** The point between two whole months where I/C falls below one, on the straight line between their ratios. */
function dominance(ratios: Float64Array, months: number, perMonth: number): number {
  const at = (k: number) => ratios[k - 1]!;
  if (months === 1) return Math.min(Math.max(1 + (at(1) - 1) / (at(1) - at(2)), 0.5), 1);
  const fall = at(months - 1) - at(months);
  if (fall <= 0 && months === ratios.length) return perMonth * 15.5;
  return months + (at(months) - 1) / fall;
}
