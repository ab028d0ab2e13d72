import { AppError } from "../errors.ts";

/**
 * Series published as growth alone (industrial value added): running growth is the share-weighted mean of the months'.
 *   G(m) = Σ_{i≤m} s(i) g(i) / S(m),  S(m) = Σ_{i≤m} s(i),  s: months' shares in the base year
 */

/** G of each month from g; NaN from the first missing month on. January–February together: give the pair's growth to both. */
export function runningGrowth(monthly: ArrayLike<number>, shares: ArrayLike<number>): Float64Array {
  const upTo = cumulated(shares, monthly);
  let sum = 0;
  return Float64Array.from({ length: monthly.length }, (_, m) => {
    sum += shares[m]! * monthly[m]!;
    return sum / upTo[m]!;
  });
}

/**
 * The inverse: g(m) = (G(m) S(m) − G(m−1) S(m−1)) / s(m). Where the month before is missing the figure covers both, and
 * stands in the later one.
 */
export function monthlyFromRunningGrowth(
  running: ArrayLike<number>,
  shares: ArrayLike<number>,
): Float64Array {
  const upTo = cumulated(shares, running);
  let before = -1;
  return Float64Array.from({ length: running.length }, (_, m) => {
    if (Number.isNaN(running[m]!)) return Number.NaN;
    const weight = before < 0 ? 0 : upTo[before]!;
    const weighted = before < 0 ? 0 : running[before]! * weight;
    before = m;
    return (running[m]! * upTo[m]! - weighted) / (upTo[m]! - weight);
  });
}

/** S of each month, after a look at what is to be weighted. */
function cumulated(shares: ArrayLike<number>, growth: ArrayLike<number>): Float64Array {
  const months = growth.length;
  const infinite = Array.from(growth).findIndex((g) => Math.abs(g) === Number.POSITIVE_INFINITY);
  if (infinite >= 0)
    throw new AppError(
      "invalid-input",
      `growth of month ${infinite + 1} is ${growth[infinite]}; it must be finite`,
    );
  if (shares.length < months)
    throw new AppError("invalid-input", `${months} months of growth but ${shares.length} shares`);
  let sum = 0;
  return Float64Array.from({ length: months }, (_, m) => {
    const share = shares[m]!;
    if (!(share > 0) || !Number.isFinite(share))
      throw new AppError("invalid-input", `the share of month ${m + 1} is ${share}; it must be above 0`);
    sum += share;
    return sum;
  });
}
