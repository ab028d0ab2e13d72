import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Jarque–Bera test of normality.
 *   JB = n (S²/6 + (K − 3)²/24) ~ χ²(2),  S = m₃/m₂^{3/2},  K = m₄/m₂²,  m_j = Σ (x − x̄)^j / n
 * Jarque & Bera (1987), International Statistical Review 55.
 */
export function jarqueBera(x: ArrayLike<number>): TestResult & { skewness: number; kurtosis: number } {
  const n = x.length;
  if (n < 3) throw new AppError("not-enough-data", `Jarque–Bera needs 3 figures; found ${n}`);
  const values = Float64Array.from(x);
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const moment = (p: number): number => values.reduce((s, v) => s + (v - mean) ** p, 0) / n;
  const m2 = moment(2);
  if (!(m2 > 0 && Number.isFinite(moment(4))))
    throw new AppError(
      "invalid-input",
      `Jarque–Bera needs finite figures that differ; their variance is ${m2}`,
    );
  const skewness = moment(3) / m2 ** 1.5;
  const kurtosis = moment(4) / (m2 * m2);
  const statistic = n * (skewness ** 2 / 6 + (kurtosis - 3) ** 2 / 24);
  return { statistic, df: 2, p: chiSquaredUpper(statistic, 2), skewness, kurtosis };
}
