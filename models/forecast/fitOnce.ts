import type { Series } from "../series/series.ts";
import type { FittedModel, ForecastModel } from "./contract.ts";

const fits = new WeakMap<Series, Map<string, FittedModel>>();

/**
 * A model with its default options fitted to a series, computed once per series object: a combination and its
 * members share their fits. Fitting is a pure function of series and seed, so the memory changes nothing but time;
 * it ends with the series. With `structure`, an earlier fit that can be refitted, its order is kept and only the
 * parameters are estimated anew; a fit with drivers is always made from scratch, for an earlier one holds the drivers of
 * its day.
 */
export function fitOnce(
  model: ForecastModel,
  target: Series,
  seed: number,
  structure?: FittedModel,
  drivers: readonly Series[] = [],
): FittedModel {
  const key = `${model.id}@${model.version}#${seed} ${drivers.map((d) => d.indicator).join(" ")}`;
  let known = fits.get(target);
  if (!known) {
    known = new Map();
    fits.set(target, known);
  }
  const found = known.get(key);
  if (found) return found;
  const fitted =
    structure?.refit && drivers.length === 0
      ? structure.refit(target)
      : model.fit({ target, drivers, seed }, model.defaults);
  known.set(key, fitted);
  return fitted;
}
