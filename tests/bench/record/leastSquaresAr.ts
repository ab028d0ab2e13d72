import { leastSquares } from "../../../models/statistics/leastSquares.ts";

/** Forecast `steps` ahead of an autoregression with constant, of up to 4 lags, one for ten figures, by BIC on a common sample, by least squares. */
export function leastSquaresAr(values: readonly number[], steps: number): number {
  const most = Math.max(1, Math.min(4, Math.floor(values.length / 10)));
  const n = values.length - most;
  const y = Float64Array.from(values.slice(most));
  let best: { bic: number; coefficients: Float64Array } = {
    bic: Number.POSITIVE_INFINITY,
    coefficients: new Float64Array(1),
  };
  for (let p = 1; p <= most; p++) {
    const columns = [new Float64Array(n).fill(1)];
    for (let l = 1; l <= p; l++) columns.push(Float64Array.from(y, (_, t) => values[most + t - l]!));
    const { coefficients, residualSquares } = leastSquares(y, columns);
    const bic = n * Math.log(residualSquares / n) + (p + 1) * Math.log(n);
    if (bic < best.bic) best = { bic, coefficients };
  }
  const path = [...values];
  for (let h = 0; h < steps; h++)
    path.push(best.coefficients.reduce((sum, b, l) => sum + (l === 0 ? b : b * path[path.length - l]!), 0));
  return path.at(-1)!;
}
