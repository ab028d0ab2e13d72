import type { X11Result } from "../x11/x11.ts";
import { averageDuration } from "./averageDuration.ts";
import { type ChangeMeasures, meanChanges } from "./meanChanges.ts";
import { type VarianceShares, varianceShares } from "./varianceShares.ts";

/** Table F2 of X-11: how the components move over 1 … m periods, and what share each has. */
export interface SummaryMeasures {
  original: ChangeMeasures;
  adjusted: ChangeMeasures;
  irregular: ChangeMeasures;
  trend: ChangeMeasures;
  seasonal: ChangeMeasures;
  /** Mean size of change of the averaged, and of the modified (E) series. */
  smoothed: ChangeMeasures;
  modifiedOriginal: ChangeMeasures;
  modifiedAdjusted: ChangeMeasures;
  modifiedIrregular: ChangeMeasures;
  /** Percent of Ī² + C̄² + S̄² over k periods, and that sum over Ō² of the modified original, in percent. */
  shares: { irregular: Float64Array; trend: Float64Array; seasonal: Float64Array; ratio: Float64Array };
  /** Average duration of run of the adjusted series, the irregular, the trend, and the averaged series. */
  runs: { adjusted: number; irregular: number; trend: number; smoothed: number };
  /** Ī/C̄ over k periods. */
  icRatios: Float64Array;
  /** The first span over which, and over every longer one, Ī/C̄ is below one; m where there is none. */
  monthsForDominance: number;
  variance: VarianceShares;
  /** Autocorrelations of the irregular at lags 1 … m+2, around its expectation. */
  autocorrelation: Float64Array;
}

/** The summary measures of one adjustment, percent in the multiplicative modes. Ladiray & Quenneville (2001), §4.8. */
export function summaryMeasures(original: Float64Array, result: X11Result): SummaryMeasures {
  const { tables, plan } = result;
  const m = plan.period;
  const ratio = plan.mode !== "add";
  const of = (x: Float64Array) => meanChanges(x, m, ratio);
  const irregular = of(tables.d13);
  const trend = of(tables.d12);
  const seasonal = of(tables.d10);
  const modifiedOriginal = of(tables.e1);
  const modifiedIrregular = of(tables.e3);
  const icRatios = irregular.size.map((v, k) => v / trend.size[k]!);
  const monthsForDominance = dominanceOf(icRatios);
  const smooth = averaged(tables.d11, Math.min(monthsForDominance, 6));
  return {
    original: of(original),
    adjusted: of(tables.d11),
    irregular,
    trend,
    seasonal,
    smoothed: of(smooth),
    modifiedOriginal,
    modifiedAdjusted: of(tables.e2),
    modifiedIrregular,
    shares: sharesOf(modifiedIrregular.size, trend.size, seasonal.size, modifiedOriginal.size),
    runs: {
      adjusted: averageDuration(tables.d11),
      irregular: averageDuration(tables.d13),
      trend: averageDuration(tables.d12),
      smoothed: averageDuration(smooth),
    },
    icRatios,
    monthsForDominance,
    variance: varianceShares(tables.e1, tables.d12, tables.d10, tables.e3, ratio),
    autocorrelation: autocorrelation(tables.d13, ratio ? 1 : 0, m + 2),
  };
}

function sharesOf(
  i: Float64Array,
  c: Float64Array,
  s: Float64Array,
  o: Float64Array,
): SummaryMeasures["shares"] {
  const total = i.map((v, k) => v ** 2 + c[k]! ** 2 + s[k]! ** 2);
  const share = (x: Float64Array) => x.map((v, k) => (100 * v ** 2) / total[k]!);
  return {
    irregular: share(i),
    trend: share(c),
    seasonal: share(s),
    ratio: total.map((v, k) => (100 * v) / o[k]! ** 2),
  };
}

function dominanceOf(icRatios: Float64Array): number {
  let months = icRatios.length;
  while (months > 1 && icRatios[months - 1]! < 1) months--;
  if (months === 1 && icRatios[0]! < 1) return 1;
  return Math.min(months + 1, icRatios.length);
}

/** Plain average of k terms (k odd), or 2×k (k even); shorter by half a span at each end. */
function averaged(x: Float64Array, k: number): Float64Array {
  const half = Math.floor(k / 2);
  const out = new Float64Array(Math.max(x.length - 2 * half, 0));
  const edge = k % 2 === 0 ? 0.5 : 1;
  for (let t = 0; t < out.length; t++) {
    let sum = 0;
    for (let j = 0; j <= 2 * half; j++) sum += (j === 0 || j === 2 * half ? edge : 1) * x[t + j]!;
    out[t] = k === 1 ? x[t]! : sum / k;
  }
  return out;
}

/** r(k) = Σ (x_t−e)(x_{t−k}−e)/(n−k) ÷ Σ (x_t−e)²/n. */
function autocorrelation(x: Float64Array, expected: number, lags: number): Float64Array {
  const n = x.length;
  let variance = 0;
  for (const v of x) variance += (v - expected) ** 2 / n;
  return Float64Array.from({ length: lags }, (_, i) => {
    let sum = 0;
    for (let t = i + 1; t < n; t++) sum += (x[t]! - expected) * (x[t - i - 1]! - expected);
    return sum / ((n - i - 1) * variance);
  });
}
