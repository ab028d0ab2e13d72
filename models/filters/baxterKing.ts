import { AppError } from "../errors.ts";
import { type Band, idealBandPass } from "./idealBandPass.ts";
import { termByTerm } from "./symmetricToeplitz.ts";
import { completeFigures, type TrendAndCycle } from "./trendAndCycle.ts";

/**
 * The waves of a band by a symmetric moving average of K leads and lags, the ideal one cut off and shifted to sum to 0:
 *   c(t) = Σ a(j) y(t−j), j = −K … K,   a(j) = B(|j|) − (B(0) + 2ΣB)/(2K+1)
 * Weights that sum to 0 and are symmetric remove a line and up to two unit roots. The first and last K periods have
 * NaN. By custom 6–32 quarters with K = 12, 18–96 months with K = 36.
 * Baxter & King (1999), Measuring business cycles, REStat 81. n ≥ 2K + 1; gaps are refused.
 */
export function baxterKing(figures: ArrayLike<number>, band: Band, leads: number): TrendAndCycle {
  const weights = baxterKingWeights(band, leads);
  const y = completeFigures(figures, 2 * leads + 1, `Baxter–King filter with ${leads} leads and lags`);
  const n = y.length;
  const cycle = new Float64Array(n).fill(Number.NaN);
  const trend = new Float64Array(n).fill(Number.NaN);
  termByTerm(weights, leads, y, leads, n - leads, cycle);
  for (let t = leads; t < n - leads; t++) trend[t] = y[t]! - cycle[t]!;
  return { trend, cycle };
}

/** a(0) … a(K) of the moving average; a(−j) = a(j). */
export function baxterKingWeights(band: Band, leads: number): Float64Array {
  if (!Number.isInteger(leads) || leads < 1)
    throw new AppError("invalid-input", `leads and lags are a whole number of 1 or more; found ${leads}`);
  const weights = idealBandPass(band, leads);
  let sum = weights[0]!;
  for (let j = 1; j <= leads; j++) sum += 2 * weights[j]!;
  const shift = sum / (2 * leads + 1);
  for (let j = 0; j <= leads; j++) weights[j]! -= shift;
  return weights;
}
