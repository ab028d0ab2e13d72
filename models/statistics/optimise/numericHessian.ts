import { type Matrix, matrix } from "../matrix/matrix.ts";

/**
 * Second derivatives of f at x by central differences of the given widths, one a coordinate.
 *   ∂²f/∂xᵢ² ≈ [f(x+hᵢ) − 2 f(x) + f(x−hᵢ)]/hᵢ²
 *   ∂²f/∂xᵢ∂xⱼ ≈ [f(x+hᵢ+hⱼ) − f(x+hᵢ−hⱼ) − f(x−hᵢ+hⱼ) + f(x−hᵢ−hⱼ)]/(4hᵢhⱼ)
 * An entry is not finite where f is not within reach of x. Nocedal & Wright, 2nd ed., §8.1.
 */
export function numericHessian(
  f: (x: Float64Array) => number,
  x: ArrayLike<number>,
  widths: ArrayLike<number>,
): Matrix {
  const n = x.length;
  const at = Float64Array.from(x);
  const out = matrix(n, n);
  const centre = f(at);
  const moved = (i: number, a: number, j: number, b: number): number => {
    at[i] = x[i]! + a * widths[i]!;
    if (j !== i) at[j] = x[j]! + b * widths[j]!;
    const v = f(at);
    at[i] = x[i]!;
    at[j] = x[j]!;
    return v;
  };
  for (let i = 0; i < n; i++) {
    const h = widths[i]!;
    out.data[i * n + i] = (moved(i, 1, i, 0) - 2 * centre + moved(i, -1, i, 0)) / (h * h);
    for (let j = 0; j < i; j++) {
      const far = moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1);
      out.data[i * n + j] = out.data[j * n + i] = far / (4 * h * widths[j]!);
    }
  }
  return out;
}
