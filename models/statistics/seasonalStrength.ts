/**
 * How much of the movement around the trend is a fixed season, 0 to 1.
 *   F = max(0, 1 − Var(R) / Var(S + R))
 * trend: centred moving average over m; S: means of the detrended figures by period; R: the rest.
 * 0 where fewer than two full seasons remain. Wang, Smith & Hyndman (2006), Characteristic-based clustering for time
 * series data, Data Mining and Knowledge Discovery 13, with the classical decomposition.
 */
export function seasonalStrength(y: Float64Array, m: number): number {
  const half = m >> 1;
  const n = y.length - 2 * half;
  if (m < 2 || n < 2 * m) return 0;
  const detrended = Float64Array.from({ length: n }, (_, i) => y[i + half]! - centred(y, i + half, m));
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  detrended.forEach((v, i) => {
    sums[i % m]! += v;
    counts[i % m]! += 1;
  });
  const rest = detrended.map((v, i) => v - sums[i % m]! / counts[i % m]!);
  const total = variance(detrended);
  return total > 0 ? Math.max(0, 1 - variance(rest) / total) : 0;
}

function centred(y: Float64Array, t: number, m: number): number {
  const half = m >> 1;
  let sum = 0;
  for (let i = t - half; i <= t + half; i++) {
    const edge = m % 2 === 0 && (i === t - half || i === t + half);
    sum += edge ? y[i]! / 2 : y[i]!;
  }
  return sum / m;
}

function variance(x: Float64Array): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length;
}
