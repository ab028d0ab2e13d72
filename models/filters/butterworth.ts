import { AppError } from "../errors.ts";
import { DoubleDouble } from "../statistics/doubleDouble.ts";
import { completeFigures, type TrendAndCycle } from "./trendAndCycle.ts";

export interface ButterworthOptions {
  /** n: the higher, the sharper the edge between what stays and what goes. */
  order: number;
  /** Length of the wave of which half stays, in observations. gretl's ω in degrees is 360 / period. */
  cutOffPeriod: number;
}

/**
 * A low-pass filter that is flat on both sides of a sharp edge; the trend is what passes, the cycle its high-pass
 * complement.
 *   gain(ω) = 1 / [1 + λ tan(ω/2)²ⁿ],  λ = tan(ω_c/2)⁻²ⁿ
 * On a finite sample, by the signal model (1−L)ᵈ trend = (1+L)ⁿ ν, cycle = (1−L)ⁿ⁻ᵈ ε, var ν / var ε = 1/λ, d = min(n,
 * 2):
 *   c = λ Σ Q b,  (Ω + λ Q′ΣQ) b = Q′y
 * Q′: d-th differences; Σ, Ω: Toeplitz of (1−L)ⁿ⁻ᵈ and (1+L)ⁿ. The system is banded with C(2n, n+k) (1 + (−1)ᵏλ) at
 * distance k. It is positive definite, but λ runs to 10²⁴ (n = 8, 8 years of months), so it is factored in
 * double-doubles; the answer itself is as well determined as that of any filter. O(n² · T).
 * Pollock (2000), Trend estimation and de-trending via rational square-wave filters, J. Econometrics 99.
 */
export function butterworth(
  figures: ArrayLike<number>,
  { order: n, cutOffPeriod }: ButterworthOptions,
): TrendAndCycle {
  if (!Number.isInteger(n) || n < 1 || n > 12)
    throw new AppError("invalid-input", `the order is a whole number from 1 to 12; found ${n}`);
  if (!(cutOffPeriod > 2 && Number.isFinite(cutOffPeriod)))
    throw new AppError("invalid-input", `a cut-off period lies above 2 observations; found ${cutOffPeriod}`);
  const y = completeFigures(figures, 2 * n + 1, `Butterworth filter of order ${n}`);
  const d = Math.min(n, 2);
  const lambda = Math.tan(Math.PI / cutOffPeriod) ** (-2 * n);
  const b = solveBand(n, lambda, differences(y, d));
  const cycle = highPass(b, n, d, lambda, y.length);
  return { trend: y.map((v, t) => v - cycle[t]!), cycle };
}

/** Pairs hi + lo, side by side. */
interface Pairs {
  hi: Float64Array;
  lo: Float64Array;
}

/** Q′y: first or second differences. */
function differences(y: Float64Array, d: number): Pairs {
  const m = y.length - d;
  const out = { hi: new Float64Array(m), lo: new Float64Array(m) };
  const sum = new DoubleDouble();
  for (let t = 0; t < m; t++) {
    sum.set(y[t + d]!, 0);
    sum.addProduct(-d, 0, y[t + d - 1]!, 0);
    if (d === 2) sum.add(y[t]!, 0);
    out.hi[t] = sum.hi;
    out.lo[t] = sum.lo;
  }
  return out;
}

/** (Ω + λQ′ΣQ)⁻¹ r by LDL′ within the band of n. Row i keeps L(i, i−k) at i·n + k − 1. */
function solveBand(n: number, lambda: number, r: Pairs): Pairs {
  const m = r.hi.length;
  const lHi = new Float64Array(m * n);
  const lLo = new Float64Array(m * n);
  const dHi = new Float64Array(m);
  const dLo = new Float64Array(m);
  const g = { hi: new Float64Array(n + 1), lo: new Float64Array(n + 1) }; // L(i, j) d(j) of the row at hand
  const x = { hi: new Float64Array(m), lo: new Float64Array(m) };
  const band = bandEntries(n, lambda);
  const sum = new DoubleDouble();
  for (let i = 0; i < m; i++) {
    const reach = Math.min(n, i);
    const row = i * n;
    for (let k = reach; k >= 1; k--) {
      const other = (i - k) * n;
      sum.set(band.hi[k]!, band.lo[k]!);
      for (let h = k + 1; h <= reach; h++) {
        const at = other + h - k - 1;
        sum.addProduct(-g.hi[h]!, -g.lo[h]!, lHi[at]!, lLo[at]!);
      }
      g.hi[k] = sum.hi;
      g.lo[k] = sum.lo;
      sum.divide(dHi[i - k]!, dLo[i - k]!);
      lHi[row + k - 1] = sum.hi;
      lLo[row + k - 1] = sum.lo;
    }
    sum.set(band.hi[0]!, band.lo[0]!);
    for (let k = 1; k <= reach; k++)
      sum.addProduct(-g.hi[k]!, -g.lo[k]!, lHi[row + k - 1]!, lLo[row + k - 1]!);
    dHi[i] = sum.hi;
    dLo[i] = sum.lo;
    if (!(sum.hi > 0))
      throw new AppError(
        "invalid-input",
        `a Butterworth filter of order ${n} with λ = ${lambda.toExponential(1)} is sharper than the arithmetic: lower the order or the period`,
      );
    sum.set(r.hi[i]!, r.lo[i]!);
    for (let k = 1; k <= reach; k++)
      sum.addProduct(-lHi[row + k - 1]!, -lLo[row + k - 1]!, x.hi[i - k]!, x.lo[i - k]!);
    x.hi[i] = sum.hi;
    x.lo[i] = sum.lo;
  }
  for (let i = m - 1; i >= 0; i--) {
    sum.set(x.hi[i]!, x.lo[i]!);
    sum.divide(dHi[i]!, dLo[i]!);
    for (let k = 1; k <= n && i + k < m; k++) {
      const at = (i + k) * n + k - 1;
      sum.addProduct(-lHi[at]!, -lLo[at]!, x.hi[i + k]!, x.lo[i + k]!);
    }
    x.hi[i] = sum.hi;
    x.lo[i] = sum.lo;
  }
  return x;
}

/** C(2n, n+k) (1 + (−1)ᵏλ) for k = 0 … n. */
function bandEntries(n: number, lambda: number): Pairs {
  const out = { hi: new Float64Array(n + 1), lo: new Float64Array(n + 1) };
  const sum = new DoubleDouble();
  for (let k = 0; k <= n; k++) {
    const weight = binomial(2 * n, n + k);
    sum.set(weight, 0);
    sum.addProduct(k % 2 === 0 ? weight : -weight, 0, lambda, 0);
    out.hi[k] = sum.hi;
    out.lo[k] = sum.lo;
  }
  return out;
}

/** c = λ Σ Q b: Σ Q is one Toeplitz band, the coefficients of (1−x)²ⁿ⁻ᵈ around its centre. */
function highPass(b: Pairs, n: number, d: number, lambda: number, length: number): Float64Array {
  const power = 2 * n - d;
  const weights = Float64Array.from(
    { length: power + 1 },
    (_, k) => ((k + n) % 2 === 0 ? 1 : -1) * binomial(power, k),
  );
  const cycle = new Float64Array(length);
  const m = b.hi.length;
  const sum = new DoubleDouble();
  for (let t = 0; t < length; t++) {
    sum.set(0, 0);
    // Row t of Q b differences b(t−d) … b(t); Σ spreads it over n − d rows on either side.
    for (let k = 0; k <= power; k++) {
      const j = t + n - d - k;
      if (j >= 0 && j < m) sum.addProduct(weights[k]!, 0, b.hi[j]!, b.lo[j]!);
    }
    cycle[t] = lambda * (sum.hi + sum.lo);
  }
  return cycle;
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}
