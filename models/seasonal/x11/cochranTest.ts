/** Critical values of Cochran's C at 5 %: 12 (4) variances of n+1 years, index n−1, the last for 40 years and more. */
const TWELVE = [
  0.541, 0.3934, 0.3264, 0.288, 0.2624, 0.2439, 0.2299, 0.2187, 0.2098, 0.202, 0.198, 0.194, 0.186, 0.182,
  0.178, 0.174, 0.17, 0.166, 0.162, 0.158, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15,
  0.15, 0.15, 0.15, 0.15, 0.1403, 0.14, 0.14, 0.14, 0.14,
];
const FOUR = [
  0.9065, 0.7679, 0.6841, 0.6287, 0.5895, 0.5598, 0.5365, 0.5175, 0.5017, 0.4884, 0.48, 0.471, 0.463, 0.454,
  0.445, 0.4366, 0.433, 0.43, 0.427, 0.424, 0.421, 0.417, 0.414, 0.411, 0.408, 0.404, 0.401, 0.398, 0.395,
  0.391, 0.388, 0.385, 0.382, 0.379, 0.375, 0.372, 0.369, 0.366, 0.362, 0.359,
];

/**
 * Cochran's test that the irregular of every month has the same variance around its expectation: C = max s² / Σ s²,
 * rejected at 5 % where C reaches the critical value of the shortest month. Over lo ≤ t < hi.
 * Cochran (1941), Annals of Eugenics 11; critical values as X-13ARIMA-SEATS uses them.
 */
export function variancesDiffer(
  x: Float64Array,
  expected: number,
  lo: number,
  hi: number,
  m: number,
): boolean {
  let largest = 0;
  let sum = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let start = lo; start < Math.min(lo + m, hi); start++) {
    let squares = 0;
    let years = 0;
    for (let t = start; t < hi; t += m, years++) squares += (x[t]! - expected) ** 2;
    const variance = squares / years;
    largest = Math.max(largest, variance);
    sum += variance;
    fewest = Math.min(fewest, years);
  }
  const table = m === 4 ? FOUR : TWELVE;
  const critical = table[Math.min(Math.max(fewest - 1, 1), table.length) - 1]!;
  return sum > 0 && largest / sum >= critical;
}
