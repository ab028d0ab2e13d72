import { AppError } from "../errors.ts";
import { type QrFit, qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import { adfRegression, chooseAdfLags } from "./adfRegression.ts";
import { checkedSeries, refusePerfectFit } from "./checkedSeries.ts";
import { type Deterministics, deterministicCount } from "./deterministics.ts";
import { type CriticalValues, mackinnonCritical, mackinnonP } from "./mackinnon.ts";

/** How many lagged differences: a number, or the choice among some. */
export type AdfLags =
  | number
  | {
      by: "aic" | "bic" | "t";
      /** ⌈12 (n/100)^¼⌉ where the sample allows, when not given (Schwert 1989). */
      atMost?: number;
      atLeast?: number;
      /** Estimate the chosen model on all rows it can use (default), or keep the common sample of the choice. */
      refit?: boolean;
    };

export interface AdfOptions {
  deterministics?: Deterministics;
  lags?: AdfLags;
}

export interface Adf {
  /** τ = ρ̂/se(ρ̂). */
  statistic: number;
  /** MacKinnon (1994), asymptotic. */
  p: number;
  /** MacKinnon (2010), for this sample. */
  critical: CriticalValues;
  lags: number;
  /** Rows of the regression. */
  observations: number;
  /** constant, level, trend, trend², lag 1 …, as far as they are there. */
  names: readonly string[];
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /**
   * Joint F tests after Dickey & Fuller (1981): Φ₁ no constant and a unit root; Φ₂ no constant, no trend and a unit root;
   * Φ₃ no trend and a unit root. Critical values: dickeyFullerTables.ts.
   */
  phi: { phi1?: number; phi2?: number; phi3?: number };
  residuals: Float64Array;
}

/**
 * Augmented Dickey–Fuller test: a unit root against stationarity around the deterministic part.
 *   Δy(t) = d(t) + ρ y(t−1) + Σ_{j≤p} γ(j) Δy(t−j) + e(t),  H₀: ρ = 0
 * Lags are compared on the sample that the largest allows. Throws AppError: "not-enough-data" for too few rows,
 * "invalid-input" for numbers that are not finite, a series that never moves, or collinear rows.
 * Dickey & Fuller (1979), JASA 74; Said & Dickey (1984), Biometrika 71; Hamilton, Time Series Analysis, chapter 17.
 */
export function adf(series: ArrayLike<number>, options: AdfOptions = {}): Adf {
  const { deterministics = "constant", lags = { by: "aic" } } = options;
  const count = deterministicCount(deterministics);
  const y = checkedSeries(series, count + 4, "the Dickey–Fuller test");
  const most = mostLags(y.length, count, lags);
  let chosen = most;
  let skip = most;
  if (typeof lags !== "number") {
    chosen = chooseAdfLags(y, deterministics, most, lags.by, lags.atLeast ?? 0);
    if (lags.refit ?? true) skip = chosen;
  }
  return answer(y, deterministics, chosen, skip);
}

function mostLags(n: number, count: number, lags: AdfLags): number {
  const room = Math.floor(n / 2) - count - 1;
  const rule = Math.min(room, Math.ceil(12 * (n / 100) ** 0.25));
  const wanted = typeof lags === "number" ? lags : (lags.atMost ?? rule);
  if (!Number.isInteger(wanted) || wanted < 0)
    throw new AppError(
      rule < 0 ? "not-enough-data" : "invalid-input",
      `the Dickey–Fuller test needs a whole number of lags from 0; found ${wanted} for ${n} observations`,
    );
  const rows = n - 1 - wanted;
  const columns = count + 1 + wanted;
  if (rows <= columns)
    throw new AppError(
      "not-enough-data",
      `the Dickey–Fuller test with ${wanted} lags needs ${columns + wanted + 2} observations; found ${n}`,
    );
  return wanted;
}

function answer(y: Float64Array, d: Deterministics, lags: number, skip: number): Adf {
  const count = deterministicCount(d);
  const names = [
    ...(count > 0 ? ["constant", "level"] : ["level"]),
    ...(count > 1 ? ["trend"] : []),
    ...(count > 2 ? ["trend²"] : []),
    ...Array.from({ length: lags }, (_, j) => `lag ${j + 1}`),
  ];
  const { x, target } = adfRegression(y, d, lags, skip, "shown");
  const fit = qrLeastSquares(x, target, { names });
  refusePerfectFit(
    fit.rss,
    target.reduce((sum, v) => sum + v * v, 0),
    "the Dickey–Fuller test",
  );
  const k = x.cols;
  const n = x.rows;
  const variance = fit.rss / (n - k);
  const standardErrors = Float64Array.from({ length: k }, (_, j) =>
    Math.sqrt(variance * unscaledCovariance(fit.rInverse, k, j, j)),
  );
  const level = count > 0 ? 1 : 0;
  const statistic = fit.coefficients[level]! / standardErrors[level]!;
  return {
    statistic,
    p: mackinnonP(statistic, d),
    critical: mackinnonCritical(d, n)!,
    lags,
    observations: n,
    names,
    coefficients: fit.coefficients,
    standardErrors,
    phi: phiTests(d, lags, x.data, target, fit, k),
    residuals: fit.residuals,
  };
}

function phiTests(
  d: Deterministics,
  lags: number,
  x: Float64Array,
  target: Float64Array,
  fit: QrFit,
  k: number,
): Adf["phi"] {
  const n = target.length;
  const f = (kept: readonly number[]): number => {
    const restricted = restrictedRss(x, k, target, kept);
    return (restricted - fit.rss) / (k - kept.length) / (fit.rss / (n - k));
  };
  const lagColumns = Array.from({ length: lags }, (_, j) => k - lags + j);
  if (d === "constant") return { phi1: f(lagColumns) };
  if (d === "trend") return { phi2: f(lagColumns), phi3: f([0, ...lagColumns]) };
  return {};
}

function restrictedRss(x: Float64Array, k: number, target: Float64Array, kept: readonly number[]): number {
  if (kept.length === 0) return target.reduce((s, v) => s + v * v, 0);
  const narrow = matrix(target.length, kept.length);
  for (let i = 0; i < target.length; i++)
    kept.forEach((from, to) => {
      narrow.data[i * kept.length + to] = x[i * k + from]!;
    });
  return qrLeastSquares(narrow, target).rss;
}
