import { AppError } from "../../errors.ts";

export interface DecomposeOptions {
  period: number;
  mode?: "additive" | "multiplicative";
  /** `centred` averages half a period on both sides, `past` the figures up to now. */
  trend?: "centred" | "past";
}

export interface Decomposition {
  seasonal: Float64Array;
  /** NaN where the average lacks figures: half a period at both ends, or the first period. */
  trend: Float64Array;
  random: Float64Array;
  /** One period of the season, beginning with the period of y[0]; mean 0 (or 1). */
  figure: Float64Array;
}

/**
 * Classical decomposition by moving averages: y = T + S + R, or y = T·S·R.
 *   T  centred average over one period, 2×m for an even m
 *   S  mean of y − T (y/T) by season, less (over) their mean;   R = y − T − S  (y/(T·S))
 * A gap (NaN) leaves its neighbourhood of T empty and does not enter S. Errors: fewer than two periods, infinite figures,
 * a season without a single figure beside a trend, a trend of zero in the multiplicative mode.
 * Kendall & Stuart (1983), The Advanced Theory of Statistics, vol. 3, 410–414; Hyndman & Athanasopoulos, 3rd ed., §3.4.
 */
export function decompose(y: Float64Array, options: DecomposeOptions): Decomposition {
  const { period: m, mode = "additive", trend: sides = "centred" } = options;
  const n = y.length;
  if (!Number.isInteger(m) || m < 2)
    throw new AppError(
      "invalid-input",
      `A decomposition needs a period of 2 or more, a whole number, not ${m}.`,
    );
  if (n < 2 * m)
    throw new AppError(
      "not-enough-data",
      `A decomposition needs two periods, ${2 * m} figures; the series has ${n}.`,
    );
  const infinite = y.findIndex((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY);
  if (infinite >= 0) throw new AppError("invalid-input", `Figure ${infinite + 1} is infinite.`);
  const ratio = mode === "multiplicative";
  const trend = movingTrend(y, m, sides);
  if (ratio && trend.some((v) => v === 0))
    throw new AppError(
      "invalid-input",
      "The trend is zero somewhere: a multiplicative decomposition cannot divide by it.",
    );
  const figure = new Float64Array(m);
  let level = 0;
  for (let j = 0; j < m; j++) {
    let sum = 0;
    let count = 0;
    for (let t = j; t < n; t += m) {
      const v = ratio ? y[t]! / trend[t]! : y[t]! - trend[t]!;
      if (Number.isNaN(v)) continue;
      sum += v;
      count++;
    }
    if (count === 0)
      throw new AppError(
        "not-enough-data",
        `Season ${j + 1} of ${m} has no figure with a trend beside it; one is needed.`,
      );
    figure[j] = sum / count;
    level += figure[j]! / m;
  }
  for (let j = 0; j < m; j++) figure[j] = ratio ? figure[j]! / level : figure[j]! - level;
  const seasonal = new Float64Array(n);
  const random = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    const s = figure[t % m]!;
    seasonal[t] = s;
    random[t] = ratio ? y[t]! / s / trend[t]! : y[t]! - s - trend[t]!;
  }
  return { seasonal, trend, random, figure };
}

/** Average over one period, its two ends weighing half where m is even; the same weights on the past alone. */
function movingTrend(y: Float64Array, m: number, sides: "centred" | "past"): Float64Array {
  const n = y.length;
  const half = Math.floor(m / 2);
  const width = 2 * half + 1;
  const lag = sides === "centred" ? half : width - 1;
  const edge = m % 2 === 0 ? 0.5 : 1;
  const trend = new Float64Array(n).fill(Number.NaN);
  for (let t = lag; t + width - 1 - lag < n; t++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (j === 0 || j === width - 1 ? edge : 1) * y[t - lag + j]!;
    trend[t] = sum / m;
  }
  return trend;
}
