import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { studentTTwoSided } from "../statistics/distribution/studentT.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";

export interface PitReading {
  n: number;
  /** Share of the values in each of ten equal bins; 0.1 each where the densities are honest. */
  histogram: readonly number[];
  /** χ² of the histogram against evenness, nine degrees of freedom. */
  uniformity: { statistic: number; pValue: number };
  /**
   * Berkowitz' check of z = Φ⁻¹(u): mean 0, variance 1, no first autocorrelation, by likelihood ratio, three degrees of
   * freedom. null for fewer than ten values, or values that a line through the one before foretells without error.
   */
  berkowitz: {
    statistic: number;
    pValue: number;
    mean: number;
    variance: number;
    autocorrelation: number;
  } | null;
  /** Two-sided p of the mean of u being ½: small where the forecasts lean to one side. */
  biasP: number;
}

const BINS = 10;
/** u is kept this far inside (0, 1), so that one surprise does not send z to infinity. */
const EDGE = 1e-10;
/** A variance below this share of the mean square is what rounding leaves of none. */
const ROUNDING = 1e-13;

/**
 * Reads the probability integral transforms u(t) = F_t(y_t) of one-step density forecasts: uniform and independent
 * where the densities are right.
 * Diebold, Gunther & Tay (1998), International Economic Review 39; Berkowitz (2001), JBES 19, equation 7.
 */
export function readPit(u: readonly number[]): PitReading {
  const outside = u.find((v) => !(v >= 0 && v <= 1));
  if (outside !== undefined)
    throw new AppError("invalid-input", `a probability integral transform lies in [0, 1]; found ${outside}`);
  const n = u.length;
  if (n < 2) throw new AppError("not-enough-data", `${n} transforms; at least 2 are needed`);
  const counts = Array.from({ length: BINS }, () => 0);
  for (const v of u) {
    const bin = Math.min(BINS - 1, Math.floor(v * BINS));
    counts[bin] = counts[bin]! + 1;
  }
  const expected = n / BINS;
  const chi = counts.reduce((s, c) => s + (c - expected) ** 2 / expected, 0);
  const mean = u.reduce((s, v) => s + v, 0) / n;
  const spread = Math.sqrt(u.reduce((s, v) => s + (v - mean) ** 2, 0) / (n - 1));
  return {
    n,
    histogram: counts.map((c) => c / n),
    uniformity: { statistic: chi, pValue: chiSquaredUpper(chi, BINS - 1) },
    berkowitz: n < 10 ? null : berkowitz(u),
    biasP: spread > 0 ? studentTTwoSided(((mean - 0.5) * Math.sqrt(n)) / spread, n - 1) : 0,
  };
}

/** Likelihood ratio of z(t) = c + ρ z(t−1) + e against c = ρ = 0, variance 1, conditional on the first value. */
function berkowitz(u: readonly number[]): PitReading["berkowitz"] {
  const z = u.map((v) => normalQuantile(Math.min(1 - EDGE, Math.max(EDGE, v))));
  const n = z.length - 1;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let t = 1; t <= n; t++) {
    const x = z[t - 1]!;
    const y = z[t]!;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  const vx = sxx / n - (sx / n) ** 2;
  const rho = vx > 0 ? (sxy / n - (sx / n) * (sy / n)) / vx : 0;
  const c = sy / n - (rho * sx) / n;
  const variance =
    syy / n - (2 * c * sy) / n - (2 * rho * sxy) / n + c * c + (2 * c * rho * sx) / n + (rho * rho * sxx) / n;
  if (!(variance > ROUNDING * (syy / n))) return null;
  const statistic = Math.max(0, syy - n * Math.log(variance) - n);
  return {
    statistic,
    pValue: chiSquaredUpper(statistic, 3),
    mean: c / (1 - rho),
    variance: variance / (1 - rho * rho),
    autocorrelation: rho,
  };
}
