import { AppError } from "../../errors.ts";
import { type FTest, stableSeasonality } from "./stableSeasonality.ts";

/**
 * Whether a season is left in an adjusted series A: one-way analysis of variance by month of its quarterly change
 *   d(t) = A(t) − A(t − m/4)
 * over the whole series, and over the last three years, which is null where they are not there.
 * Lothian & Morry (1978); Ladiray & Quenneville (2001), §4.7 (table D11).
 */
export function residualSeasonality(
  adjusted: Float64Array,
  m: number,
): { all: FTest; lastThreeYears: FTest | null } {
  const lag = m / 4;
  if (!Number.isInteger(lag))
    throw new AppError("invalid-input", `The test is for months and quarters, not a period of ${m}.`);
  const change = new Float64Array(Math.max(adjusted.length - lag, 0));
  for (let t = 0; t < change.length; t++) change[t] = adjusted[t + lag]! - adjusted[t]!;
  const all = stableSeasonality(change, m);
  const recent = 3 * m;
  return { all, lastThreeYears: change.length < recent ? null : stableSeasonality(change.slice(-recent), m) };
}
