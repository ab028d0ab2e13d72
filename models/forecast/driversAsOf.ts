import { AppError } from "../errors.ts";
import type { ReadSeries } from "../readings/readings.ts";
import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import { type Series, seriesOf } from "../series/series.ts";
import type { ForecastModel } from "./contract.ts";
import { driversOf } from "./drivers.ts";

/**
 * The drivers a model reads for a target, each as it was known at the end of a day. Throws AppError("not-found") for
 * one that was not handed in.
 */
export function driversAsOf(
  model: Pick<ForecastModel, "id" | "supports">,
  target: string,
  held: readonly ReadSeries[],
  day: IsoDate,
): Series[] {
  return driversOf(model, target).map((id) => {
    const found = held.find((d) => d.head.indicator === id);
    if (!found)
      throw new AppError("not-found", `${model.id} reads ${id} for ${target}; it was not handed in`);
    return seriesOf(found.head, asOf(found.history, day));
  });
}
