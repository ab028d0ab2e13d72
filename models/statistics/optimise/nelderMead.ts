import type { Minimum } from "./minimise.ts";

interface Vertex {
  x: Float64Array;
  value: number;
}

export interface NelderMeadOptions {
  /** First simplex: this share of each coordinate, or this much where the coordinate is near 0. */
  step?: number;
  maxEvaluations?: number;
  /** Stop when the values of the simplex agree within this share of |f|. */
  tolerance?: number;
}

/**
 * Nelder–Mead with the coefficients adapted to the dimension: for functions without a usable slope. Values that are
 * not finite count as +∞.
 *   expansion 1 + 2/n, contraction ¾ − 1/(2n), shrinkage 1 − 1/n
 * Nelder & Mead (1965), Computer Journal 7; Gao & Han (2012), Computational Optimization and Applications 51.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  { step = 0.1, maxEvaluations = 2000, tolerance = 1e-9 }: NelderMeadOptions = {},
): Minimum {
  const n = start.length;
  let evaluations = 0;
  const at = (x: Float64Array): number => {
    evaluations++;
    const value = f(x);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const simplex = Array.from({ length: n + 1 }, (_, i): Vertex => {
    const x = Float64Array.from(start);
    if (i > 0) {
      const size = Math.abs(x[i - 1]!);
      x[i - 1] = x[i - 1]! + step * (size > 0.1 ? size : 1);
    }
    return { x, value: at(x) };
  });
  const byValue = () => simplex.sort((a, b) => a.value - b.value);
  const centre = new Float64Array(n);
  const along = (worst: Float64Array, by: number): Vertex => {
    const x = Float64Array.from(centre, (c, j) => c + by * (worst[j]! - c));
    return { x, value: at(x) };
  };
  byValue();
  while (n > 0 && evaluations < maxEvaluations) {
    const best = simplex[0]!;
    const worst = simplex[n]!;
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + 1e-10)) break;
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += simplex[i]!.x[j]!;
      centre[j] = sum / n;
    }
    const reflected = along(worst.x, -1);
    if (reflected.value < best.value) {
      const expanded = along(worst.x, -(1 + 2 / n));
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1]!.value) simplex[n] = reflected;
    else {
      const outside = reflected.value < worst.value;
      const contracted = along(worst.x, (outside ? -1 : 1) * (0.75 - 0.5 / n));
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted;
      else
        for (let i = 1; i <= n; i++) {
          const x = simplex[i]!.x.map((v, j) => best.x[j]! + (1 - 1 / n) * (v - best.x[j]!));
          simplex[i] = { x, value: at(x) };
        }
    }
    byValue();
  }
  const { x, value } = simplex[0]!;
  return { x, value, evaluations };
}
