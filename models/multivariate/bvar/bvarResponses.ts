import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { quantile } from "../../statistics/quantile.ts";
import { movingAverage, orthogonalResponses } from "../impulseResponse.ts";
import { drawPosterior } from "./drawPosterior.ts";
import { type BvarFit, lagMatricesOf } from "./fitBvar.ts";

/**
 * Posterior quantiles of the responses to recursive shocks of one standard deviation, h = 0 … H: one list of matrices
 * (row = responding series, column = shock) for each probability asked for.
 *   Θ_h = Φ_h U for each draw of (B, Σ = U U′)
 */
export function bvarResponses(
  fit: BvarFit,
  {
    horizon,
    probabilities,
    draws = 1000,
    seed,
  }: {
    horizon: number;
    probabilities: readonly number[];
    draws?: number;
    seed: number;
  },
): Matrix[][] {
  const { n } = fit.posterior;
  const cells = n * n;
  const drawn = Array.from({ length: (horizon + 1) * cells }, () => new Float64Array(draws));
  drawPosterior(fit.posterior, draws, seed, (b, u, draw) => {
    const phi = movingAverage(lagMatricesOf(b, n, fit.lags), n, horizon);
    orthogonalResponses(phi, matrix(n, n, u.slice())).forEach((theta, h) => {
      for (let i = 0; i < cells; i++) drawn[h * cells + i]![draw] = theta.data[i]!;
    });
  });
  for (const values of drawn) values.sort();
  return probabilities.map((p) =>
    Array.from({ length: horizon + 1 }, (_, h) =>
      matrix(
        n,
        n,
        Float64Array.from({ length: cells }, (_, i) => quantile(drawn[h * cells + i]!, p)),
      ),
    ),
  );
}
