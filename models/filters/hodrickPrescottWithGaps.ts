import { AppError } from "../errors.ts";
import { checkLambda, hodrickPrescott } from "./hodrickPrescott.ts";
import type { TrendAndCycle } from "./trendAndCycle.ts";

/**
 * Hodrick–Prescott over periods without a figure (NaN), which carry no weight:
 *   min over τ of  Σ w(t) (y(t) − τ(t))² + λ Σ (Δ²τ)²,  w(t) = 0 at a gap and 1 elsewhere:  (W + λK′K) τ = W y
 * The same answer as the smoother of y = τ + ε, Δ²τ = η, σ²ε/σ²η = λ, which skips what it was not told: the trend runs
 * through a gap and the cycle there is NaN. Without gaps it is `hodrickPrescott`. At least three figures.
 * Harvey & Jaeger (1993), Detrending, stylized facts and the business cycle, J. Appl. Econometrics 8, §2.
 */
export function hodrickPrescottWithGaps(y: ArrayLike<number>, lambda: number): TrendAndCycle {
  checkLambda(lambda);
  const n = y.length;
  const known: number[] = [];
  for (let t = 0; t < n; t++) if (Number.isFinite(y[t]!)) known.push(t);
  if (known.length < 3)
    throw new AppError(
      "not-enough-data",
      `the Hodrick–Prescott filter needs at least 3 figures; found ${known.length} in ${n} periods`,
    );
  if (known.length === n) return hodrickPrescott(y, lambda);
  if (lambda === 0)
    throw new AppError("invalid-input", "with λ = 0 nothing says where the trend runs in a gap");
  // The line through the first and the last figure is its own trend; what is left is small and keeps its digits.
  const first = known[0]!;
  const last = known.at(-1)!;
  const slope = (y[last]! - y[first]!) / (last - first);
  const line = (t: number): number => y[first]! + slope * (t - first);

  const d = new Float64Array(n);
  const one = new Float64Array(n + 2);
  const two = new Float64Array(n + 2);
  const trend = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const weight = Number.isFinite(y[i]!) ? 1 : 0;
    const l2 = i > 1 ? lambda / d[i - 2]! : 0;
    const b = i === 0 ? 0 : lambda * offDiagonal(i, n) - (i > 1 ? lambda * one[i - 1]! : 0);
    const l1 = i === 0 ? 0 : b / d[i - 1]!;
    d[i] = weight + lambda * onDiagonal(i, n) - l1 * b - l2 * lambda;
    one[i] = l1;
    two[i] = l2;
    const r = weight === 0 ? 0 : y[i]! - line(i);
    trend[i] = r - l1 * (i > 0 ? trend[i - 1]! : 0) - l2 * (i > 1 ? trend[i - 2]! : 0);
  }
  for (let i = n - 1; i >= 0; i--) {
    const after1 = i + 1 < n ? one[i + 1]! * trend[i + 1]! : 0;
    const after2 = i + 2 < n ? two[i + 2]! * trend[i + 2]! : 0;
    trend[i] = trend[i]! / d[i]! - after1 - after2;
  }
  const cycle = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    trend[i]! += line(i);
    cycle[i] = Number.isFinite(y[i]!) ? y[i]! - trend[i]! : Number.NaN;
  }
  return { trend, cycle };
}

/** Entry (i, i) of K′K: how many second differences period i enters, squared weights added. */
function onDiagonal(i: number, n: number): number {
  return (i >= 2 ? 1 : 0) + (i >= 1 && i <= n - 2 ? 4 : 0) + (i <= n - 3 ? 1 : 0);
}

/** Entry (i, i − 1) of K′K. */
function offDiagonal(i: number, n: number): number {
  return (i >= 2 ? -2 : 0) + (i <= n - 2 ? -2 : 0);
}
