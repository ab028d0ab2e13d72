import { AppError } from "../errors.ts";
import { interpolate } from "../statistics/interpolate.ts";
import { kpssStatistic } from "../statistics/kpss.ts";
import { laggedProduct } from "../statistics/laggedProduct.ts";
import { checkedSeries, refusePerfectFit } from "./checkedSeries.ts";
import { type LagRule, lagByRule } from "./lagRule.ts";

export interface KpssOptions {
  around?: "level" | "trend";
  /**
   * Truncation lag: a number; "short" ⌊4(n/100)^¼⌋, "long" ⌊12(n/100)^¼⌋, "schwert" ⌈12(n/100)^¼⌉, "none" 0; or "auto",
   * chosen from the residuals' autocovariances by Hobijn, Franses & Ooms (1998).
   */
  lags?: LagRule | "schwert" | "auto";
}

export interface Kpss {
  statistic: number;
  lags: number;
  /** Interpolated in the table, within [0.01, 0.1], where it ends. */
  p: number;
  critical: { tenPercent: number; fivePercent: number; twoAndHalfPercent: number; onePercent: number };
}

/** Kwiatkowski et al. (1992), table 1: upper 10, 5, 2.5 and 1 %. */
const CRITICAL = { level: [0.347, 0.463, 0.574, 0.739], trend: [0.119, 0.146, 0.176, 0.216] } as const;
const LEVELS = [0.1, 0.05, 0.025, 0.01];

/**
 * KPSS test: stationarity around a level or a trend against a unit root.
 *   η = Σ S(t)² / (n² s²(L)),  S(t) = Σ_{i≤t} e(i),  e the residuals, s²(L) their long-run variance (Bartlett)
 * Throws AppError("not-enough-data") below 8 observations. Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of
 * Econometrics 54; Hobijn, Franses & Ooms (2004), Statistica Neerlandica 58, for the automatic lag.
 */
export function kpssTest(
  series: ArrayLike<number>,
  { around = "level", lags = "short" }: KpssOptions = {},
): Kpss {
  const y = checkedSeries(series, 8, "the KPSS test");
  const n = y.length;
  const e = around === "level" ? demeaned(y) : detrended(y);
  refusePerfectFit(
    e.reduce((s, v) => s + v * v, 0),
    demeaned(y).reduce((s, v) => s + v * v, 0),
    "the KPSS test",
  );
  const l = Math.min(chosenLag(e, lags), n - 1);
  if (!(l >= 0)) throw new AppError("invalid-input", `the KPSS test needs a lag of 0 or more; found ${l}`);
  const statistic = kpssStatistic(e, l);
  if (!(statistic > 0))
    throw new AppError("invalid-input", "the KPSS test needs a series that moves around its level or trend");
  const c = CRITICAL[around];
  return {
    statistic,
    lags: l,
    p: interpolate(c, LEVELS, statistic),
    critical: { tenPercent: c[0], fivePercent: c[1], twoAndHalfPercent: c[2], onePercent: c[3] },
  };
}

function demeaned(y: Float64Array): Float64Array {
  const mean = y.reduce((a, b) => a + b, 0) / y.length;
  return y.map((v) => v - mean);
}

/** Residuals of a line through y. */
function detrended(y: Float64Array): Float64Array {
  const n = y.length;
  const e = demeaned(y);
  const middle = (n - 1) / 2;
  const slope = e.reduce((s, v, t) => s + v * (t - middle), 0) / ((n * (n * n - 1)) / 12);
  return e.map((v, t) => v - slope * (t - middle));
}

function chosenLag(e: Float64Array, rule: NonNullable<KpssOptions["lags"]>): number {
  if (rule === "schwert") return Math.ceil(12 * (e.length / 100) ** 0.25);
  return rule === "auto" ? hobijnLag(e) : lagByRule(rule, e.length);
}

/** ⌊1.1447 ((s(1)/s(0))² n)^⅓⌋ with s(q) = Σ_{|j|≤⌊n^{2/9}⌋} |j|^q γ(j). */
function hobijnLag(e: Float64Array): number {
  const n = e.length;
  const reach = Math.floor(n ** (2 / 9));
  let s0 = 0;
  let s1 = 0;
  for (let j = 0; j <= reach; j++) {
    const gamma = laggedProduct(e, j);
    s0 += (j === 0 ? 1 : 2) * gamma;
    s1 += 2 * j * gamma;
  }
  return Math.floor(1.1447 * ((s1 / s0) ** 2) ** (1 / 3) * n ** (1 / 3));
}
