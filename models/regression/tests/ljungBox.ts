import { AppError } from "../../errors.ts";
import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { laggedProduct } from "../../statistics/laggedProduct.ts";
import type { TestResult } from "./testResult.ts";

/**
 * Portmanteau test that the first m autocorrelations vanish.
 *   Ljung–Box  Q = n(n+2) Σ_{j≤m} r(j)²/(n−j);  Box–Pierce  Q = n Σ r(j)²;  ~ χ²(m − p)
 * r(j) around the mean; `fitted` = p parameters estimated before, taken off the degrees of freedom.
 * Ljung & Box (1978), Biometrika 65; Box & Pierce (1970), JASA 65.
 */
export function ljungBox(
  x: ArrayLike<number>,
  lags: number,
  { fitted = 0, boxPierce = false }: { fitted?: number; boxPierce?: boolean } = {},
): TestResult {
  const n = x.length;
  if (!Number.isInteger(lags) || lags < 1 || fitted >= lags)
    throw new AppError(
      "invalid-input",
      `Ljung–Box needs more lags than fitted parameters, at least 1; found ${lags} and ${fitted}`,
    );
  if (n <= lags)
    throw new AppError(
      "not-enough-data",
      `Ljung–Box over ${lags} lags needs more than ${lags} figures; found ${n}`,
    );
  const values = Float64Array.from(x);
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const e = values.map((v) => v - mean);
  const gamma0 = e.reduce((s, v) => s + v * v, 0);
  if (!(gamma0 > 0 && Number.isFinite(gamma0)))
    throw new AppError(
      "invalid-input",
      `Ljung–Box needs finite figures that differ; their squares sum to ${gamma0}`,
    );
  let statistic = 0;
  for (let j = 1; j <= lags; j++) {
    statistic += (laggedProduct(e, j) / gamma0) ** 2 * (boxPierce ? n : (n * (n + 2)) / (n - j));
  }
  return { statistic, df: lags - fitted, p: chiSquaredUpper(statistic, lags - fitted) };
}
