import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { type Ols, ols } from "../ols.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Breusch–Pagan test for a variance that moves with the regressors: e² on x.
 *   studentised (Koenker): n R² ~ χ²(k−1), for errors of any shape
 *   as first published:    ½ Σ (fitted of e²/σ̂² − 1)² ~ χ²(k−1), for normal errors
 * Breusch & Pagan (1979), Econometrica 47; Koenker (1981), Journal of Econometrics 17.
 */
export function breuschPagan(fit: Ols, studentised = true): TestResult {
  if (fit.design.constant < 0 || fit.k < 2)
    throw new AppError(
      "invalid-input",
      "Breusch–Pagan needs a regression with a constant and another regressor",
    );
  const variance = fit.rss / fit.n;
  const squares = fit.residuals.map((e) => (e * e) / variance);
  const auxiliary = ols(squares, fit.design);
  const df = fit.k - 1;
  const statistic = studentised
    ? fit.n * auxiliary.r2
    : 0.5 * auxiliary.fitted.reduce((s, v) => s + (v - 1) ** 2, 0);
  return { statistic, df, p: chiSquaredUpper(statistic, df) };
}
