import { middleSum, publishedMiddleSum } from "./middleSum.ts";

/**
 * Robustness weights from the remainders r = y − S − T:
 *   ρ = (1 − (|r|/h)²)²,  h = 6 median |r|;   1 below 0.001 h, 0 above 0.999 h;   all 1 where h = 0
 * `published` takes the middle values as STL's own program does, by a partial sort that can miss one of them.
 * Cleveland et al. (1990), §2.
 */
export function bisquareWeights(
  y: Float64Array,
  s: Float64Array,
  trend: Float64Array,
  published: boolean,
  out: Float64Array,
): void {
  const n = y.length;
  for (let t = 0; t < n; t++) out[t] = Math.abs(y[t]! - s[t]! - trend[t]!);
  const h = 3 * (published ? publishedMiddleSum(out.slice()) : middleSum(out.slice().sort()));
  for (let t = 0; t < n; t++) {
    const r = out[t]!;
    out[t] = r <= 0.001 * h ? 1 : r > 0.999 * h ? 0 : (1 - (r / h) ** 2) ** 2;
  }
}
