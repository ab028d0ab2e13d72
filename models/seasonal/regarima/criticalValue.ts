import { normalQuantile } from "../../statistics/normalQuantile.ts";

/** Levels between which the approximation is drawn through: exact for two figures, asymptotic at 100 and 200. */
const AT = [2, 100, 200] as const;

/**
 * Critical value of |t| for outliers among n figures at level α: the largest of n normal deviates exceeds it with
 * probability about α.
 *   c(n) = β₀ + β₁ b(n) + β₂ a(n),   a = √(2 log n),   b = (log log n + log 4π)/(2a)
 * through c(2) = Φ⁻¹((1 + √(1−α))/2) and Ljung's c(n) = a − b + x/a at n = 100 and 200, x = −log(−½ log(2 − √(1+α))).
 * Ljung (1993), On outlier detection in time series, JRSS B 55; X-13ARIMA-SEATS Reference Manual, table 7.22: 3.89 for 144
 * figures, 4.07 for 360.
 */
export function outlierCriticalValue(n: number, alpha = 0.05): number {
  if (n <= 1) return normalQuantile(1 - alpha / 2);
  const rows = AT.map((x) => [1, spread(x).b, spread(x).a] as const);
  const values = AT.map((x) => (x === 2 ? normalQuantile((1 + Math.sqrt(1 - alpha)) / 2) : ljung(x, alpha)));
  const beta = solveThree(rows, values);
  const { a, b } = spread(n);
  return beta[0] + beta[1] * b + beta[2] * a;
}

function spread(n: number): { a: number; b: number } {
  const a = Math.sqrt(2 * Math.log(n));
  return { a, b: (Math.log(Math.log(n)) + Math.log(4 * Math.PI)) / (2 * a) };
}

function ljung(n: number, alpha: number): number {
  const { a, b } = spread(n);
  return a - b - Math.log(-0.5 * Math.log(2 - Math.sqrt(1 + alpha))) / a;
}

type Three = readonly [number, number, number];

/** Cramer's rule. */
function solveThree(rows: readonly Three[], y: readonly number[]): Three {
  const det = (m: readonly Three[]): number =>
    m[0]![0] * (m[1]![1] * m[2]![2] - m[1]![2] * m[2]![1]) -
    m[0]![1] * (m[1]![0] * m[2]![2] - m[1]![2] * m[2]![0]) +
    m[0]![2] * (m[1]![0] * m[2]![1] - m[1]![1] * m[2]![0]);
  const whole = det(rows);
  const [x, z, w] = [0, 1, 2].map(
    (c) => det(rows.map((r, i) => r.map((v, j) => (j === c ? y[i]! : v)) as unknown as Three)) / whole,
  );
  return [x!, z!, w!];
}
