/** Five years: China's growth has come down by steps, and a month is judged against what was usual lately. */
const WINDOW = 60;
const FEWEST = 12;

/** Mean and standard deviation of the five years up to a month; null before there are twelve figures or where they do not move. */
export function trailingMoments(x: Float64Array, t: number): { mean: number; sd: number } | null {
  const known = x.subarray(Math.max(0, t - WINDOW + 1), t + 1).filter((u) => !Number.isNaN(u));
  if (known.length < FEWEST) return null;
  const mean = known.reduce((s, u) => s + u, 0) / known.length;
  const sd = Math.sqrt(known.reduce((s, u) => s + (u - mean) ** 2, 0) / known.length);
  return sd > 0 ? { mean, sd } : null;
}

/**
 * Each month against the five years up to it, gaps (NaN) left out; NaN where `trailingMoments` has none.
 *   z(t) = sign · (x(t) − mean)/sd over x(t − 59) … x(t)
 */
export function trailingScores(x: Float64Array, sign: 1 | -1): Float64Array {
  return x.map((v, t) => {
    const usual = Number.isNaN(v) ? null : trailingMoments(x, t);
    return usual ? (sign * (v - usual.mean)) / usual.sd : Number.NaN;
  });
}
