const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 25;

/** A function value as searches read it: not a number counts as +∞. */
export const finite = (f: number): number => (Number.isNaN(f) ? Number.POSITIVE_INFINITY : f);

export interface Backtracked {
  value: number;
  evaluations: number;
}

/**
 * A point x + λd that is lower enough, from the step handed in downwards:
 *   f(x + λd) ≤ f(x) + 10⁻⁴ λ d·g,   λ ← the minimum of the parabola through both values and the slope, in [λ/10, λ/2]
 * The point is left in `trial`. null where no step down to 2⁻²⁵ of the first is lower.
 * Nocedal & Wright, Numerical Optimization, 2nd ed., §3.1 and §3.5.
 */
export function backtrack(
  value: (x: Float64Array) => number,
  x: Float64Array,
  fx: number,
  d: Float64Array,
  slope: number,
  firstStep: number,
  trial: Float64Array,
): Backtracked | null {
  let step = firstStep;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    for (let i = 0; i < x.length; i++) trial[i] = x[i]! + step * d[i]!;
    const found = finite(value(trial));
    if (found <= fx + SUFFICIENT_DECREASE * step * slope) return { value: found, evaluations: halvings + 1 };
    const fitted =
      found < Number.POSITIVE_INFINITY ? (-slope * step * step) / (2 * (found - fx - slope * step)) : 0;
    step = Math.max(0.1 * step, Math.min(0.5 * step, fitted));
  }
  return null;
}
