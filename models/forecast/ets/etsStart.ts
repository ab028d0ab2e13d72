import type { EtsSpec } from "./etsSpec.ts";

/** States to start the search from, and how far one step of the search moves them. */
export interface EtsStart {
  level: number;
  slope: number;
  seasonal: Float64Array;
  /** Standard deviation of y, the scale on which the search moves the level. */
  scale: number;
  slopeScale: number;
  seasonalScale: number;
}

/** A step of one coordinate moves a starting slope by this share of the scale of y. */
const SLOPE_SHARE = 0.1;
/** … a factor by this much. */
const FACTOR_STEP = 0.05;
const EFFECT_STEP = 0.2;
/** No factor starts below. */
const LEAST_FACTOR = 0.01;

/**
 * Heuristic first states: seasonal effects as means of the deviations from (or ratios to) a centred moving average over the
 * first five years, then a line through the first adjusted figures (two years, at least ten).
 * Gaps are passed over. Hyndman et al. 2008, §2.6.1.
 */
export function etsStart(y: Float64Array, m: number, spec: EtsSpec): EtsStart {
  const ratios = spec.season === "M";
  const withSeason = spec.season !== "N";
  const seasonal = withSeason ? seasonalMeans(y, m, ratios) : new Float64Array(0);
  const n = Math.min(y.length, Math.max(2 * m, 10));
  let count = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let t = 0; t < n; t++) {
    const s = withSeason ? seasonal[t % m]! : 0;
    const v = ratios ? y[t]! / s : y[t]! - s;
    if (Number.isNaN(v)) continue;
    count++;
    sx += t + 1;
    sy += v;
    sxx += (t + 1) ** 2;
    sxy += (t + 1) * v;
  }
  const spread = count * sxx - sx * sx;
  const line = spec.trend !== "N" && spread > 0 ? (count * sxy - sx * sy) / spread : 0;
  const level = (sy - line * sx) / count;
  const scale = deviation(y);
  const grows = spec.trend === "M" || spec.trend === "Md";
  return {
    level: grows && !(level > 0) ? sy / count : level,
    slope: grows ? factorOf(line, level) : line,
    seasonal,
    scale,
    slopeScale: grows ? FACTOR_STEP : SLOPE_SHARE * scale,
    seasonalScale: ratios ? EFFECT_STEP : scale,
  };
}

/** Growth per period as a factor, kept where a first guess may lie. */
function factorOf(line: number, level: number): number {
  const factor = level > 0 ? 1 + line / level : 1;
  return Math.min(1.2, Math.max(0.8, factor));
}

function seasonalMeans(y: Float64Array, m: number, ratios: boolean): Float64Array {
  const half = m >> 1;
  const last = Math.min(y.length, 5 * m) - half;
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = half; t < last; t++) {
    const around = centredMean(y, t, m);
    const d = ratios ? y[t]! / around : y[t]! - around;
    if (Number.isNaN(d)) continue;
    sums[t % m]! += d;
    counts[t % m]! += 1;
  }
  const none = ratios ? 1 : 0;
  const means = sums.map((s, i) => (counts[i]! > 0 ? s / counts[i]! : none));
  const centre = means.reduce((a, b) => a + b, 0) / m;
  if (!ratios) return means.map((v) => v - centre);
  const kept = means.map((v) => Math.max(LEAST_FACTOR, v / centre));
  const again = kept.reduce((a, b) => a + b, 0) / m;
  return kept.map((v) => v / again);
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
