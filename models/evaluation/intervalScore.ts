/**
 * Scores of intervals and quantiles, in the unit of the figure; lower is better and honesty is the best strategy.
 * Gneiting & Raftery (2007), JASA 102, §6; Bracher et al. (2021), PLOS Computational Biology 17.
 */

/** Quantile (pinball, tick) loss of the p-quantile q: (1{y < q} − p)(q − y). Koenker & Bassett (1978). */
export const pinballLoss = (actual: number, quantile: number, p: number): number =>
  actual < quantile ? (1 - p) * (quantile - actual) : p * (actual - quantile);

/** IS_α = (u − l) + 2/α (l − y)⁺ + 2/α (y − u)⁺ of a central interval that promises 1 − α. */
export function intervalScore(actual: number, lower: number, upper: number, alpha: number): number {
  return (
    upper - lower + (2 / alpha) * Math.max(0, lower - actual) + (2 / alpha) * Math.max(0, actual - upper)
  );
}

export interface CentralInterval {
  /** Coverage promised, in percent. */
  level: number;
  lower: number;
  upper: number;
}

/**
 * Weighted interval score of a median and K central intervals: an approximation of the CRPS from what is published.
 *   WIS = ( ½ |y − m| + Σ_k α_k/2 · IS_{α_k} ) / (K + ½),   α_k = 1 − level/100
 */
export function weightedIntervalScore(
  actual: number,
  median: number,
  intervals: readonly CentralInterval[],
): number {
  const sum = intervals.reduce(
    (s, { level, lower, upper }) => {
      const alpha = 1 - level / 100;
      return s + (alpha / 2) * intervalScore(actual, lower, upper, alpha);
    },
    0.5 * Math.abs(actual - median),
  );
  return sum / (intervals.length + 0.5);
}
