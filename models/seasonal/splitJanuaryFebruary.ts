import type { ArimaOrder } from "../arima/arimaOrder.ts";
import { AppError } from "../errors.ts";
import { regressionCovariance } from "./regarima/fitRegarima.ts";
import { airline, fitModel, problemOf } from "./regarima/model.ts";
import type { SeasonalSeries } from "./regarima/regarima.ts";
import type { Regressor } from "./regarima/regressor.ts";

export interface JanuaryShare {
  year: number;
  /** January's share of the two months. */
  share: number;
  /** Its standard error. */
  se: number;
}

export interface SplitSeries extends SeasonalSeries {
  shares: readonly JanuaryShare[];
}

export interface SplitOptions {
  log: boolean;
  /** Regressors that tell the months apart: the Spring Festival’s blocks, trading days. */
  regressors: readonly Regressor[];
  order?: ArimaOrder;
}

const MOST_STEPS = 30;
const CLOSE = 1e-7;

/**
 * Splits figures published for January and February together: each January is missing and its February holds the sum z.
 *   x_Jan = s z,  x_Feb = (1 − s) z,   s by maximum likelihood within a regARIMA model of all months
 * Every year's share is one regression column, the derivative of the (logged) two months with respect to s: 1/s and −1/(1 − s)
 * in logs, z and −z without; Gauss–Newton steps until no share moves. With Spring Festival regressors in the model the split
 * follows the festival. The two months always sum to what was published. Throws invalid-input for a January that is missing
 * before a February that is too, or figures not positive with logs.
 */
export function splitJanuaryFebruary(
  series: SeasonalSeries,
  { log, regressors, order = airline(12) }: SplitOptions,
): SplitSeries {
  if (series.period !== 12)
    throw new AppError("invalid-input", "January and February are split in monthly series only");
  const pairs = combinedPairs(series);
  const shares = Float64Array.from(pairs, () => 0.5);
  const sums = pairs.map((t) => series.values[t + 1]!);
  const values = series.values.slice();
  const fill = (): void => {
    pairs.forEach((t, i) => {
      values[t] = shares[i]! * sums[i]!;
      values[t + 1] = (1 - shares[i]!) * sums[i]!;
    });
  };
  let se = new Float64Array(pairs.length);
  let start: Float64Array | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    fill();
    const problem = problemOf(values, series.first, 12, 0);
    const contrasts = pairs.map((t, i): Regressor => {
      const s = shares[i]!;
      const column = Array.from(values, () => 0);
      column[t] = log ? 1 / s : sums[i]!;
      column[t + 1] = log ? -1 / (1 - s) : -sums[i]!;
      return {
        kind: "user",
        name: `January share ${i + 1}`,
        effect: "user",
        first: series.first,
        values: column,
      };
    });
    const model = fitModel(
      problem,
      { log, prior: "none", order, regressors: [...contrasts, ...regressors] },
      start ? { start } : {},
    );
    start = model.fit.coordinates;
    const k = model.fit.coefficients.length;
    const at = k - model.columns.length;
    const covariance = regressionCovariance(model.fit);
    let largest = 0;
    // β is by how much the filled share is too high: y = Xβ + z with z the model's own figures.
    pairs.forEach((_, i) => {
      const move = -model.fit.coefficients[at + i]!;
      const next = Math.min(0.95, Math.max(0.05, shares[i]! + move));
      largest = Math.max(largest, Math.abs(next - shares[i]!));
      shares[i] = next;
    });
    se = Float64Array.from(pairs, (_, i) => Math.sqrt(covariance[(at + i) * k + at + i]!));
    if (largest < CLOSE) break;
  }
  fill();
  return {
    ...series,
    values,
    shares: pairs.map((t, i) => ({
      year: Math.floor((series.first + t) / 12),
      share: shares[i]!,
      se: se[i]!,
    })),
  };
}

/** Positions of missing Januaries whose February is there. */
function combinedPairs({ values, first }: SeasonalSeries): number[] {
  const pairs: number[] = [];
  for (let t = 0; t < values.length; t++) {
    if ((((first + t) % 12) + 12) % 12 !== 0 || !Number.isNaN(values[t]!)) continue;
    if (t + 1 >= values.length || Number.isNaN(values[t + 1]!))
      throw new AppError(
        "invalid-input",
        `January ${Math.floor((first + t) / 12)} is missing and no sum stands in February`,
      );
    pairs.push(t);
  }
  return pairs;
}
