import { AppError } from "../errors.ts";
import { completeFigures, type TrendAndCycle } from "./trendAndCycle.ts";

/**
 * The trend that is near the figures and bends little:
 *   min over τ of  Σ (y(t) − τ(t))² + λ Σ (τ(t+1) − 2τ(t) + τ(t−1))²
 * Solved for the cycle through its dual, with K the (n−2) × n matrix of second differences:
 *   c = λK′v,  (I + λKK′) v = K y,  τ = y − c
 * KK′ has the bands 6, −4, 1 without exceptions at the ends, and a straight line is taken out before anything is
 * rounded, so that λ of any size costs no digits on a trending series. O(n), one division a period.
 * λ in squared units of time⁴: 1600 quarterly by custom, or `smoothingParameter(period)`.
 * Hodrick & Prescott (1997), Postwar U.S. Business Cycles, JMCB 29. n ≥ 3; gaps are refused.
 */
export function hodrickPrescott(figures: ArrayLike<number>, lambda: number): TrendAndCycle {
  checkLambda(lambda);
  const y = completeFigures(figures, 3, "Hodrick–Prescott filter");
  const n = y.length;
  const m = n - 2;
  const cycle = new Float64Array(n);
  const trend = new Float64Array(n);
  // LDL′ of I + λKK′ with the forward substitution in the same sweep. The subdiagonals of L rest in the arrays of the
  // answer, which overwrites each entry after its last use.
  const v = new Float64Array(m);
  const one = trend;
  const two = cycle;
  const diagonal = 1 + 6 * lambda;
  let l1 = 0;
  let l2 = 0;
  let inverse1 = 0; // 1/d(i−1)
  let inverse2 = 0; // 1/d(i−2)
  let z1 = 0;
  let z2 = 0;
  // The bands being constant, the rows of L near their limit like (1 − 1/(√2 λ^¼))²ⁱ: beyond this many they are equal to it.
  const rows = Math.min(m, 8 + Math.ceil(28 * lambda ** 0.25));
  let i = 0;
  for (; i < rows; i++) {
    l2 = i > 1 ? lambda * inverse2 : 0;
    const b = i === 0 ? 0 : -lambda * (4 + (i > 1 ? l1 : 0)); // l1(i) d(i−1)
    l1 = b * inverse1;
    const inverse = 1 / (diagonal - l1 * b - l2 * (i > 1 ? lambda : 0));
    const z = y[i]! - 2 * y[i + 1]! + y[i + 2]! - l1 * z1 - l2 * z2;
    one[i] = l1;
    two[i] = l2;
    v[i] = z * inverse;
    inverse2 = inverse1;
    inverse1 = inverse;
    z2 = z1;
    z1 = z;
  }
  one.fill(l1, i);
  two.fill(l2, i);
  for (; i < m; i++) {
    const z = y[i]! - 2 * y[i + 1]! + y[i + 2]! - l1 * z1 - l2 * z2;
    v[i] = z * inverse1;
    z2 = z1;
    z1 = z;
  }
  let v1 = 0;
  let v2 = 0;
  for (i = m - 1; i >= 0; i--) {
    const x = v[i]! - one[i + 1]! * v1 - two[i + 2]! * v2;
    const c = lambda * (x - 2 * v1 + v2); // row i+2 of K′v
    cycle[i + 2] = c;
    trend[i + 2] = y[i + 2]! - c;
    v2 = v1;
    v1 = x;
  }
  cycle[1] = lambda * (v2 - 2 * v1);
  cycle[0] = lambda * v1;
  trend[1] = y[1]! - cycle[1]!;
  trend[0] = y[0]! - cycle[0]!;
  return { trend, cycle };
}

/** Refuses a λ below 0 or infinite. */
export function checkLambda(lambda: number): void {
  if (!(lambda >= 0 && Number.isFinite(lambda)))
    throw new AppError(
      "invalid-input",
      `the smoothing parameter λ is a finite number of 0 or more; found ${lambda}`,
    );
}
