import type { Base } from "../../db/stores/contract.ts";
import { driversOf } from "../../models/forecast/drivers.ts";
import type { ForecastTarget } from "../../models/forecast/targets.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { heads } from "../../models/indicators/registry.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import type { ModelPool } from "../workers/modelPool.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import type { RunDesk } from "./recordRun.ts";

/** What running models on targets needs. */
export interface ModelJob {
  base: Pick<Base, "forecasts" | "observations" | "runs">;
  desk: RunDesk;
  pool: Pick<ModelPool, "run">;
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

/** What a task on one target reads: every vintage of the target and of the drivers its models want. */
export interface ReadForWork {
  history: readonly StoredObservation[];
  drivers: readonly ReadSeries[];
}

/** What each piece of work reads, in the order given; every series is read once. */
export async function readFor(
  { base, signal }: Pick<ModelJob, "base" | "signal">,
  work: readonly ModelWork[],
): Promise<ReadForWork[]> {
  const wanted = work.map(({ target: { head }, models }) => [
    ...new Set(models.flatMap(({ model }) => driversOf(model, head.indicator))),
  ]);
  const targets = work.map(({ target: { head } }) => ({ indicator: head.indicator, region: head.region }));
  const drivers = wanted.flat().map((indicator) => ({ indicator, region: NATION }));
  const keys = new Map([...targets, ...drivers].map((k) => [inputKey(k.indicator, k.region), k]));
  const histories = await base.observations.history([...keys.values()], signal ? { signal } : {});
  const known = new Map([...keys.keys()].map((key, i) => [key, histories[i] ?? []]));
  const of = (indicator: string, region: string) => known.get(inputKey(indicator, region))!;
  return work.map(({ target: { head } }, i) => ({
    history: of(head.indicator, head.region),
    drivers: wanted[i]!.map((id) => ({
      head: { ...heads(id), region: NATION },
      history: of(id, NATION),
    })),
  }));
}

/** The models among `models` that read the target's frequency: the others were never meant for it. */
export function fitting(target: ForecastTarget, models: readonly RegisteredModel[]): RegisteredModel[] {
  return models.filter(({ model }) => model.frequencies.includes(target.head.frequency));
}
