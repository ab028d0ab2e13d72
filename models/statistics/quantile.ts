/**
 * Quantile by linear interpolation between order statistics (type 7, the default of R, S and NumPy).
 *   h = (n − 1)p,  Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎)   with x₍0₎ ≤ x₍1₎ ≤ …
 * `sorted` rises. Throws a RangeError on an empty sample or p outside [0, 1].
 * Hyndman & Fan (1996), Sample quantiles in statistical packages, definition 7.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0 || !(p >= 0 && p <= 1)) throw new RangeError(`quantile ${p} of ${n} values`);
  const h = (n - 1) * p;
  const k = Math.floor(h);
  const low = sorted[k]!;
  const high = sorted[Math.min(k + 1, n - 1)]!;
  return low + (h - k) * (high - low);
}

/** The numbers in rising order, as a new array. */
export function sorted(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}
