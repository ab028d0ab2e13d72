import { AppError } from "../errors.ts";
import { normalCdf, normalDensity } from "../statistics/distribution/normal.ts";

/**
 * Continuous ranked probability score, in the unit of the figure; 0 is perfect, and for a forecast without spread it is
 * the absolute error.
 *   CRPS(F, y) = ∫ (F(x) − 1{x ≥ y})² dx = E|X − y| − ½ E|X − X′|
 * Gneiting & Raftery (2007), Strictly proper scoring rules, JASA 102, §4.2.
 */

/** Of N(mean, sd²): sd [ z (2Φ(z) − 1) + 2φ(z) − 1/√π ], z = (y − mean)/sd. Gneiting et al. (2005), equation 5. */
export function crpsNormal(actual: number, mean: number, sd: number): number {
  if (!(sd > 0)) return Math.abs(actual - mean);
  const z = (actual - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/**
 * Of an ensemble of equally likely draws, exactly: sorted, E|X − X′| = 2/n² Σ (2i − n − 1) x(i). Throws
 * AppError("not-enough-data") without draws, ("invalid-input") for one that is not finite.
 */
export function crpsSample(actual: number, draws: ArrayLike<number>): number {
  const x = Float64Array.from(draws).sort();
  const n = x.length;
  if (n === 0) throw new AppError("not-enough-data", "an ensemble of 0 draws; at least 1 is needed");
  let near = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    near += Math.abs(x[i]! - actual);
    spread += (2 * i + 1 - n) * x[i]!;
  }
  if (!Number.isFinite(near))
    throw new AppError("invalid-input", `the ${n} draws and the figure ${actual} must all be finite`);
  return near / n - spread / (n * n);
}
