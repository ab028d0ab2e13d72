import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { deterministicTerms } from "./deterministicTerms.ts";
import type { VecmFit } from "./fitVecm.ts";
import { forecastMse, type PathForecast, recursion } from "./forecastVar.ts";
import { movingAverage } from "./impulseResponse.ts";
import { outsideKind } from "./vecmDesign.ts";

/**
 * Forecasts of an error-correction model through its form in levels, the parameters taken as known:
 *   ŷ(T+h) = Σ_l A_l ŷ(T+h−l) + α (ρ₀ + ρ₁ (T+h−1)) + c + d (T+h) + …,   MSE(h) = Σ_{i<h} Φ_i Σ̂ Φ_i′
 * The error variance of integrated series grows without bound. Lütkepohl (2005), §6.5.
 */
export function forecastVecm(fit: VecmFit, horizon: number, exogenous: Matrix | null = null): PathForecast {
  const n = fit.y.cols;
  const phi = movingAverage(fit.lagMatrices, n, Math.max(0, horizon - 1));
  return {
    mean: recursion(fit.lagMatrices, fit.y, driftOf(fit, horizon, exogenous)),
    mse: forecastMse(phi, fit.sigma),
  };
}

function driftOf(fit: VecmFit, horizon: number, exogenous: Matrix | null): Matrix {
  const n = fit.y.cols;
  const m = fit.exogenous?.cols ?? 0;
  if (m > 0 && (!exogenous || exogenous.rows < horizon || exogenous.cols !== m))
    throw new AppError(
      "invalid-input",
      `a forecast of ${horizon} steps needs ${horizon} rows of the ${m} exogenous regressors; found ${exogenous?.rows ?? 0}`,
    );
  const kind = outsideKind(fit.constant, fit.trend);
  const terms = deterministicTerms({ kind, season: fit.season }, fit.y.rows + 1, horizon);
  const out = matrix(horizon, n);
  const width = fit.outside.cols;
  for (let h = 0; h < horizon; h++) {
    const inside = [
      ...(fit.constant === "inside" ? [1] : []),
      ...(fit.trend === "inside" ? [fit.y.rows + h] : []),
    ];
    for (let i = 0; i < n; i++) {
      let s = 0;
      for (let r = 0; r < fit.rank; r++)
        inside.forEach((value, d) => {
          s += fit.alpha.data[i * fit.rank + r]! * fit.betaDeterministic.data[d * fit.rank + r]! * value;
        });
      for (let j = 0; j < terms.cols; j++)
        s += fit.outside.data[i * width + j]! * terms.data[h * terms.cols + j]!;
      for (let j = 0; j < m; j++)
        s += fit.outside.data[i * width + terms.cols + j]! * exogenous!.data[h * m + j]!;
      out.data[h * n + i] = s;
    }
  }
  return out;
}
