import { AppError } from "../errors.ts";
import { hodrickPrescottWithGaps } from "../filters/hodrickPrescottWithGaps.ts";
import { smoothingParameter } from "../filters/smoothingParameter.ts";

export interface GrowthCycleOptions {
  /** λ of the trend that is taken out; by default that of 120 observations (10 years of months), 133 107.94. */
  trendLambda?: number;
  /** λ of the smoothing of what is left; by default that of 12 observations, 13.93; 0 leaves the noise in. */
  noiseLambda?: number;
}

export interface GrowthCycle {
  /** NaN before the first and after the last figure; it runs through a gap. */
  trend: Float64Array;
  /** The smoothed deviation from trend, in units of y. */
  cycle: Float64Array;
}

/**
 * The deviation from trend without the noise, by two Hodrick–Prescott filters:
 *   c = HP₁₂(y − HP₁₂₀(y))
 * which together keep waves of one to ten years. y in logs ·100 gives percent of trend. NaN marks a gap; what lies
 * between known figures is bridged by the filters, never beyond them. Two-sided: its last months revise
 * (`revisionBand`). Gyomai & Guidetti (2012), OECD System of Composite Leading Indicators.
 */
export function growthCycle(y: ArrayLike<number>, options: GrowthCycleOptions = {}): GrowthCycle {
  const { trendLambda = smoothingParameter(120), noiseLambda = smoothingParameter(12) } = options;
  const n = y.length;
  let from = 0;
  let to = n;
  while (from < to && Number.isNaN(y[from]!)) from++;
  while (to > from && Number.isNaN(y[to - 1]!)) to--;
  if (to - from < 3)
    throw new AppError(
      "not-enough-data",
      `a growth cycle needs at least 3 figures; found ${to - from} in ${n} periods`,
    );
  const figures = Float64Array.from({ length: to - from }, (_, t) => y[from + t]!);
  const long = hodrickPrescottWithGaps(figures, trendLambda);
  const smooth = noiseLambda === 0 ? long.cycle : hodrickPrescottWithGaps(long.cycle, noiseLambda).trend;
  const trend = new Float64Array(n).fill(Number.NaN);
  const cycle = new Float64Array(n).fill(Number.NaN);
  trend.set(long.trend, from);
  cycle.set(smooth, from);
  return { trend, cycle };
}
