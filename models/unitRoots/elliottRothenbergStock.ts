import { AppError } from "../errors.ts";
import { type QrFit, qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import { checkedSeries, refusePerfectFit } from "./checkedSeries.ts";
import type { CriticalValues } from "./mackinnon.ts";

export interface ErsOptions {
  deterministics?: "constant" | "trend";
  /** DF-GLS: lagged differences. P-test: the most that BIC may choose. */
  lags?: number;
}

export interface Ers {
  statistic: number;
  /** Lags used. */
  lags: number;
  critical: CriticalValues;
}

/** Elliott, Rothenberg & Stock (1996), table I, for T = 50, 100, 200, ∞. */
const DF_GLS_TREND = [
  [-3.77, -3.19, -2.89],
  [-3.58, -3.03, -2.74],
  [-3.46, -2.93, -2.64],
  [-3.48, -2.89, -2.57],
] as const;
const P_TEST = {
  constant: [
    [1.87, 2.97, 3.91],
    [1.95, 3.11, 4.17],
    [1.91, 3.17, 4.33],
    [1.99, 3.26, 4.48],
  ],
  trend: [
    [4.22, 5.72, 6.77],
    [4.26, 5.64, 6.79],
    [4.05, 5.66, 6.86],
    [3.96, 5.62, 6.89],
  ],
} as const;

const rowOf = (n: number): number => (n < 50 ? 0 : n < 100 ? 1 : n <= 200 ? 2 : 3);
const named = ([onePercent, fivePercent, tenPercent]: readonly [number, number, number]): CriticalValues => ({
  onePercent,
  fivePercent,
  tenPercent,
});

/**
 * DF-GLS: the Dickey–Fuller τ of a series whose deterministic part was taken out near the unit root, where the test has
 * most power.
 *   ỹ = y − z′δ̂,  δ̂ from y(t) − ā y(t−1) on z(t) − ā z(t−1), first row as it is,  ā = 1 + c̄/n,  c̄ = −7 or −13.5
 *   Δỹ(t) = ρ ỹ(t−1) + Σ γ(j) Δỹ(t−j) + e(t)
 * Elliott, Rothenberg & Stock (1996), Econometrica 64; critical values with a constant from MacKinnon's τ without one.
 */
export function dfGls(
  series: ArrayLike<number>,
  { deterministics = "constant", lags = 4 }: ErsOptions = {},
): Ers {
  const y = checkedSeries(series, lags + 10, "the DF-GLS test");
  checkLags(lags, y.length);
  const { detrended } = quasiDifferenced(y, deterministics);
  const { fit, rows, columns } = differenceFit(detrended, lags, false);
  const se = Math.sqrt((fit.rss / (rows - columns)) * unscaledCovariance(fit.rInverse, columns, 0, 0));
  const n = y.length;
  const critical =
    deterministics === "trend"
      ? named(DF_GLS_TREND[rowOf(n)]!)
      : {
          onePercent: -2.5658 - 1.96 / n - 10.04 / n ** 2,
          fivePercent: -1.9393 - 0.398 / n,
          tenPercent: -1.6156 - 0.181 / n,
        };
  return { statistic: fit.coefficients[0]! / se, lags, critical };
}

/**
 * The feasible point-optimal P-test; small values speak against the unit root.
 *   P = (S(ā) − ā S(1)) / ω̂²,  S(a) the squared residuals of the quasi-differenced regression
 *   ω̂² = σ̂²/(1 − Σγ̂)² of an autoregression with 1 … `lags` differences, their number by BIC
 * Elliott, Rothenberg & Stock (1996), equation 9 and table I.
 */
export function ersPTest(
  series: ArrayLike<number>,
  { deterministics = "constant", lags = 4 }: ErsOptions = {},
): Ers {
  const y = checkedSeries(series, lags + 10, "the P-test");
  checkLags(lags, y.length);
  const { alpha, rss } = quasiDifferenced(y, deterministics);
  let mean = 0;
  if (deterministics === "trend") mean = (y.at(-1)! - y[0]!) / y.length;
  // The first quasi-difference of a unit root counts as zero, less the mean where there is a trend.
  let underNull = mean * mean;
  for (let t = 1; t < y.length; t++) underNull += (y[t]! - y[t - 1]! - mean) ** 2;
  const spectral = spectralDensity(y, lags);
  return {
    statistic: (rss - alpha * underNull) / spectral.variance,
    lags: spectral.lags,
    critical: named(P_TEST[deterministics][rowOf(y.length)]!),
  };
}

function checkLags(lags: number, n: number): void {
  if (!Number.isInteger(lags) || lags < 0)
    throw new AppError("invalid-input", `the number of lags is a whole number from 0; found ${lags}`);
  if (n < 2 * lags + 6)
    throw new AppError("not-enough-data", `${lags} lags need ${2 * lags + 6} observations; found ${n}`);
}

function quasiDifferenced(y: Float64Array, deterministics: "constant" | "trend") {
  const n = y.length;
  const trend = deterministics === "trend";
  const alpha = 1 - (trend ? 13.5 : 7) / n;
  const k = trend ? 2 : 1;
  const z = matrix(n, k);
  const target = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    target[t] = t === 0 ? y[0]! : y[t]! - alpha * y[t - 1]!;
    z.data[t * k] = t === 0 ? 1 : 1 - alpha;
    if (trend) z.data[t * k + 1] = t === 0 ? 1 : t + 1 - alpha * t;
  }
  const { coefficients, rss } = qrLeastSquares(z, target);
  refusePerfectFit(
    rss,
    target.reduce((sum, v) => sum + v * v, 0),
    "the DF-GLS or P-test",
  );
  const detrended = y.map((v, t) => v - coefficients[0]! - (trend ? coefficients[1]! * (t + 1) : 0));
  return { alpha, rss, detrended };
}

/** Δy(t) on y(t−1), `lags` differences and, if wanted, a constant as the last column. */
function differenceFit(
  y: Float64Array,
  lags: number,
  constant: boolean,
): { fit: QrFit; rows: number; columns: number } {
  const rows = y.length - 1 - lags;
  const columns = 1 + lags + (constant ? 1 : 0);
  const x = matrix(rows, columns);
  const target = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const t = lags + 1 + i;
    target[i] = y[t]! - y[t - 1]!;
    x.data[i * columns] = y[t - 1]!;
    for (let j = 1; j <= lags; j++) x.data[i * columns + j] = y[t - j]! - y[t - j - 1]!;
    if (constant) x.data[i * columns + lags + 1] = 1;
  }
  const fit = qrLeastSquares(x, target);
  refusePerfectFit(
    fit.rss,
    target.reduce((s, v) => s + v * v, 0),
    "the DF-GLS or P-test",
  );
  return { fit, rows, columns };
}

function spectralDensity(y: Float64Array, most: number): { variance: number; lags: number } {
  let best = { variance: Number.NaN, lags: 0, bic: Number.POSITIVE_INFINITY };
  for (let lags = Math.min(1, most); lags <= most; lags++) {
    const { fit, rows, columns } = differenceFit(y, lags, true);
    const bic = rows * (Math.log((2 * Math.PI * fit.rss) / rows) + 1) + Math.log(rows) * (columns + 1);
    if (bic >= best.bic) continue;
    let sum = 0;
    for (let j = 1; j <= lags; j++) sum += fit.coefficients[j]!;
    best = { variance: fit.rss / (rows - columns) / (1 - sum) ** 2, lags, bic };
  }
  return best;
}
