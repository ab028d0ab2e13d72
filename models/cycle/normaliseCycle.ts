import { AppError } from "../errors.ts";

/**
 * What a cycle is measured by: its mean absolute deviation (OECD 2012) or its standard deviation (OECD since 2010 for
 * surveys).
 */
export type CycleScale = "mean-absolute-deviation" | "standard-deviation";

export interface CycleMoments {
  mean: number;
  scale: number;
  n: number;
}

/** Mean and scale of the known figures; the standard deviation divides by n − 1. */
export function cycleMoments(cycle: ArrayLike<number>, kind: CycleScale): CycleMoments {
  let n = 0;
  let sum = 0;
  for (let t = 0; t < cycle.length; t++)
    if (!Number.isNaN(cycle[t]!)) {
      n++;
      sum += cycle[t]!;
    }
  const mean = sum / n;
  let spread = 0;
  for (let t = 0; t < cycle.length; t++) {
    const d = cycle[t]! - mean;
    if (!Number.isNaN(d)) spread += kind === "standard-deviation" ? d * d : Math.abs(d);
  }
  return { mean, scale: kind === "standard-deviation" ? Math.sqrt(spread / (n - 1)) : spread / n, n };
}

/**
 * n(t) = (c(t) − mean c) / scale + centre: cycles of unlike units made comparable. NaN stays NaN.
 * Gyomai & Guidetti (2012), OECD System of Composite Leading Indicators (normalisation; centre 100 as published).
 */
export function normaliseCycle(
  cycle: ArrayLike<number>,
  { scale = "mean-absolute-deviation", centre = 100 }: { scale?: CycleScale; centre?: number } = {},
): Float64Array {
  const moments = cycleMoments(cycle, scale);
  if (moments.n > 1 && !(moments.scale < Number.POSITIVE_INFINITY))
    throw new AppError(
      "invalid-input",
      "a cycle is normalised from finite figures or gaps; found one beyond",
    );
  if (moments.n < 2 || !(moments.scale > 0))
    throw new AppError(
      "not-enough-data",
      `a cycle is normalised by its spread; found ${moments.n} figures with spread ${moments.n < 2 ? "unknown" : moments.scale}`,
    );
  return Float64Array.from(cycle, (c) => (c - moments.mean) / moments.scale + centre);
}
