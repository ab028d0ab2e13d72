import { AppError } from "../errors.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { type Adf, type AdfLags, adf } from "./adf.ts";
import { checkedSeries } from "./checkedSeries.ts";
import { type Deterministics, deterministicCount } from "./deterministics.ts";
import { type CriticalValues, mackinnonCritical, mackinnonP } from "./mackinnon.ts";

export interface EngleGranger {
  statistic: number;
  /** MacKinnon (1994) for 1 + m series. */
  p: number;
  /** MacKinnon (2010); null without a constant. */
  critical: CriticalValues | null;
  lags: number;
  /** Constant, trend, trend² as far as they are there, then one per regressor. */
  coefficients: Float64Array;
  residuals: Float64Array;
  /** The Dickey–Fuller regression of the residuals, without deterministics; null for a perfect fit. */
  residualTest: Adf | null;
}

/** A fit closer than this leaves rounding, not residuals. */
const PERFECT = 1 - 100 * Math.sqrt(Number.EPSILON);

/**
 * Engle–Granger test: no cointegration against a stationary combination.
 *   y(t) = d(t) + β′x(t) + u(t);  augmented Dickey–Fuller on û without deterministics
 * p and critical values count the series (1 + m) and d(t). x: m columns. Throws AppError("invalid-input") for columns of
 * other lengths, numbers that are not finite and collinear columns. A perfect fit answers −∞ and p = 0.
 * Engle & Granger (1987), Econometrica 55; MacKinnon (1994, 2010).
 */
export function engleGranger(
  y: ArrayLike<number>,
  x: readonly ArrayLike<number>[],
  {
    deterministics = "constant",
    lags = { by: "aic" },
  }: { deterministics?: Deterministics; lags?: AdfLags } = {},
): EngleGranger {
  const target = checkedSeries(y, 10, "the Engle–Granger test");
  const n = target.length;
  if (x.length === 0 || x.some((c) => c.length !== n))
    throw new AppError(
      "invalid-input",
      `the Engle–Granger test needs regressors of ${n} rows; found ${x.map((c) => c.length).join(", ") || "none"}`,
    );
  const count = deterministicCount(deterministics);
  const k = count + x.length;
  const design = matrix(n, k);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < count; j++) design.data[t * k + j] = (t + 1) ** j;
    for (let j = 0; j < x.length; j++) design.data[t * k + count + j] = x[j]![t]!;
  }
  const names = [
    ...["constant", "trend", "trend²"].slice(0, count),
    ...x.map((_, j) => `regressor ${j + 1}`),
  ];
  const fit = qrLeastSquares(design, target, { names });
  const mean = count > 0 ? target.reduce((a, b) => a + b, 0) / n : 0;
  const perfect = 1 - fit.rss / target.reduce((s, v) => s + (v - mean) ** 2, 0) >= PERFECT;
  const residualTest = perfect ? null : adf(fit.residuals, { deterministics: "none", lags });
  const statistic = residualTest?.statistic ?? Number.NEGATIVE_INFINITY;
  return {
    statistic,
    p: mackinnonP(statistic, deterministics, x.length + 1),
    critical: mackinnonCritical(deterministics, n - 1, x.length + 1),
    lags: residualTest?.lags ?? 0,
    coefficients: fit.coefficients,
    residuals: fit.residuals,
    residualTest,
  };
}
