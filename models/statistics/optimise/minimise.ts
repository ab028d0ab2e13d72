import { backtrack, finite } from "./backtrack.ts";

/** A smooth function to be made small. */
export interface Objective {
  value(x: Float64Array): number;
  /** Fills `out` with the gradient at `x`, which is always the point `value` was asked for last. */
  gradient(x: Float64Array, out: Float64Array): void;
}

export interface Minimum {
  x: Float64Array;
  value: number;
  evaluations: number;
}

export interface MinimiseOptions {
  maxIterations?: number;
  /** Stop when two steps in a row gain less than this share of |f| + 1. */
  tolerance?: number;
  /** An estimate of the inverse of the second derivatives at the start, n × n; the identity otherwise. */
  inverseCurvature?: Float64Array;
  /** Longest move of one coordinate in one step; 3, far on a logistic scale, otherwise. */
  longestStep?: number;
}

/**
 * BFGS with a backtracking line search and quadratic interpolation.
 *   d = −H g,  x⁺ = x + λ d,  H from the pairs s = x⁺ − x, y = g⁺ − g
 * Values that are not finite count as +∞, so an objective may mark forbidden points by returning Infinity.
 * Nocedal & Wright, Numerical Optimization, 2nd ed., §6.1 and §3.5.
 */
export function minimise(
  objective: Objective,
  start: ArrayLike<number>,
  options: MinimiseOptions = {},
): Minimum {
  const { maxIterations = 200, tolerance = 1e-9, inverseCurvature, longestStep = 3 } = options;
  const n = start.length;
  const x = Float64Array.from(start);
  const trial = new Float64Array(n);
  const g = new Float64Array(n);
  const gTrial = new Float64Array(n);
  const d = new Float64Array(n);
  const h = inverseCurvature?.slice() ?? identity(n);
  const value = (at: Float64Array) => objective.value(at);
  let evaluations = 1;
  let fx = finite(value(x));
  if (n === 0 || fx === Number.POSITIVE_INFINITY) return { x, value: fx, evaluations };
  objective.gradient(x, g);
  let fresh = inverseCurvature === undefined;
  let stalled = 0;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let slope = direction(h, g, d);
    if (!(slope < 0)) {
      h.set(identity(n));
      slope = direction(h, g, d);
      fresh = true;
      if (!(slope < 0)) break;
    }
    const step = Math.min(fresh ? Math.min(1, 1 / Math.sqrt(-slope)) : 1, longestStep / largest(d));
    const found = backtrack(value, x, fx, d, slope, step, trial);
    if (!found) break;
    evaluations += found.evaluations;
    objective.gradient(trial, gTrial);
    fresh = update(h, x, trial, g, gTrial, fresh);
    const gain = fx - found.value;
    x.set(trial);
    g.set(gTrial);
    fx = found.value;
    stalled = gain < tolerance * (Math.abs(fx) + 1) ? stalled + 1 : 0;
    if (stalled >= 2) break;
  }
  return { x, value: fx, evaluations };
}

/**
 * An objective whose gradient is taken by central differences, or, for rough work at half the price, by forward ones.
 */
export function withNumericGradient(
  value: (x: Float64Array) => number,
  sides: "central" | "forward" = "central",
): Objective {
  const width = sides === "central" ? 1e-5 : 1e-6;
  let last = Number.NaN;
  return {
    value(x) {
      last = value(x);
      return last;
    },
    gradient(at, out) {
      const x = Float64Array.from(at);
      for (let i = 0; i < x.length; i++) {
        const centre = x[i]!;
        const e = width * Math.max(1, Math.abs(centre));
        x[i] = centre + e;
        const above = value(x);
        x[i] = centre - e;
        const slope = sides === "central" ? (above - value(x)) / (2 * e) : (above - last) / e;
        x[i] = centre;
        out[i] = Number.isFinite(slope) ? slope : 0;
      }
    },
  };
}

function identity(n: number): Float64Array {
  const h = new Float64Array(n * n);
  for (let i = 0; i < n; i++) h[i * n + i] = 1;
  return h;
}

/** d = −H g; returns the slope d·g. */
function direction(h: Float64Array, g: Float64Array, d: Float64Array): number {
  const n = g.length;
  let slope = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum -= h[i * n + j]! * g[j]!;
    d[i] = sum;
    slope += sum * g[i]!;
  }
  return slope;
}

function largest(d: Float64Array): number {
  let most = 0;
  for (const v of d) most = Math.max(most, Math.abs(v));
  return most;
}

/** Takes the pair of this step into H; returns whether H is still the bare identity. */
function update(
  h: Float64Array,
  x: Float64Array,
  xNew: Float64Array,
  g: Float64Array,
  gNew: Float64Array,
  fresh: boolean,
): boolean {
  const n = x.length;
  let sy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const y = gNew[i]! - g[i]!;
    sy += (xNew[i]! - x[i]!) * y;
    yy += y * y;
  }
  if (!(sy > 1e-14)) return fresh;
  if (fresh) for (let i = 0; i < n; i++) h[i * n + i] = sy / yy;
  const hy = new Float64Array(n);
  let yHy = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += h[i * n + j]! * (gNew[j]! - g[j]!);
    hy[i] = sum;
    yHy += sum * (gNew[i]! - g[i]!);
  }
  const c = (1 + yHy / sy) / sy;
  for (let i = 0; i < n; i++) {
    const si = xNew[i]! - x[i]!;
    for (let j = 0; j < n; j++) {
      const sj = xNew[j]! - x[j]!;
      h[i * n + j] = h[i * n + j]! + c * si * sj - (hy[i]! * sj + si * hy[j]!) / sy;
    }
  }
  return false;
}
