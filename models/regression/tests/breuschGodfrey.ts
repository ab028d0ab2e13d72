import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { fisherFUpper } from "../../statistics/distribution/fisherF.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";
import type { Ols } from "../ols.ts";
import { qrLeastSquares } from "../qrLeastSquares.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Breusch–Godfrey test for autocorrelation up to `order`: e(t) on x(t), e(t−1), …, e(t−p), with zeros before the sample.
 *   LM = n R² ~ χ²(p);  as F: ((e′e − u′u)/p) / (u′u/(n−k−p))
 * Valid with lagged dependent variables. Breusch (1978); Godfrey (1978), Econometrica 46.
 */
export function breuschGodfrey(fit: Ols, order: number): { chiSquared: TestResult; f: TestResult } {
  const { n, k, residuals: e } = fit;
  const df2 = n - k - order;
  if (!Number.isInteger(order) || order < 1)
    throw new AppError("invalid-input", `Breusch–Godfrey needs an order of at least 1; found ${order}`);
  if (df2 < 1)
    throw new AppError(
      "not-enough-data",
      `Breusch–Godfrey of order ${order} with ${k} coefficients needs ${k + order + 1} observations; found ${n}`,
    );
  const x = matrix(n, k + order);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < k; j++) x.data[t * x.cols + j] = fit.design.x.data[t * k + j]!;
    for (let l = 1; l <= order; l++) x.data[t * x.cols + k + l - 1] = t >= l ? e[t - l]! : 0;
  }
  const { rss } = qrLeastSquares(x, e, { dropCollinear: true });
  const statistic = (n * (fit.rss - rss)) / fit.rss;
  const f = (fit.rss - rss) / order / (rss / df2);
  return {
    chiSquared: { statistic, df: order, p: chiSquaredUpper(statistic, order) },
    f: { statistic: f, df: order, df2, p: fisherFUpper(f, order, df2) },
  };
}
