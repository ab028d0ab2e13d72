import type { Base } from "../../db/stores/contract.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import { WARNING_RULES } from "../../models/warning/registry.ts";
import { type Evaluation, evaluateWarnings } from "./evaluateWarnings.ts";
import { loadForecastBook } from "./forecastBook.ts";
import { loadKnowledge } from "./loadKnowledge.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import { replayHistory } from "./replayHistory.ts";
import { restoreMemory } from "./restoreMemory.ts";

type Needed = Pick<Base, "alerts" | "bounds" | "forecasts" | "observations" | "signals">;

/** Judges some rules as of a day on what is in the base now. `since`: when the evaluation before began. */
export async function refreshWarnings(options: {
  base: Needed;
  models: readonly RegisteredModel[];
  rules: readonly WarningRule[];
  day: IsoDate;
  at: string;
  since: string | null;
  signal?: AbortSignal;
}): Promise<Evaluation> {
  const { base, rules, day, at, since } = options;
  const knowledge = await knowledgeOf(options);
  const memory = await restoreMemory(base, day);
  const isNew = (o: StoredObservation): boolean => since !== null && o.loadedAt > since;
  return evaluateWarnings({ base, rules, knowledge, day, at, replayed: false, memory, isNew });
}

/** Judges every rule as of every month-end of the past not yet judged, and as of the day itself. */
export async function replayWarnings(options: {
  base: Needed;
  models: readonly RegisteredModel[];
  to: IsoDate;
  at: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}): ReturnType<typeof replayHistory> {
  return replayHistory({ ...options, knowledge: () => knowledgeOf(options), rules: WARNING_RULES });
}

/** Every vintage rules and presets read, with bounds, proven forecasts and demoted models. */
export async function knowledgeOf(options: {
  base: Needed;
  models: readonly RegisteredModel[];
  signal?: AbortSignal;
}): ReturnType<typeof loadKnowledge> {
  const { base, models, signal } = options;
  const [bounds, book] = await Promise.all([base.bounds.all(), loadForecastBook(base, models)]);
  return loadKnowledge(base.observations, WARNING_RULES, bounds, book, signal);
}
