/** Tests of H₀: rank ≤ r for r = 0 … n−1, r = 0 first. */
export interface RankTests {
  trace: Float64Array;
  maximumEigenvalue: Float64Array;
}

/**
 * Likelihood-ratio tests of the cointegration rank from the canonical eigenvalues:
 *   trace(r) = −T Σ_{i>r} log(1 − λ_i),   λ_max(r) = −T log(1 − λ_{r+1})
 * Johansen (1995), §6.1.
 */
export function rankTests(eigenvalues: Float64Array, n: number, T: number): RankTests {
  const maximumEigenvalue = Float64Array.from({ length: n }, (_, r) => -T * Math.log1p(-eigenvalues[r]!));
  const trace = maximumEigenvalue.slice();
  for (let r = n - 2; r >= 0; r--) trace[r] = trace[r]! + trace[r + 1]!;
  return { trace, maximumEigenvalue };
}

/** Lowest r whose trace test does not reject; `critical[r]` is the value of the chosen level, null beyond the table. */
export function rankFrom(statistics: Float64Array, critical: readonly (number | null)[]): number {
  for (let r = 0; r < statistics.length; r++) {
    const value = critical[r] ?? null;
    if (value === null || statistics[r]! <= value) return r;
  }
  return statistics.length;
}
