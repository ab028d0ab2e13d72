import { AppError } from "../errors.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import { type Series, sliceSeries } from "../series/series.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import { sorted } from "../statistics/quantile.ts";
import type { FittedModel, Forecast, ForecastModel } from "./contract.ts";
import { checkRequest } from "./gaussianForecast.ts";

export interface ConformalOptions {
  /** Origins inside the sample from which errors are taken, the newest ones. */
  origins: number;
}

/** Fewer origins than this say too little about a spread. */
const FEWEST_ORIGINS = 8;

/**
 * Any forecast model with intervals from its own out-of-sample errors instead of a distribution it assumes.
 *   E(h) = { |y(t+h) − ŷ(t+h | t)| : t the last K origins },   [ŷ(h) ± e],  e the ⌈(n+1) level⌉-th smallest of E(h)
 * Where n is too small for a level (n < level/(1−level)), √(mean e²) times the normal's quantile stands in if it is the wider.
 * Beyond one year of horizons, errors of the last calibrated horizon grow with √h. Orders are chosen once on the first
 * origin, parameters at each, so that no origin sees what came after it. Coverage holds for errors that keep their
 * distribution, whatever it is.
 * Vovk, Gammerman & Shafer (2005), Algorithmic Learning in a Random World, §2.2; Stankevičiūtė et al. (2021) for several
 * horizons.
 */
export function conformal<Options extends object>(
  model: ForecastModel<Options>,
): ForecastModel<Options & ConformalOptions> {
  const needed = (frequency: Series["frequency"], options: Options) =>
    model.minObservations(frequency, options) + FEWEST_ORIGINS;
  return {
    ...model,
    id: `${model.id}-conformal`,
    title: { zh: `${model.title.zh}（保形区间）`, en: `${model.title.en}, conformal intervals` },
    summary: {
      zh: `${model.summary.zh}区间由样本内逐期外推误差得出。`,
      en: `${model.summary.en} Intervals from its own errors at earlier origins.`,
    },
    defaults: { ...model.defaults, origins: 40 },
    minObservations: needed,
    fit(input, options) {
      const { target } = input;
      const count = target.values.filter((v) => v !== null).length;
      const least = needed(target.frequency, options);
      if (count < least)
        throw new AppError(
          "not-enough-data",
          `${model.id} with conformal intervals needs ${least} observations to try itself on; ${target.indicator} has ${count}`,
        );
      const fitted = model.fit(input, options);
      const spreads = calibrate(model, input, options);
      return {
        ...fitted,
        predict(horizon, levels) {
          checkRequest(horizon, levels);
          const { start, mean } = fitted.predict(horizon, levels);
          return { start, mean, intervals: levels.map((level) => around(mean, spreads, level)) };
        },
      };
    },
  };
}

/** Absolute errors by horizon (index 0: one ahead), each list in rising order. */
function calibrate<Options extends object>(
  model: ForecastModel<Options>,
  { target, drivers, seed }: { target: Series; drivers: readonly Series[]; seed: number },
  options: Options & ConformalOptions,
): Float64Array[] {
  const season = PERIODS_PER_YEAR[target.frequency];
  const known = target.values.flatMap((v, t) => (v === null ? [] : [t]));
  const least = model.minObservations(target.frequency, options);
  // The origins: cells after which a figure is still to come, with enough figures up to them.
  const ends = known.slice(least - 1, -1).slice(-options.origins);
  const errors: number[][] = Array.from({ length: Math.max(1, Math.min(season, 12)) }, () => []);
  let structure: FittedModel | undefined;
  for (const end of ends) {
    const past = sliceSeries(target, 0, end + 1);
    const fitted: FittedModel =
      structure?.refit?.(past) ?? model.fit({ target: past, drivers, seed }, options);
    structure ??= fitted;
    const { mean } = fitted.predict(errors.length, []);
    errors.forEach((list, h) => {
      const actual = target.values[end + h + 1] ?? null;
      if (actual !== null) list.push(Math.abs(actual - mean[h]!));
    });
  }
  return errors.filter((list) => list.length >= FEWEST_ORIGINS / 2).map((list) => sorted(list));
}

function around(
  mean: readonly number[],
  spreads: readonly Float64Array[],
  level: number,
): Forecast["intervals"][number] {
  const half = mean.map((_, h) => {
    const at = Math.min(h, spreads.length - 1);
    return halfWidth(spreads[at]!, level / 100) * Math.sqrt((h + 1) / (at + 1));
  });
  // A farther horizon is never surer than a nearer one.
  for (let h = 1; h < half.length; h++) half[h] = Math.max(half[h]!, half[h - 1]!);
  return {
    level,
    lower: mean.map((m, h) => m - half[h]!),
    upper: mean.map((m, h) => m + half[h]!),
  };
}

function halfWidth(errors: Float64Array, level: number): number {
  const rank = Math.ceil((errors.length + 1) * level);
  if (rank <= errors.length) return errors[rank - 1]!;
  const rms = Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length);
  return Math.max(errors.at(-1)!, normalQuantile(0.5 + level / 2) * rms);
}
