/**
 * Where a value stands among others, 0–100: the share below it plus half the share equal to it.
 *   P = 100 · (#{xᵢ < v} + ½ #{xᵢ = v}) / n
 * The middle of a sample that holds it once is near 50. Throws a RangeError on an empty sample.
 */
export function percentileRank(sample: readonly number[], value: number): number {
  if (sample.length === 0) throw new RangeError("percentile rank needs at least one value");
  let below = 0;
  let equal = 0;
  for (const x of sample) {
    if (x < value) below++;
    else if (x === value) equal++;
  }
  return (100 * (below + equal / 2)) / sample.length;
}
