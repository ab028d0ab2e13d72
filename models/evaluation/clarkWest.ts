import { AppError } from "../errors.ts";
import { bartlettVariance } from "../statistics/bartlettVariance.ts";
import { normalUpper } from "../statistics/distribution/normal.ts";

export interface ClarkWest {
  /** Approximately standard normal where the larger model brings nothing. */
  statistic: number;
  /** One-sided: small where the larger model forecasts better. */
  pValue: number;
  n: number;
}

/**
 * Does a model beat one nested in it (naive, an autoregression without the extra regressors)? Its squared errors are
 * first relieved of the noise of estimating what would be zero.
 *   f(t) = (y − ŷ₁)² − [ (y − ŷ₂)² − (ŷ₁ − ŷ₂)² ],   CW = √n f̄ / sd,  1 nested, 2 larger
 * The variance of f̄ takes h − 1 Bartlett-weighted autocovariances. Clark & West (2007), Journal of Econometrics 138,
 * equation 2.1 and §2.
 */
export function clarkWest(
  actual: ArrayLike<number>,
  nested: ArrayLike<number>,
  larger: ArrayLike<number>,
  horizon = 1,
): ClarkWest {
  const n = actual.length;
  if (nested.length !== n || larger.length !== n)
    throw new AppError(
      "invalid-input",
      `${n} actuals, ${nested.length} and ${larger.length} forecasts; their numbers must agree`,
    );
  if (n < horizon + 2)
    throw new AppError(
      "not-enough-data",
      `${n} forecasts at horizon ${horizon}; at least ${horizon + 2} are needed`,
    );
  const f = Float64Array.from({ length: n }, (_, t) => {
    const [y, a, b] = [actual[t]!, nested[t]!, larger[t]!];
    return (y - a) ** 2 - (y - b) ** 2 + (a - b) ** 2;
  });
  const mean = f.reduce((s, v) => s + v, 0) / n;
  const longRun = bartlettVariance(
    f.map((v) => v - mean),
    horizon - 1,
  );
  if (!(longRun > 0) || !Number.isFinite(longRun))
    throw new AppError(
      "invalid-input",
      "the two models never differ (or a value is missing); there is nothing to test",
    );
  const statistic = mean / Math.sqrt(longRun / n);
  return { statistic, pValue: normalUpper(statistic), n };
}
