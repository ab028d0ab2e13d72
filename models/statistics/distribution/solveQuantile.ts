/**
 * x ≥ 0 with upper(x) = tail, for a survival function falling from its value at 0 to 0: the bracket doubles, then
 * bisection down to neighbouring numbers. Some hundred evaluations: for tables and intervals, not for inner loops.
 */
export function solveQuantile(upper: (x: number) => number, tail: number): number {
  if (!(tail > 0)) return Number.POSITIVE_INFINITY;
  let high = 1;
  while (upper(high) > tail && high < 1e300) high *= 2;
  let low = 0;
  for (let i = 0; i < 200; i++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (upper(middle) > tail) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
