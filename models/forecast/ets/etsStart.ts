/** States to start the search from. */
export interface EtsStart {
  level: number;
  slope: number;
  seasonal: Float64Array;
  /** Standard deviation of y, the scale on which the search moves the states. */
  scale: number;
}

/**
 * Heuristic first states: seasonal effects as means of the deviations from a centred moving average over the
 * first five years, then a line through the first adjusted figures (two years, at least ten).
 * Gaps are passed over. Hyndman et al. 2008, §2.6.1.
 */
export function etsStart(y: Float64Array, m: number, withSeason: boolean, withTrend: boolean): EtsStart {
  const seasonal = withSeason ? seasonalMeans(y, m) : new Float64Array(0);
  const n = Math.min(y.length, Math.max(2 * m, 10));
  let count = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let t = 0; t < n; t++) {
    const v = y[t]! - (withSeason ? seasonal[t % m]! : 0);
    if (Number.isNaN(v)) continue;
    count++;
    sx += t + 1;
    sy += v;
    sxx += (t + 1) ** 2;
    sxy += (t + 1) * v;
  }
  const spread = count * sxx - sx * sx;
  const slope = withTrend && spread > 0 ? (count * sxy - sx * sy) / spread : 0;
  return { level: (sy - slope * sx) / count, slope, seasonal, scale: deviation(y) };
}

function seasonalMeans(y: Float64Array, m: number): Float64Array {
  const half = m >> 1;
  const last = Math.min(y.length, 5 * m) - half;
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = half; t < last; t++) {
    const d = y[t]! - centredMean(y, t, m);
    if (Number.isNaN(d)) continue;
    sums[t % m]! += d;
    counts[t % m]! += 1;
  }
  const means = sums.map((s, i) => (counts[i]! > 0 ? s / counts[i]! : 0));
  const centre = means.reduce((a, b) => a + b, 0) / m;
  return means.map((v) => v - centre);
}

/** Mean over one season around t, the ends halved where m is even; gaps left out. */
function centredMean(y: Float64Array, t: number, m: number): number {
  const half = m >> 1;
  let sum = 0;
  let weight = 0;
  for (let i = t - half; i <= t + half; i++) {
    const v = y[i];
    if (v === undefined || Number.isNaN(v)) continue;
    const w = m % 2 === 0 && (i === t - half || i === t + half) ? 0.5 : 1;
    sum += w * v;
    weight += w;
  }
  return sum / weight;
}

function deviation(y: Float64Array): number {
  const known = y.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return Math.sqrt(known.reduce((a, b) => a + (b - mean) ** 2, 0) / known.length);
}
