import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import { argmaxProbability } from "./argmaxProbability.ts";
import type { Regime } from "./regimes.ts";

export interface BreakInterval {
  lower: number;
  breakPoint: number;
  upper: number;
}

/**
 * Confidence intervals for break dates, with regressors and error variances that differ between the regimes.
 *   δ = β₂ − β₁,  L = δ′Q₁δ/σ₁²,  ξ = δ′Q₂δ/δ′Q₁δ,  φ = ξ σ₂²/σ₁²
 *   [T̂ − ⌈q(1−α/2)/L⌉, T̂ − ⌊q(α/2)/L⌋],  q the quantiles of L (T̂ − T₀), argmaxProbability
 * Q and σ² are averages over each regime. Bounds may lie outside the sample: then the date is not pinned down there.
 * Bai (1997), Review of Economics and Statistics 79, proposition 3; Bai & Perron (2003), §4.2.
 */
export function breakIntervals(
  regimes: readonly Regime[],
  breaks: readonly number[],
  level: number,
): readonly BreakInterval[] {
  const tail = (1 - level / 100) / 2;
  const fits = regimes.map(({ x, y }) => {
    const { coefficients, rss } = qrLeastSquares(x, y);
    return {
      coefficients,
      variance: rss / y.length,
      moments: crossProduct(x, x).data.map((v) => v / y.length),
    };
  });
  return breaks.map((breakPoint, i) => {
    const before = fits[i]!;
    const after = fits[i + 1]!;
    const delta = after.coefficients.map((b, j) => b - before.coefficients[j]!);
    const q1 = quadratic(before.moments, delta);
    const size = q1 / before.variance;
    const xi = quadratic(after.moments, delta) / q1;
    const phi = (xi * after.variance) / before.variance;
    const at = (p: number): number => quantile(p, xi, phi) / size;
    return {
      lower: breakPoint - Math.ceil(at(1 - tail)),
      breakPoint,
      upper: breakPoint - Math.floor(at(tail)),
    };
  });
}

function quadratic(q: Float64Array, d: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < d.length; i++)
    for (let j = 0; j < d.length; j++) sum += d[i]! * q[i * d.length + j]! * d[j]!;
  return sum;
}

/** x with argmaxProbability(x) = p, on the side of zero where it lies, by bisection. */
function quantile(p: number, xi: number, phi: number): number {
  const side = argmaxProbability(0, xi, phi) < p ? 1 : -1;
  let far = 1;
  while (far < 1e12 && (argmaxProbability(side * far, xi, phi) - p) * side < 0) far *= 2;
  let near = 0;
  for (let i = 0; i < 200 && near !== (near + far) / 2 && far !== (near + far) / 2; i++) {
    const middle = (near + far) / 2;
    if ((argmaxProbability(side * middle, xi, phi) - p) * side < 0) near = middle;
    else far = middle;
  }
  return (side * (near + far)) / 2;
}
