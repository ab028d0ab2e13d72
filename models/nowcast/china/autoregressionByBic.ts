import { AppError } from "../../errors.ts";
import { leastSquares } from "../../statistics/leastSquares.ts";

/**
 * The benchmark: y(t) = c + Σ_{j≤p} φ(j) y(t−j) + e(t) by least squares, carried `steps` on; p by BIC on the common sample among
 * 1 … `most`, one lag for ten figures at least. Throws AppError("not-enough-data") below eight figures.
 */
export function autoregressionByBic(values: readonly number[], steps: number, most: number): number {
  if (values.length < 8)
    throw new AppError("not-enough-data", `an autoregression needs 8 figures; found ${values.length}`);
  const longest = Math.max(1, Math.min(most, Math.floor(values.length / 10)));
  const n = values.length - longest;
  const y = Float64Array.from(values.slice(longest));
  let best: { bic: number; coefficients: Float64Array } = {
    bic: Number.POSITIVE_INFINITY,
    coefficients: new Float64Array(1),
  };
  for (let p = 1; p <= longest; p++) {
    const columns = [new Float64Array(n).fill(1)];
    for (let l = 1; l <= p; l++) columns.push(Float64Array.from(y, (_, t) => values[longest + t - l]!));
    const { coefficients, residualSquares } = leastSquares(y, columns);
    const bic = n * Math.log(residualSquares / n) + (p + 1) * Math.log(n);
    if (bic < best.bic) best = { bic, coefficients };
  }
  const path = [...values];
  for (let h = 0; h < steps; h++)
    path.push(best.coefficients.reduce((sum, b, l) => sum + (l === 0 ? b : b * path[path.length - l]!), 0));
  return path.at(-1)!;
}
