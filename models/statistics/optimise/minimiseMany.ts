import { backtrack, finite } from "./backtrack.ts";
import type { MinimiseOptions, Minimum, Objective } from "./minimise.ts";

const MEMORY = 12;

/**
 * L-BFGS for many coordinates (hundreds): the last twelve pairs stand for the curvature, so a step costs 4 · 12 · n.
 *   d = −H g by the two-loop recursion from s = x⁺ − x, y = g⁺ − g;  backtracking with quadratic interpolation
 * Values that are not finite count as +∞. Few coordinates: minimise.ts, whose full matrix learns faster.
 * Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4 and 7.5.
 */
export function minimiseMany(
  objective: Objective,
  start: ArrayLike<number>,
  { maxIterations = 500, tolerance = 1e-9 }: MinimiseOptions = {},
): Minimum {
  const n = start.length;
  const x = Float64Array.from(start);
  const trial = new Float64Array(n);
  const g = new Float64Array(n);
  const gTrial = new Float64Array(n);
  const d = new Float64Array(n);
  const pairs: Pair[] = [];
  const value = (at: Float64Array) => objective.value(at);
  let fx = finite(value(x));
  let evaluations = 1;
  let stalled = 0;
  if (n === 0 || fx === Number.POSITIVE_INFINITY) return { x, value: fx, evaluations };
  objective.gradient(x, g);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    direction(pairs, g, d);
    let slope = dot(d, g);
    if (!(slope < 0)) {
      pairs.length = 0;
      direction(pairs, g, d);
      slope = dot(d, g);
      if (!(slope < 0)) break;
    }
    const step = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    const found = backtrack(value, x, fx, d, slope, step, trial);
    if (!found) break;
    evaluations += found.evaluations;
    objective.gradient(trial, gTrial);
    remember(pairs, x, trial, g, gTrial);
    const gain = fx - found.value;
    x.set(trial);
    g.set(gTrial);
    fx = found.value;
    stalled = gain < tolerance * (Math.abs(fx) + 1) ? stalled + 1 : 0;
    if (stalled >= 2) break;
  }
  return { x, value: fx, evaluations };
}

interface Pair {
  s: Float64Array;
  y: Float64Array;
  /** 1 / s·y */
  rho: number;
}

function remember(
  pairs: Pair[],
  x: Float64Array,
  xNew: Float64Array,
  g: Float64Array,
  gNew: Float64Array,
): void {
  // The oldest pair's arrays are taken up again once the memory is full.
  const pair =
    pairs.length < MEMORY
      ? { s: new Float64Array(x.length), y: new Float64Array(x.length), rho: 0 }
      : pairs.shift()!;
  for (let i = 0; i < x.length; i++) {
    pair.s[i] = xNew[i]! - x[i]!;
    pair.y[i] = gNew[i]! - g[i]!;
  }
  const sy = dot(pair.s, pair.y);
  // A pair without positive curvature would turn the next direction uphill.
  if (sy > 1e-14) pairs.push({ ...pair, rho: 1 / sy });
}

/** d = −H g. */
function direction(pairs: readonly Pair[], g: Float64Array, d: Float64Array): void {
  const n = g.length;
  const alpha = new Float64Array(pairs.length);
  for (let i = 0; i < n; i++) d[i] = -g[i]!;
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, rho } = pairs[k]!;
    const a = rho * dot(s, d);
    alpha[k] = a;
    for (let i = 0; i < n; i++) d[i] = d[i]! - a * y[i]!;
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < n; i++) d[i] = d[i]! * scale;
  }
  for (let k = 0; k < pairs.length; k++) {
    const { s, y, rho } = pairs[k]!;
    const b = alpha[k]! - rho * dot(y, d);
    for (let i = 0; i < n; i++) d[i] = d[i]! + b * s[i]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
