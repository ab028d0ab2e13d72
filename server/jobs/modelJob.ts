import type { Base } from "../../db/stores/contract.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import type { RunDesk } from "./recordRun.ts";
import type { ForecastTarget } from "./targets.ts";

/** What running models on targets needs. */
export interface ModelJob {
  base: Pick<Base, "forecasts" | "observations" | "runs">;
  desk: RunDesk;
  pool: ModelPool;
  signal?: AbortSignal;
}

/** One target with the models that are to be run on it. */
export interface ModelWork {
  target: ForecastTarget;
  models: readonly RegisteredModel[];
}

export interface JobFailure {
  part: string;
  message: string;
}

/** Every vintage of every target, in the order given. */
export function historiesOf(
  { base, signal }: Pick<ModelJob, "base" | "signal">,
  work: readonly ModelWork[],
): Promise<StoredObservation[][]> {
  const keys = work.map(({ target: { head } }) => ({ indicator: head.indicator, region: head.region }));
  return base.observations.history(keys, signal ? { signal } : {});
}

/** The models among `models` that read the target's frequency: the others were never meant for it. */
export function fitting(target: ForecastTarget, models: readonly RegisteredModel[]): RegisteredModel[] {
  return models.filter(({ model }) => model.frequencies.includes(target.head.frequency));
}
