import { AppError } from "../errors.ts";
import { studentTTwoSided, studentTUpper } from "../statistics/distribution/studentT.ts";
import { laggedProduct } from "../statistics/laggedProduct.ts";

export interface DieboldMarianoOptions {
  /** Steps ahead of the forecasts: their errors overlap by h − 1 periods. */
  horizon: number;
  /** Loss |e|^power: 2 squared, 1 absolute. */
  power: number;
  /** "less": the first model is better (its loss is smaller); "greater": the second; else either. */
  alternative: "two-sided" | "less" | "greater";
  /**
   * Long-run variance of the loss differential from h − 1 autocovariances: "rectangular" as published, which may come
   * out negative, or "bartlett" weights 1 − k/h, which cannot.
   */
  variance: "rectangular" | "bartlett";
}

export interface DieboldMariano {
  /** Below 0 the first model's loss is smaller. */
  statistic: number;
  pValue: number;
  n: number;
  /** The variance actually used: Bartlett where the rectangular one was not positive. */
  variance: "rectangular" | "bartlett";
}

const DEFAULTS: DieboldMarianoOptions = {
  horizon: 1,
  power: 2,
  alternative: "two-sided",
  variance: "rectangular",
};

/**
 * Are two sets of forecast errors equally large? Diebold–Mariano with the small-sample factor of Harvey, Leybourne &
 * Newbold and Student's t with n − 1 degrees of freedom.
 *   d(t) = |e₁(t)|^p − |e₂(t)|^p,  DM = d̄ / √( (γ₀ + 2 Σ_{k<h} w_k γ_k) / n ) · √( (n + 1 − 2h + h(h−1)/n) / n )
 * γ_k autocovariances of d divided by n. Diebold & Mariano (1995), JBES 13; Harvey, Leybourne & Newbold (1997), IJF 13, eq. 9.
 * Refuses fewer than h + 1 pairs and errors that never differ.
 */
export function dieboldMariano(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: Partial<DieboldMarianoOptions> = {},
): DieboldMariano {
  const { horizon: h, power, alternative, variance } = { ...DEFAULTS, ...options };
  const n = first.length;
  if (second.length !== n)
    throw new AppError("invalid-input", `the models have ${n} and ${second.length} errors; they must agree`);
  if (n < h + 1)
    throw new AppError("not-enough-data", `${n} errors at horizon ${h}; at least ${h + 1} are needed`);
  const d = Float64Array.from(
    { length: n },
    (_, t) => Math.abs(first[t]!) ** power - Math.abs(second[t]!) ** power,
  );
  if (d.some((v) => !Number.isFinite(v)))
    throw new AppError(
      "invalid-input",
      "an error is missing or not finite; only complete pairs can be compared",
    );
  const mean = d.reduce((s, v) => s + v, 0) / n;
  const e = d.map((v) => v - mean);
  const covariance = Array.from({ length: h }, (_, k) => laggedProduct(e, k) / n);
  const longRun = (w: (k: number) => number) =>
    covariance.reduce((s, g, k) => s + (k === 0 ? g : 2 * w(k) * g), 0) / n;
  const rectangular = longRun(() => 1);
  const used = variance === "rectangular" && rectangular > 0 ? "rectangular" : "bartlett";
  const spread = used === "rectangular" ? rectangular : longRun((k) => 1 - k / h);
  if (!(spread > 0))
    throw new AppError(
      "invalid-input",
      "the two models' losses never differ in size, so no test can tell them apart",
    );
  const statistic = (mean / Math.sqrt(spread)) * Math.sqrt((n + 1 - 2 * h + (h * (h - 1)) / n) / n);
  return { statistic, pValue: pValue(statistic, n - 1, alternative), n, variance: used };
}

function pValue(statistic: number, df: number, alternative: DieboldMarianoOptions["alternative"]): number {
  if (alternative === "two-sided") return studentTTwoSided(statistic, df);
  return studentTUpper(alternative === "less" ? -statistic : statistic, df);
}
