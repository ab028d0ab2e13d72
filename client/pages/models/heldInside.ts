/** How many actuals fell inside their intervals, of those where both are known. */
export function heldInside(
  actual: readonly (number | null)[],
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
): { inside: number; of: number } {
  let inside = 0;
  let of = 0;
  for (const [i, value] of actual.entries()) {
    const low = lower[i] ?? null;
    const high = upper[i] ?? null;
    if (value === null || low === null || high === null) continue;
    of++;
    if (value >= low && value <= high) inside++;
  }
  return { inside, of };
}
