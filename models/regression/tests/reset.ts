import { AppError } from "../../errors.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";
import type { Ols } from "../ols.ts";
import { qrLeastSquares } from "../qrLeastSquares.ts";
import { nestedF } from "./nestedF.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Ramsey's RESET test of the functional form: do powers of the fitted values explain what is left?
 *   y on x, ŷ², ŷ³, …:  F of the powers' coefficients
 * The fitted values are standardised first, which changes no F and keeps their powers apart numerically.
 * Ramsey (1969), Journal of the Royal Statistical Society B 31.
 */
export function reset(fit: Ols, powers: readonly number[] = [2, 3]): TestResult {
  const { n, k, fitted } = fit;
  if (powers.length === 0 || powers.some((p) => !Number.isInteger(p) || p < 2))
    throw new AppError("invalid-input", `RESET takes powers from 2 on; found ${powers.join(", ") || "none"}`);
  if (fit.design.constant < 0)
    throw new AppError("invalid-input", "RESET needs a regression with a constant");
  const mean = fitted.reduce((a, b) => a + b, 0) / n;
  const sd = Math.sqrt(fitted.reduce((s, v) => s + (v - mean) ** 2, 0) / n);
  const x = matrix(n, k + powers.length);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < k; j++) x.data[t * x.cols + j] = fit.design.x.data[t * k + j]!;
    powers.forEach((p, i) => {
      x.data[t * x.cols + k + i] = ((fitted[t]! - mean) / sd) ** p;
    });
  }
  const names = [...fit.design.names, ...powers.map((p) => `fitted^${p}`)];
  const { rss } = qrLeastSquares(x, fit.y, { names });
  return nestedF(fit.rss, rss, powers.length, n - x.cols);
}
