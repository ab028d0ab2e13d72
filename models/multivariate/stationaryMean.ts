import { AppError } from "../errors.ts";
import { identity, matrix } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";
import type { VarFit } from "./fitVar.ts";

/**
 * Where a stable vector autoregression with a constant comes to rest: μ = (I − A_1 − … − A_p)⁻¹ c.
 * Throws AppError("invalid-input") with a trend, without a constant, or with a unit root. Lütkepohl (2005), §2.1.1.
 */
export function stationaryMean(fit: VarFit): Float64Array {
  const n = fit.y.cols;
  if (fit.deterministic !== "const" || fit.exogenous)
    throw new AppError(
      "invalid-input",
      `a mean needs a model with a constant and no other regressors; found deterministic terms "${fit.deterministic}"`,
    );
  const left = identity(n);
  for (const a of fit.lagMatrices) for (let i = 0; i < n * n; i++) left.data[i] = left.data[i]! - a.data[i]!;
  const constant = matrix(n, 1, fit.coefficients.data.slice(n * fit.lags * n, n * fit.lags * n + n));
  const mean = solve(left, constant);
  if (!mean) throw new AppError("invalid-input", "the model has a unit root and no mean");
  return mean.data;
}
